import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRounds } from './kill-rounds.ts';

// Fifty kills are `npm run kill-test`; three are enough to notice that something broke.
test('kill -9 under a write load loses nothing that was acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-kill-'));
  const moments = [0.2, 0.6, 0.4];
  const rounds = await killRounds({ dataDir, kills: 3, writers: 4, random: () => moments.shift() ?? 0.5 });
  expect(rounds.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(10);
  for (const round of rounds) {
    expect(round).toMatchObject({ lost: [], auditBroken: null, isReplicaEqual: true, unreadable: 0 });
  }
  expect(rounds.at(-1)?.auditEntries).toBeGreaterThan(rounds[0]?.auditEntries ?? 0);
  rmSync(dataDir, { recursive: true, force: true });
}, 240_000);
