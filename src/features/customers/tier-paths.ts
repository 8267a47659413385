import { type CountedRows, runOverRows } from '#features/counted-rows.ts';
import { addMonths, type Day } from '#shared/day.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import { type TierState, tierAfter, type ValueTier } from '#stats/value-tiers.ts';
import type { TierRules } from './customer-rules.ts';
import { keptFor } from './kept-for.ts';
import { netRevenue } from './page-question.ts';

/** A customer's evaluations, one a month without a gap: the tier by revenue alone at the end of each month. */
export type TierPath = Readonly<{ firstMonth: number; earned: string }>;

/** One evaluation of a customer: the first day after it, the tier it gave, and the one by revenue alone. */
export type TierEvaluation = Readonly<{ on: Day; tier: ValueTier; earned: ValueTier }>;

const firstDay = '1900-01-01' as Day;

/** How many evaluations are looked back on: ten years. */
const mostEvaluations = 120;

/**
 * Every customer evaluated at every month end up to `end` (a first of a month) on the net revenue of the 12 months before it, with
 * what is known at `end` (METRICS 30). A customer's path begins in the month of the first order; before that there is nothing.
 * Kept until a row of before `end` changes: today's orders touch none.
 */
export const tierPaths = keptFor<readonly [end: Day, rules: TierRules], ReadonlyMap<string, TierPath>>(
  async (asking, end, rules) => {
    const last = monthOf(end) - 1;
    const rows = await runOverRows(asking, [netRows(end)], pathStatement(last, rules));
    return new Map(
      rows.map(([id, firstMonth, a, b]) => [
        String(id),
        {
          firstMonth: Number(firstMonth),
          earned: earnedText({ a: String(a), b: String(b) }, last - Number(firstMonth)),
        },
      ]),
    );
  },
  async (asking, end) => {
    const [row] = await runOverRows(
      asking,
      [netRows(end)],
      sql`select concat(count(*), ' ', sum(hash(customer_id, on_day, amount))) from net`,
    );
    return String(row?.[0]);
  },
);

function netRows(end: Day): CountedRows {
  const question = { measures: [netRevenue], period: { from: firstDay, before: end } };
  return { name: 'net', question, columns: 'f.customer_id, f.on_day, f.amount' };
}

/**
 * Months are counted from year 0; amounts are whole ten-thousandths, so that sums in floating point are exact. A sale counts from
 * its month on and leaves twelve months later. The evaluations of a customer come as bits, the last month lowest: those that earned
 * A, and those that earned A or B.
 */
function pathStatement(last: number, { a, b }: TierRules): Sql {
  const lastMonth = raw(String(last));
  const bits = (bar: string) =>
    raw(`bit_or(if(v > 0 and v >= bar.${bar}, 1::hugeint << (${last} - e), 0::hugeint))::varchar`);
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
    twelve as (
      select c, unnest(range(greatest(m, ${lastMonth} - ${raw(String(mostEvaluations - 1))}), next_m))::integer as e, v from stretch),
    placed as (
      select e, v, sum(v) over (partition by e) as total,
        coalesce(sum(v) over (partition by e order by v desc rows between unbounded preceding and 1 preceding), 0) as above
      from twelve where v > 0),
    bar as (
      select e, min(v) filter (where above / total + 1e-12 < ${a}) as a, min(v) filter (where above / total + 1e-12 < ${b}) as b
      from placed group by e)
    select c, min(e), ${bits('a')}, ${bits('b')}
    from twelve left join bar using (e)
    group by c`;
}

/** The bits as letters, the first evaluation first; `more` evaluations follow it. */
function earnedText(bits: Readonly<{ a: string; b: string }>, more: number): string {
  const digits = (text: string) =>
    BigInt(text)
      .toString(2)
      .padStart(more + 1, '0');
  const [a, b] = [digits(bits.a), digits(bits.b)];
  return Array.from(a, (digit, index) => (digit === '1' ? 'a' : b[index] === '1' ? 'b' : 'c')).join('');
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
