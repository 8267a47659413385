import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, installChromium } from './chromium.ts';

/**
 * `npm test`: every test there is; those that make, read and count days once more in a zone with an odd offset. Elsewhere no code
 * can know the zone of the machine: imports.ts refuses it.
 */
const zone = 'Asia/Kathmandu';
const zoneRooms = [
  'src/shared',
  'src/semantic',
  'src/metrics',
  'src/stats',
  'src/store/calendar',
  'src/store/rows',
  'src/store/feed',
  'src/replica',
  'src/features/ask',
  'src/features/data',
  'src/features/query',
  'src/features/revenue',
];
const only = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'salesboard-test-'));

if (only.length === 0 && !findChromium()) installChromium();
const runs = only.length
  ? [vitest('chosen', only)]
  : [
      vitest('unit', ['--project', 'unit']),
      vitest('zone', ['--project', 'unit', ...zoneRooms], { TZ: zone }),
      vitest('e2e', ['--project', 'e2e']),
    ];
const total = (count: 'passed' | 'failed' | 'skipped') => runs.reduce((sum, run) => sum + run[count], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(runs.every((run) => run.status === 0) ? 0 : 1);

type Run = Readonly<{ status: number; passed: number; failed: number; skipped: number }>;

function vitest(name: string, args: readonly string[], env: Record<string, string> = {}): Run {
  const report = join(reports, `${name}.json`);
  console.log(`\n${name}${env.TZ ? ` (TZ=${env.TZ})` : ''}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return { status: status ?? 1, ...countsIn(report) };
}

/** A run that ended without its report failed as a whole. */
function countsIn(report: string): Omit<Run, 'status'> {
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests,
      skipped: counts.numPendingTests + (counts.numTodoTests ?? 0),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
