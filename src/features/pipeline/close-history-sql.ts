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

const points = Array.from({ length: 100 }, (_, index) => ((index + 0.5) / 100).toFixed(3)).join(', ');

/**
 * `judged`: every deal at every landmark it reached open, in a stage or (stage null) since its creation, with whether it was won
 * and how many days later. Needs `historyTables` and `horizonTable`.
 */
export function judgedTables(asOf: Day): Sql {
  const known = dayLiteral(addDays(asOf, 1));
  const ages = raw(landmarkAges.map((age) => `(${age})`).join(', '));
  return sql`unit as (
    select id, stage_id, began_on, left_on, cast(amount as double) as amount from stays
    union all
    select b.id, null, b.began_on, c.status_on, null from born b left join closed c on c.id = b.id
  ), landmark as (
    select u.id, u.stage_id, u.amount, a.age, u.began_on + a.age as on_day
    from unit u, (values ${ages}) a(age), horizon h
    where (a.age = 0 or coalesce(u.left_on, ${known}) - u.began_on > a.age) and u.began_on + a.age + h.days < ${known}
  ), judged as (
    select l.stage_id, l.age, l.amount, c.amount as final_amount, coalesce(c.status = 'won' and c.status_on >= l.on_day, false) as is_won, c.status_on - l.on_day as days
    from landmark l left join closed c on c.id = l.id
  )`;
}

/**
 * Rates and, as a hundred quantiles, times to win, by stage and age: rows `('rate', stage, age, n, won)` and `('days', stage, age,
 * days, n)`; and what was won of what stood there: `('value', stage, 0, amount when it came to the stage, amount when won)`.
 */
export const learntRows: Sql = raw(`
  select 'rate' as kind, stage_id, age, count(*)::double as x, count_if(is_won)::double as y from judged group by stage_id, age
  union all
  select 'days', stage_id, age, unnest(days)::double, n::double from (
    select stage_id, age, count(*) as n, quantile_disc(days, [${points}]) as days from judged where is_won group by stage_id, age)
  union all
  select 'value', stage_id, 0, sum(amount), coalesce(sum(final_amount) filter (where is_won), 0)
  from judged where age = 0 and amount > 0 group by rollup (stage_id)`);

/**
 * Rows `('won', …, amount, n)` of what was won in the period so far, `('fresh', …, k, amount)` of what deals created within a past
 * stretch of as many days as are left were won for within it, for the eight stretches before, and `('horizon', …, days, decided)`.
 */
export function soFarRows(period: DayRange, asOf: Day, daysLeft: number): Sql {
  const [from, known] = [dayLiteral(period.from), dayLiteral(addDays(asOf, 1))];
  const left = raw(String(Math.max(1, Math.trunc(daysLeft))));
  return sql`
  select 'won', null, 0, coalesce(sum(amount), 0), count(*)::double from closed where status = 'won' and status_on >= ${from}
  union all
  select 'horizon', null, 0, days::double, decided::double from horizon
  union all
  select 'fresh', null, s.k, coalesce(sum(c.amount), 0), count(c.id)::double
  from range(8) s(k)
  left join closed c on c.status = 'won' and (${known} - 1 - c.status_on) // ${left} = s.k and (${known} - 1 - c.created_on) // ${left} = s.k
  where ${known} - (s.k + 1)::integer * ${left} >= (select min(began_on) from born)
  group by s.k`;
}
