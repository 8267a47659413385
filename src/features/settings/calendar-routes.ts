import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addDays, type Day, daysBetween, isDay } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { audited } from '#store/audit.ts';
import { setWorkday } from '#store/calendar.ts';
import type { Transaction } from '#store/store.ts';
import { actorOf } from '../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';

const dayText = z.string().refine(isDay, 'must be a calendar day, YYYY-MM-DD').describe('YYYY-MM-DD');

const calendarDay = z.object({ day: z.string(), isWorkday: z.boolean(), holiday: z.string().nullable() });

const mostDays = 3700;

/** The workspace's calendar: which days are worked. */
export const calendarRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store }) => {
  server.get(
    '/api/v1/calendar',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Days of the calendar, ten years at most',
        tags: ['settings'],
        querystring: z.object({ from: dayText, before: dayText }),
        response: { 200: z.object({ days: z.array(calendarDay) }) },
      },
    },
    async (request) => {
      const { from, before } = request.query;
      refuseBadRange(from as Day, before as Day);
      return { days: [...(await calendarDays(store, viewerOf(request).workspace.id, { from, before }))] };
    },
  );

  server.put(
    '/api/v1/calendar/:day',
    {
      config: { permission: 'calendar.write' },
      schema: {
        summary: 'Make a day a workday or a day off; workdays are counted anew',
        tags: ['settings'],
        params: z.object({ day: dayText }),
        body: z.object({ isWorkday: z.boolean(), holiday: z.string().trim().min(1).max(50).nullable().default(null) }),
        response: { 200: calendarDay },
      },
    },
    async (request) => {
      // The schema lets only calendar days through.
      const day = request.params.day as Day;
      const workspaceId = viewerOf(request).workspace.id;
      await store.transaction(async (tx) => {
        const [before] = await calendarDays(tx, workspaceId, { from: day, before: addDays(day, 1) });
        await setWorkday(tx, { workspaceId, day, ...request.body });
        const { isWorkday = null, holiday = null } = before ?? {};
        const details = { before: { isWorkday, holiday }, after: request.body };
        await audited(tx, {
          ...actorOf(request),
          action: 'calendar_changed',
          subject: { kind: 'day', id: day },
          details,
        });
      });
      return { day, ...request.body };
    },
  );
};

function calendarDays(tx: Pick<Transaction, 'query'>, workspaceId: string, range: { from: string; before: string }) {
  return tx.query<z.output<typeof calendarDay>>(sql`
    select day::text as day, is_workday as "isWorkday", holiday
      from calendar_day
     where workspace_id = ${workspaceId} and day >= ${range.from}::date and day < ${range.before}::date
     order by day`);
}

function refuseBadRange(from: Day, before: Day): void {
  const length = daysBetween(from, before);
  if (length >= 0 && length <= mostDays) return;
  throw new Problem('invalid_request', [
    {
      detail: {
        zh: `before 不能早于 from，且最多 ${mostDays} 天`,
        en: `before must not be earlier than from, and at most ${mostDays} days later`,
      },
      place: { field: 'before' },
    },
  ]);
}
