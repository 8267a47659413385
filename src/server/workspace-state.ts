import { z } from 'zod';
import { type PlanColumns, planAt } from '#features/installation/plan.ts';
import { plan } from '#features/installation/plan-schema.ts';
import { type Tour, tourOf, tourStates } from '#features/tour/tours.ts';
import type { Viewer } from '#features/viewer.ts';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Store } from '#store/store.ts';

/** What a page must know of the workspace before it shows anything. */
export const workspaceState = z.object({
  plan,
  filling: z
    .object({ done: z.number(), total: z.number() })
    .nullable()
    .describe('Rows of the demo written so far, while they are being written'),
  isDemo: z.boolean().describe('Whether its company is made up'),
  tour: z
    .object({ step: z.number(), status: z.enum(tourStates) })
    .nullable()
    .describe('How far the viewer is in the guided tour; null before they began it'),
});

type State = z.output<typeof workspaceState>;

/** The state of the viewer's workspace now. */
export async function stateOf(store: Store, viewer: Viewer, now: Instant): Promise<State> {
  const { id } = viewer.workspace;
  const [found] = await store.query<PlanColumns & Pick<State, 'filling' | 'isDemo'>>(sql`
    select trial_ends_at as "trialEndsAt", read_only_since as "readOnlySince", settings -> 'filling' as filling,
           settings ? 'demo' as "isDemo"
      from workspace where id = ${id}`);
  const { filling = null, isDemo = false, ...columns } = found ?? { trialEndsAt: null, readOnlySince: null };
  return { plan: planAt(columns, now), filling, isDemo, tour: await tourHere(store, viewer) };
}

async function tourHere(store: Store, { userId, workspace }: Viewer): Promise<Tour | null> {
  return userId === null ? null : tourOf(store, { workspaceId: workspace.id, userId });
}
