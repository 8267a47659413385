import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIV3_1 } from 'openapi-types';
import { createMailer } from '#connectors/mail/mailer.ts';
import { closedInstallation } from '#features/installation.ts';
import { createReplicas } from '#replica/replicas.ts';
import { BackupKeeper } from '#server/backups/backup-keeper.ts';
import { readConfig } from '#server/config.ts';
import { createServer } from '#server/create-server.ts';
import type { Instant } from '#shared/day.ts';
import { openStore } from '#store/open-store.ts';
import { loadKeyring } from '#store/seal.ts';

/** What our own server says of itself; nothing is listened on and nothing kept. */
export async function openApiDocument(): Promise<OpenAPIV3_1.Document> {
  const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-docs-'));
  const store = await openStore({});
  const keyring = loadKeyring({ dataDir });
  const clock = () => '2026-01-01T00:00:00.000Z' as Instant;
  const replicas = createReplicas({ store, keyring, clock });
  const server = await createServer({
    store,
    keyring,
    replicas,
    dataDir,
    clock,
    mailer: createMailer({ smtpUrl: null, from: null, log: null }),
    publicAddress: '',
    installation: closedInstallation,
    backups: new BackupKeeper({ store, masterKeys: () => [], backupLock: null, clock }, readConfig({})),
    config: { PUBLIC_URL: null, TRUST_PROXY: 0, LOG_LEVEL: 'silent' },
    signInSecret: 'never used: nothing is listened on',
    webDir: join(dataDir, 'web'),
    phase: () => 'ready',
  });
  const answer = await server.inject({ method: 'GET', url: '/api/openapi.json' });
  await server.close();
  await replicas.close();
  await store.close();
  rmSync(dataDir, { recursive: true });
  return answer.json();
}
