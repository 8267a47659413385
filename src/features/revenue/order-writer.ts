import type { Day } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import type { Viewer } from '../viewer.ts';
import type { NewOrder } from './new-order.ts';

/**
 * The order with its rep: the one named, or the viewer. Throws `not_allowed` when the viewer's scope does not hold that rep, so that
 * nobody can write a number they may not see.
 */
export async function withRep(tx: Transaction, order: NewOrder, on: { viewer: Viewer; today: Day }): Promise<NewOrder> {
  const { viewer } = on;
  const repId = order.repId ?? (viewer.scope.kind === 'all' ? null : viewer.personId);
  if (viewer.scope.kind === 'some' && !(await isInScope(tx, repId, on))) {
    const detail = { zh: '只能写自己或下属的订单', en: 'You may write orders of yourself and your team only' };
    throw new Problem('not_allowed', [{ detail, place: { field: 'repId' } }]);
  }
  return { ...order, repId };
}

async function isInScope(tx: Transaction, repId: string | null, { viewer, today }: { viewer: Viewer; today: Day }) {
  const { scope, workspace } = viewer;
  if (scope.kind === 'all') return true;
  if (repId === null) return false;
  if (scope.people.includes(repId)) return true;
  const direct = scope.teams.map(({ id }) => id);
  const whole = scope.teams.filter(({ below }) => below).map(({ id }) => id);
  const found = await tx.query(sql`
    with recursive below (team_id) as (
      select unnest(${whole}::text[])
      union
      select p.team_id
        from team_parent p
        join below on below.team_id = p.parent_id
       where p.workspace_id = ${workspace.id}
         and coalesce(p.from_on <= ${today}::date, true) and coalesce(p.before_on > ${today}::date, true)
    )
    select 1
      from rep_assignment a
     where a.workspace_id = ${workspace.id} and a.person_id = ${repId}
       and coalesce(a.from_on <= ${today}::date, true) and coalesce(a.before_on > ${today}::date, true)
       and (a.team_id in (select team_id from below) or a.team_id = any(${direct}::text[]))
     limit 1`);
  return found.length > 0;
}
