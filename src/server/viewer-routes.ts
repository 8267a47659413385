import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#features/route-deps.ts';
import { type Membership, membershipsOf } from '#features/settings/members.ts';
import { teamsOf } from '#features/settings/scope.ts';
import type { Viewer } from '#features/viewer.ts';
import { type Day, localMoment } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Store } from '#store/store.ts';
import type { LiveEvents } from './live-events.ts';
import { visitNotes } from './note-visits.ts';
import type { ServerDeps } from './server-deps.ts';
import { openedTo } from './sign-in/opened-workspaces.ts';
import { freshOrKnown } from './sign-in/patience.ts';
import type { DemoLife } from './sign-up/demo-life.ts';
import { stateOf, workspaceState } from './workspace-state.ts';

const day = z.string();

const workspace = z.object({ slug: z.string(), name: z.string() });
const words = z.object({ zh: z.string(), en: z.string() });

const me = z.object({
  viewer: z.object({
    name: z.string(),
    email: z.string().nullable(),
    role: z.string().describe('A built-in role, or the id of one of the workspace’s own'),
    roleName: words.nullable().describe('What a role of the workspace’s own is called'),
    permissions: z.array(z.string()),
    seesAll: z.boolean(),
    seesOnlySelf: z.boolean().describe('Whose pages are about their own number first'),
    personId: z.string().nullable(),
    personName: z.string().nullable(),
    teamId: z.string().nullable(),
    teamName: z.string().nullable(),
  }),
  workspace: workspace.extend({
    zone: z.string(),
    currency: z.string(),
    colours: z.string(),
    fiscalStartMonth: z.number(),
    weekStart: z.number(),
    ...workspaceState.shape,
  }),
  workspaces: z.array(workspace.extend({ role: z.string(), roleName: words.nullable() })),
  sharedLink: z
    .object({ by: z.string(), until: z.string(), path: z.string(), note: z.string().nullable() })
    .nullable()
    .describe('The share link by which the viewer looks; null for members and keys'),
  calendar: z.object({
    today: day,
    quarter: z
      .object({ from: day, before: day, workdaysElapsed: z.number(), workdaysTotal: z.number() })
      .nullable()
      .describe('Null when the calendar does not reach today'),
  }),
});

type Me = z.output<typeof me>;

const mostKnown = 500;

/** Who I am, where, and what day it is there; and the live events. */
export const viewerRoutes: FastifyPluginAsyncZod<ServerDeps & { liveEvents: LiveEvents; demoLife: DemoLife }> = async (
  server,
  deps,
) => {
  const noteVisit = visitNotes(deps);
  const known = new Map<string, Me>();
  // A page that is opened anew during an import must find out who looks at it.
  const told = async (viewer: Viewer): Promise<Me> => {
    const key = JSON.stringify([
      viewer.userId,
      viewer.name,
      viewer.role,
      viewer.permissions,
      viewer.scope,
      viewer.sharedLink,
      viewer.workspace.id,
    ]);
    const fresh = meOf(deps, viewer).then((answer) => {
      known.delete(key);
      known.set(key, answer);
      for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
      return answer;
    });
    const before = known.get(key);
    return before ? freshOrKnown(fresh, before) : fresh;
  };
  server.get(
    '/api/v1/me',
    {
      config: { permission: 'let-in', duringImport: true },
      schema: { summary: 'Who asks, in which workspace', tags: ['sign-in'], response: { 200: me } },
    },
    async (request) => {
      const viewer = viewerOf(request);
      noteVisit(viewer);
      return told(viewer);
    },
  );

  server.get(
    '/api/v1/events',
    {
      exposeHeadRoute: false,
      config: { permission: 'data.read', compress: false, whileOverloaded: true },
      schema: {
        summary: 'Live events: `change` after every change of the workspace’s numbers',
        tags: ['events'],
        querystring: z.object({ workspace: z.string().optional() }),
      },
    },
    (request, reply) => deps.liveEvents.open(request, reply, viewerOf(request)),
  );
};

function localToday(deps: ServerDeps, { workspace: { zone } }: Viewer): Day {
  return localMoment(deps.clock(), zone).day;
}

async function meOf(deps: ServerDeps, viewer: Viewer): Promise<Me> {
  const { store } = deps;
  const today = localToday(deps, viewer);
  const { id: workspaceId, slug, name, zone, currency, colours, fiscalStartMonth, weekStart } = viewer.workspace;
  const memberships = viewer.userId === null ? [] : openedTo(viewer, await membershipsOf(store, viewer.userId));
  const place = await placeOf(store, { workspaceId, personId: viewer.personId, today });
  return {
    viewer: {
      name: viewer.name,
      email: viewer.email,
      role: viewer.role,
      roleName: viewer.roleName,
      permissions: [...viewer.permissions],
      seesAll: viewer.scope.kind === 'all',
      seesOnlySelf: viewer.personId !== null && viewer.scope.kind === 'some' && viewer.scope.teams.length === 0,
      personId: viewer.personId,
      ...place,
    },
    workspace: {
      slug,
      name,
      zone,
      currency,
      colours,
      fiscalStartMonth,
      weekStart,
      ...(await stateOf(store, viewer, deps.clock())),
    },
    sharedLink: viewer.sharedLink,
    workspaces: placesOf(viewer, memberships),
    calendar: { today, quarter: await quarterOf(store, workspaceId, today) },
  };
}

function placesOf({ workspace: here, role, roleName }: Viewer, memberships: readonly Membership[]): Me['workspaces'] {
  if (memberships.length === 0) return [{ slug: here.slug, name: here.name, role, roleName }];
  return memberships.map((each) => ({
    slug: each.workspace.slug,
    name: each.workspace.name,
    role: each.role,
    roleName: each.roleName,
  }));
}

const nowhere = { personName: null, teamId: null, teamName: null };

async function placeOf(store: Store, of: { workspaceId: string; personId: string | null; today: Day }) {
  const { workspaceId, personId, today } = of;
  if (personId === null) return nowhere;
  const [team] = await teamsOf(store, { workspaceId, personId, today });
  const [place] = await store.query<typeof nowhere | { personName: string; teamName: string | null }>(sql`
    select p.name as "personName", t.name as "teamName"
      from person p
      left join team t on t.workspace_id = p.workspace_id and t.id = ${team?.id ?? null}
     where p.workspace_id = ${workspaceId} and p.id = ${personId}`);
  return { ...nowhere, ...place, teamId: team?.id ?? null };
}

async function quarterOf(store: Store, workspaceId: string, today: Day) {
  const [quarter] = await store.query<{ from: string; before: string; workdaysElapsed: number; workdaysTotal: number }>(
    sql`
    select q.quarter_on::text as "from",
           (q.quarter_on + interval '3 months')::date::text as before,
           t.workday_of_quarter as "workdaysElapsed",
           max(q.workday_of_quarter) as "workdaysTotal"
      from calendar_day t
      join calendar_day q on q.workspace_id = t.workspace_id and q.quarter_on = t.quarter_on
     where t.workspace_id = ${workspaceId} and t.day = ${today}::date
     group by q.quarter_on, t.workday_of_quarter`,
  );
  return quarter ?? null;
}
