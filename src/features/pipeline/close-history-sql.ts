import type { CountedRows } from '#features/counted-rows.ts';
import type { Question } from '#semantic/question.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';

/** What is learnt from: rows known at the end of a day, narrowed by the page's filters. */
export type KnownThen = Readonly<{ asOf: Day; where: Question['where'] }>;

/** How far back deals are learnt from. */
const memoryDays = 730;

/**
 * Ages at which a deal is looked at: in its stage, or since its creation where nobody knows stages. TRAP: too far apart, deals that
 * moved on quickly make those that still stand there look closer to their close than they are.
 */
export const landmarkAges = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180] as const;

/** Stays, creations and outcomes of the last two years, as they were known at the end of the day. */
export function historyTables({ asOf, where }: KnownThen): readonly [CountedRows, ...CountedRows[]] {
  const before = addDays(asOf, 1);
  const period: DayRange = { from: addDays(before, -memoryDays), before };
  const known = (measure: string) => ({ measures: [measure], period, where, asOf });
  return [
    {
      name: 'stays',
      question: known('stage_entries'),
      columns:
        'f.opportunity_id as id, f.stage_id, f.is_first, f.amount, f.entered_on as began_on, case when f.left_on < :as_of then f.left_on end as left_on',
    },
    {
      name: 'born',
      question: known('opportunities_created'),
      columns: 'f.opportunity_id as id, f.created_on as began_on',
    },
    {
      name: 'closed',
      question: known('opportunities_closed'),
      columns:
        'f.opportunity_id as id, f.status, f.status_on, f.created_on, cast(coalesce(f.amount, 0) as double) as amount',
    },
  ];
}

/** `horizon`: the days after which nine of ten deals were decided; only deals at least that old are judged. */
export const horizonTable: Sql = raw(`horizon as (
    select greatest(30, least(365, coalesce(quantile_disc(status_on - created_on, 0.9), 90)))::integer as days, count(*) as decided
    from closed where created_on is not null
  )`);

/** How many landmarks lie before the age up to which a unit can be judged. */
const landmarks = raw(landmarkAges.map((age) => `(cap > ${age})::integer`).join(' + '));

/** What lies this long ago counts half: what happens now is learnt sooner than from cohorts that are through. */
const halfLifeDays = 180;

/**
 * `unit`: every stay in a stage and (stage null) every deal since its creation, with `won_days` from its begin to the win, its
 * `weight` by age, and `marks`, how many landmarks it reached at least `followDays` ago. Needs `historyTables`.
 */
export function unitTables(asOf: Day, followDays: number): Sql {
  const known = dayLiteral(addDays(asOf, 1));
  const follow = raw(String(Math.trunc(followDays)));
  return sql`lived as (
    select id, stage_id, began_on, left_on, cast(amount as double) as amount from stays
    union all
    select b.id, null, b.began_on, c.status_on, null from born b left join closed c on c.id = b.id
  ), capped as (
    select u.stage_id, u.amount, if(c.status = 'won' and c.status_on >= u.began_on, c.status_on - u.began_on, null) as won_days,
      c.amount as final_amount, 2 ^ ((u.began_on - ${known}) / ${raw(halfLifeDays.toFixed(1))}) as weight,
      least(greatest(coalesce(u.left_on, ${known}) - u.began_on, 1), ${known} - ${follow} - u.began_on) as cap
    from lived u left join closed c on c.id = u.id
  ), unit as (
    select *, ${landmarks} as marks from capped where cap > 0
  )`;
}

/**
 * Units alike, together: rows `('unit', stage, marks, won days, n, weight, amount when it came, amount when won)`; the amounts are
 * weighted, and of units that have one. TRAP: never a row per unit and landmark: that is millions.
 */
export const unitRows: Sql = raw(`
  select 'unit' as kind, stage_id, marks, won_days, count(*)::double as n, sum(weight) as weight,
    coalesce(sum(amount * weight) filter (where amount > 0), 0) as came,
    coalesce(sum(final_amount * weight) filter (where amount > 0 and won_days is not null), 0) as won
  from unit group by stage_id, marks, won_days`);

/**
 * Rows of the same shape: `('won', …, n, …, amount)` of what was won in the period so far, and for up to eight past stretches of as
 * many days as are left `('fresh', …, n, …, amount)`: what deals created within it were won for within it.
 */
export function soFarRows(period: DayRange, asOf: Day, daysLeft: number): Sql {
  const [from, known] = [dayLiteral(period.from), dayLiteral(addDays(asOf, 1))];
  const left = raw(String(Math.max(1, Math.trunc(daysLeft))));
  return sql`
  select 'won', null, 0, null, count(*)::double, 0, coalesce(sum(amount), 0), 0 from closed
  where status = 'won' and status_on >= ${from}
  union all
  select 'fresh', null, s.k::integer, null, count(c.id)::double, 0, coalesce(sum(c.amount), 0), 0
  from range(8) s(k)
  left join closed c on c.status = 'won' and (${known} - 1 - c.status_on) // ${left} = s.k and (${known} - 1 - c.created_on) // ${left} = s.k
  where ${known} - (s.k + 1)::integer * ${left} >= (select min(began_on) from born)
  group by s.k`;
}
