import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { latestRuns } from '#store/backup/backup-runs.ts';
import { actorOf } from '../audit-actor.ts';
import type { RouteDeps } from '../route-deps.ts';
import { backupOverview, backupWarnings } from './backup-overview.ts';

const config = { permission: 'operator', whileReadOnly: true };
const tags = ['operator'];

const run = z.object({
  id: z.string(),
  kind: z.enum(['backup', 'verify']),
  startedBy: z.enum(['schedule', 'person', 'command']),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  file: z.string(),
  bytes: z.number().nullable(),
  tables: z.number().nullable(),
  rows: z.number().nullable(),
  lock: z.enum(['passphrase', 'recipient']),
  fault: z.string().nullable(),
});

const overview = z.object({
  settings: z.object({
    folder: z.string().nullable(),
    lock: z.enum(['passphrase', 'recipient']).nullable(),
    everyHours: z.number(),
    keep: z.number(),
    verifyDays: z.number().describe('0: never by itself'),
    canVerify: z.boolean(),
  }),
  lastBackup: run.nullable(),
  lastVerified: run.nullable(),
  nextBackupAt: z.string().nullable(),
  nextVerifyAt: z.string().nullable(),
  running: z
    .object({
      kind: z.enum(['backup', 'verify']),
      startedAt: z.string(),
      done: z.number().describe('Tables so far'),
      tables: z.number().nullable(),
    })
    .nullable(),
  warnings: z.array(z.enum(backupWarnings)),
  runs: z.array(run),
});

const shownRuns = 20;

/** Backups of the whole installation, for people who run it: what there is, and doing it now. */
export const backupRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, clock, backups }) => {
  server.get(
    '/api/v1/operator/backups',
    {
      config,
      schema: {
        summary: 'Backups: the last one, the last one that was verified, the schedule, and what to worry about',
        tags,
        response: { 200: overview },
      },
    },
    async () => {
      const [runs, [lastBackup], [lastVerified]] = await Promise.all([
        latestRuns(store, { limit: shownRuns }),
        latestRuns(store, { limit: 1, kind: 'backup', state: 'done' }),
        latestRuns(store, { limit: 1, kind: 'verify', state: 'done' }),
      ]);
      const known = { lastBackup: lastBackup ?? null, lastVerified: lastVerified ?? null, runs: [...runs] };
      return { ...known, ...backupOverview({ backups, ...known, now: clock() }) };
    },
  );

  server.post(
    '/api/v1/operator/backups',
    {
      config,
      schema: {
        summary: 'Back up now; follow it by reading the overview',
        tags,
        response: { 202: z.object({ started: z.literal(true) }) },
      },
    },
    async (request, reply) => {
      const { actor, address } = actorOf(request);
      await backups.backUp({ actor, address });
      return reply.code(202).send({ started: true });
    },
  );

  server.post(
    '/api/v1/operator/backups/verify',
    {
      config,
      schema: {
        summary: 'Restore the newest backup into a scratch store now and compare every table',
        tags,
        response: { 202: z.object({ started: z.literal(true) }) },
      },
    },
    async (request, reply) => {
      const { actor, address } = actorOf(request);
      await backups.verify({ actor, address });
      return reply.code(202).send({ started: true });
    },
  );
};
