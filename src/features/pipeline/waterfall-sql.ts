import type { DayRange } from '#shared/day.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';

/** What moved a deal into the pipeline, within it, and out of it, in the order in which they are told. */
export const waterfallSteps = [
  'new',
  'pulled_in',
  'reopened',
  'transferred_in',
  'increased',
  'decreased',
  'won',
  'lost',
  'disqualified',
  'pushed_out',
  'transferred_out',
] as const;

export type WaterfallStep = (typeof waterfallSteps)[number];

/** The two levels and the steps between them: what a list of deals can be asked for. */
export const waterfallRows = ['start', ...waterfallSteps, 'end'] as const;

export type WaterfallRow = (typeof waterfallRows)[number];

/** Columns that the three tables of counted rows carry. */
export const stateColumns =
  'f.opportunity_id as id, f.name, f.customer_id, f.rep_id, f.stage_id, f.status, f.status_on, f.expected_close_on as close_on, f.amount';

/**
 * Tables over `before_rows` (open at the start), `after_rows` (open at the end) and `closed_rows` (closed in between): `walk`
 * has a row per deal and step with its signed value. A deal that is new to the viewer's rows is told apart by its own state
 * on the eve, whoever had it then. With `closing` a deal is in while its expected close lies there; a won one, when it was won there.
 */
export function walkTables(between: DayRange, closing: DayRange | null): Sql {
  const lies = (day: string) =>
    closing
      ? sql`coalesce(${raw(day)} >= ${closing.from}::date and ${raw(day)} < ${closing.before}::date, false)`
      : raw('true');
  return sql`later as (
    select * from after_rows union all select * from closed_rows
  ), pair as (
    select coalesce(l.id, s.id) as id, s.id is not null as stood, l.id is not null as is_known, l.status as status,
      s.id is not null and ${lies('s.close_on')} as was_in,
      case when l.id is null then false when l.status = 'won' then ${lies('l.status_on')} else ${lies('l.close_on')} end as is_in,
      coalesce(s.amount, 0) as amount_before, coalesce(l.amount, 0) as amount_after,
      b.status as eve_status
    from before_rows s
    full join later l on l.id = s.id
    left join (select opportunity_id, status from deal where from_on < ${between.from}::date and before_on >= ${between.from}::date) b
      on b.opportunity_id = l.id
  ), walk as (
    select id, 'start' as step, amount_before as value from pair where was_in
    union all
    select id, case when stood then 'pulled_in' when eve_status is null then 'new' when eve_status = 'open' then 'transferred_in'
      else 'reopened' end, amount_after
    from pair where is_in and not was_in
    union all
    select id, if(amount_after > amount_before, 'increased', 'decreased'), amount_after - amount_before
    from pair where was_in and is_known and (is_in or status <> 'open') and amount_after <> amount_before
    union all
    select id, status, -amount_after from pair where is_known and status <> 'open' and (was_in or is_in)
    union all
    select id, if(is_known, 'pushed_out', 'transferred_out'), -amount_before
    from pair where was_in and not (is_known and (is_in or status <> 'open'))
    union all
    select id, 'end', amount_after from pair where is_in and status = 'open'
  )`;
}
