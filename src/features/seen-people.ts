import { visibleTable } from '#semantic/filter-sql.ts';
import { localMoment } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Asking } from './ask.ts';

/** Whose customers, deals and tasks the viewer may see and write today; null when everyone's. */
export async function seenPeople({ scope, replica, now, workspace }: Asking): Promise<ReadonlySet<string> | null> {
  const visible = visibleTable(scope);
  if (!visible) return null;
  const { day } = localMoment(now, workspace.zone);
  const { rows } = await replica.run(sql`
    with ${visible}
    select distinct person_id from visible where from_on <= ${day}::date and before_on > ${day}::date`);
  return new Set(rows.map(([id]) => String(id)));
}
