import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiKey } from '#features/settings/api-keys.ts';
import { type Instant, localMoment } from '#shared/day.ts';
import { openStore } from '#store/open-store.ts';
import { type Keyring, loadKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { testPostgres } from '../src/testing/test-postgres.ts';
import { bundleSize } from './bundle.ts';
import { contest, pageQuestions, pageRound } from './contest.ts';
import { openDuck } from './duck.ts';
import { analyse, fill, type Volume } from './fill.ts';
import { importing, writeOrderFile } from './importing.ts';
import { timed } from './measure.ts';
import { startProduct } from './product.ts';
import { benchQuestions } from './questions.ts';
import { keep, type Report, rendered } from './report.ts';
import { refitTimes, statisticTimes } from './statistics.ts';

const full: Volume = { orders: 1_000_000, deals: 300_000, customers: 100_000, leads: 100_000 };
const small: Volume = { orders: 50_000, deals: 15_000, customers: 3_000, leads: 5_000 };

const isSmall = process.argv.includes('--small');
const volume = isSmall ? small : full;
const now = new Date().toISOString() as Instant;
const today = localMoment(now, 'Asia/Shanghai').day;
const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-bench-'));
chmodSync(dataDir, 0o700);
const postgres = await testPostgres();

try {
  const report = await measured();
  const text = rendered(report);
  process.stdout.write(`\n${text}\n`);
  if (!isSmall) keep(text);
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function measured(): Promise<Report> {
  const databaseUrl = await postgres.database();
  const store = await openStore({ databaseUrl });
  const keyring = loadKeyring({ dataDir });
  // First, while nothing else is in memory.
  const imported = await imports(store, keyring);
  for (const each of imported)
    say(`${each.kind}: ${Math.round(each.rows / each.seconds)} rows/s, ${Math.round(each.peakMb)} MB`);
  say(`filling PostgreSQL with ${volume.orders} orders …`);
  const startedAt = performance.now();
  const workspace = await fill({ store, keyring, today, volume });
  await analyse(store);
  const fillSeconds = (performance.now() - startedAt) / 1000;
  say(`filled in ${fillSeconds.toFixed(0)} s; loading a replica …`);
  const duck = await openDuck({ store, keyring, workspace, now });
  const { key } = await createApiKey(store, {
    workspaceId: workspace.id,
    name: 'bench',
    role: 'admin',
    dataScope: 'all',
    personId: null,
  });
  const product = await startProduct({ databaseUrl, dataDir, apiKey: key });
  try {
    const questions = benchQuestions(today);
    const of = { product, duck, store, workspace, runs: 7 };
    // The first request loads the replica; what follows is asked of one that has settled.
    const firstMs = await timed(() => product.askAll(pageQuestions(questions, 'overview')));
    const raced = await contest(of, questions);
    const pages = [await pageRound(of, 'overview', questions), await pageRound(of, 'revenue', questions)];
    const statistics = await statisticTimes(product);
    const refit = await refitTimes(product);
    const { loading } = duck;
    return {
      volume,
      day: today,
      postgresVersion: postgres.version,
      raced,
      pages,
      statistics,
      refit,
      firstMs,
      loading,
      fillSeconds,
      imported,
      bundle: bundleSize(),
    };
  } finally {
    await product.stop();
    duck.close();
    await store.close();
  }
}

/** The same file into both kinds of store. */
async function imports(store: Store, keyring: Keyring): Promise<Report['imported']> {
  const rows = isSmall ? 10_000 : 200_000;
  say(`importing ${rows} rows …`);
  const file = await writeOrderFile(dataDir, today, rows);
  const embedded = await openStore({ dataDir: join(dataDir, 'embedded') });
  try {
    return [
      await importing({ store: embedded, keyring, now, file, rows }),
      await importing({ store, keyring, now, file, rows }),
    ];
  } finally {
    await embedded.close();
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
