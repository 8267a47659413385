import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { membersQuery, meQuery, queryClient } from '#web/api/queries.ts';
import { request } from '#web/api/request.ts';
import type { Me, Tour } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { southName, type TourStep, tourSteps } from './tour-steps.ts';

/** The guided tour: where one is, and moving in it. Every move is remembered on the server, for the next device. */
export function useTour() {
  const { workspace, viewer } = useMe();
  const navigate = useNavigate();
  const tour = shownTour(workspace, viewer.seesAll);
  const goTo = useCallback(
    async (step: TourStep) => {
      if (step.path !== null) await navigate({ to: step.path, search: (await searchOf(step)) as never });
    },
    [navigate],
  );
  const move = useCallback(
    (next: Tour) => {
      remember(next);
      const step = tourSteps[next.step];
      if (next.status === 'open' && step) void goTo(step);
    },
    [goTo],
  );
  return { tour, move, goTo };
}

/** Somebody who sees the whole made-up company of a fresh trial begins it by themselves; others from their menu. */
function shownTour({ isDemo, plan, tour }: Me['workspace'], seesAll: boolean): Tour | null {
  if (!isDemo) return null;
  return tour ?? (plan.kind === 'trial' && seesAll ? { step: 0, status: 'open' } : null);
}

function remember(tour: Tour): void {
  queryClient.setQueryData(meQuery.queryKey, (me) => me && { ...me, workspace: { ...me.workspace, tour } });
  // It is only where to go on next time; a server out of reach is told by everything else on the page.
  request('/api/v1/me/tour', { method: 'PUT', body: tour }).catch(() => undefined);
}

async function searchOf({ search = {} }: TourStep): Promise<Readonly<Record<string, string>>> {
  if (search.region !== 'south') return search;
  const [south] = await queryClient.fetchQuery(membersQuery('region', southName)).catch(() => []);
  return south ? { ...search, region: south.key } : {};
}
