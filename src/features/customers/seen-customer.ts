import type { Asking } from '#features/ask.ts';
import { addDays, localMoment } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { pagePlan } from './page-question.ts';
import { type CustomerViewer, type SeenCustomer, seenCustomers } from './seen-customers.ts';

/** The customer when the viewer may see it today. Throws `not_found` else, as for one that does not exist. */
export async function seenCustomer(viewer: CustomerViewer, customerId: string): Promise<SeenCustomer> {
  const { asking } = viewer;
  const before = addDays(localMoment(asking.now, asking.workspace.zone).day, 1);
  const within = { from: addDays(before, -1), before };
  const question = { period: within, where: [{ field: 'customer_key', op: 'in' as const, values: [customerId] }] };
  const [found] = await seenCustomers({ ...viewer, question, page: await pagePlan(asking, question), within });
  if (!found) throw new Problem('not_found');
  return found;
}

/** Today in the workspace, and the minute. */
export function todayOf({ now, workspace }: Asking) {
  return localMoment(now, workspace.zone);
}
