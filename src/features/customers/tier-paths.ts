import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { addMonths, type Day } from '#shared/day.ts';
import { raw, sql } from '#shared/sql.ts';
import { type TierState, tierAfter, type ValueTier } from '#stats/value-tiers.ts';
import type { TierRules } from './customer-rules.ts';
import { netRevenue } from './page-question.ts';

/** A customer's evaluations, one a month without a gap: the tier by revenue alone at the end of each month. */
export type TierPath = Readonly<{ firstMonth: number; earned: string }>;

/** One evaluation of a customer: the first day after it, the tier it gave, and the one by revenue alone. */
export type TierEvaluation = Readonly<{ on: Day; tier: ValueTier; earned: ValueTier }>;

const firstDay = '1900-01-01' as Day;

/**
 * Every customer evaluated at every month end up to `end` (a first of a month) on the net revenue of the 12 months before it, with
 * what is known at `end` (METRICS 30). A customer's path begins in the month of the first order; before that there is nothing.
 */
export async function tierPaths(asking: Asking, end: Day, { a, b }: TierRules): Promise<ReadonlyMap<string, TierPath>> {
  const everything: Asking = { ...asking, scope: { kind: 'all' } };
  const question = { measures: [netRevenue], period: { from: firstDay, before: end } };
  const rows = await runOverRows(
    everything,
    [{ name: 'net', question, columns: 'f.customer_id, f.on_day, f.amount' }],
    pathStatement(monthOf(end) - 1, { a, b }),
  );
  return new Map(
    rows.map(([id, firstMonth, earned]) => [String(id), { firstMonth: Number(firstMonth), earned: String(earned) }]),
  );
}

/**
 * Months are counted from year 0; amounts are whole ten-thousandths, so that sums in floating point are exact. A sale counts from
 * its month on and leaves twelve months later.
 */
function pathStatement(last: number, { a, b }: TierRules) {
  const lastMonth = raw(String(last));
  return sql`,
    monthly as (
      select customer_id as c, year(on_day) * 12 + month(on_day) - 1 as m, sum(amount * 10000)::double as v
      from net where customer_id is not null group by all),
    step as (
      select c, m, sum(v) as v from (select c, m, v from monthly union all select c, m + 12, -v from monthly)
      where m <= ${lastMonth} group by all),
    stretch as (
      select c, m, coalesce(lead(m) over w, ${lastMonth} + 1) as next_m, sum(v) over w as v
      from step window w as (partition by c order by m)),
    twelve as (select c, unnest(range(m, next_m)) as e, v from stretch),
    placed as (
      select e, v, sum(v) over (partition by e) as total,
        coalesce(sum(v) over (partition by e order by v desc rows between unbounded preceding and 1 preceding), 0) as above
      from twelve where v > 0),
    bar as (
      select e, min(v) filter (where above / total + 1e-12 < ${a}) as a, min(v) filter (where above / total + 1e-12 < ${b}) as b
      from placed group by e)
    select c, min(e), string_agg(case when v <= 0 or v < bar.b or bar.b is null then 'c' when v < bar.a then 'b' else 'a' end, '' order by e)
    from twelve left join bar using (e)
    group by c`;
}

/** What the evaluations made of the customer, the last one last; empty for who never bought. */
export function tierHistory(path: TierPath | undefined): readonly TierEvaluation[] {
  let state: TierState | null = null;
  return [...(path?.earned ?? '')].map((letter, index) => {
    const earned = letter as ValueTier;
    state = tierAfter(earned, state);
    return { on: monthDay((path?.firstMonth ?? 0) + index + 1), tier: state.tier, earned };
  });
}

/** The tier after the last evaluation; C for who never bought. */
export function tierOf(path: TierPath | undefined): ValueTier {
  let state: TierState | null = null;
  for (const letter of path?.earned ?? '') state = tierAfter(letter as ValueTier, state);
  return state?.tier ?? 'c';
}

/** The last month end (as the first day after it) that is known before `asOf`. */
export function lastEvaluation(asOf: Day): Day {
  return `${asOf.slice(0, 7)}-01` as Day;
}

/** The year that an evaluation looks at. */
export function evaluatedYear(end: Day) {
  return { from: addMonths(end, -12), before: end };
}

function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthDay(month: number): Day {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
}
