import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type KillRound, killRounds } from '#testing/kill-rounds.ts';

// `npm run kill-test -- [--kills 50] [--writers 6]`: kill -9 at random moments under a write load; see docs/operate/backup.md.
const { values } = parseArgs({ options: { kills: { type: 'string' }, writers: { type: 'string' } } });
const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-kill-'));
const kills = Number(values.kills ?? 50);

let done = 0;
const rounds = await killRounds({
  dataDir,
  kills,
  writers: Number(values.writers ?? 6),
  random: Math.random,
  onRound: (round) => {
    done += 1;
    console.log(line(round));
  },
});

function line(round: KillRound): string {
  const faults = faultsOf(round);
  const rotating = round.wasRotating ? ', keys rotating' : '';
  return `${String(done).padStart(3)}  killed after ${round.killedAfterMs} ms${rotating}: ${round.acknowledged} acknowledged, ${round.auditEntries} audited, up again in ${round.startMs} ms  ${faults.length === 0 ? 'all there' : faults.join('; ')}`;
}

function faultsOf({ lost, auditBroken, isReplicaEqual, unreadable }: KillRound): readonly string[] {
  return [
    ...(lost.length > 0 ? [`LOST ${lost.length}: ${lost.slice(0, 5).join(', ')}`] : []),
    ...(auditBroken ? [`AUDIT ${auditBroken}`] : []),
    ...(isReplicaEqual ? [] : ['REPLICA differs from a rebuild']),
    ...(unreadable > 0 ? [`${unreadable} values in CLEAR`] : []),
  ];
}

const total = (pick: (round: KillRound) => number) => rounds.reduce((sum, round) => sum + pick(round), 0);
const bad = rounds.filter((round) => faultsOf(round).length > 0).length;
console.log(
  `${kills} kills, ${total(({ wasRotating }) => Number(wasRotating))} of them during a rotation of keys: ${total(({ acknowledged }) => acknowledged)} writes acknowledged, ${total(({ lost }) => lost.length)} lost; ${bad} rounds with a fault`,
);
rmSync(dataDir, { recursive: true, force: true });
process.exit(bad === 0 ? 0 : 1);
