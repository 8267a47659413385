import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day } from '#shared/day.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import { netRevenue } from '../page-question.ts';

/** How a customer bought, by days with an order until the last known day; amounts in the workspace's currency. */
export type ChurnFigures = Readonly<{
  id: string;
  orderDays: number;
  /** From the first to the last order, from the first and from the last to the last known day. */
  activeDays: number;
  knownDays: number;
  silentDays: number;
  medianGapDays: number | null;
  p90GapDays: number | null;
  /** Mean amount of a day with an order after the first such day; 0 without one. */
  repeatAmount: number;
  /** Mean amount of all days with an order. */
  meanAmount: number;
  /** Net revenue of the last 90 days, and of the 365 days before these. */
  recent: number;
  norm: number;
  /** Net revenue of the 365 days up to the last order. */
  lastYear: number;
  /** Days with an order in the 90 days that follow, and their net revenue; 0 unless these are asked for. */
  heldOut: number;
  heldOutAmount: number;
}>;

/** Days that a warning looks at and is judged by. */
export const recentDays = 90;

const firstDay = '1900-01-01' as Day;

/**
 * The figures of every customer who ever ordered, with what was known the day before `asOf`; with `heldOut` also what came in the 90
 * days after. An order cancelled by then does not count; one cancelled later did still count.
 */
export async function churnFigures(asking: Asking, asOf: Day, heldOut: boolean): Promise<readonly ChurnFigures[]> {
  const ever = { from: firstDay, before: asOf };
  const after = { from: asOf, before: addDays(asOf, recentDays) };
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'bought',
        question: { measures: ['order_count'], period: ever },
        columns: 'f.customer_id, f.ordered_on as on_day, f.amount',
      },
      { name: 'net', question: { measures: [netRevenue], period: ever }, columns: 'f.customer_id, f.on_day, f.amount' },
      {
        name: 'afterwards',
        question: { measures: ['order_count'], period: after },
        columns: 'f.customer_id, f.ordered_on as on_day',
      },
      { name: 'net_after', question: { measures: [netRevenue], period: after }, columns: 'f.customer_id, f.amount' },
    ],
    figuresStatement(addDays(asOf, -1), heldOut),
  );
  return rows.map(figuresOf);
}

/** `quantile_cont` is the quantile of the statistics; a test holds both together. */
function figuresStatement(today: Day, heldOut: boolean): Sql {
  const last = dayLiteral(today);
  const recent = dayLiteral(addDays(today, -recentDays));
  const yearBefore = dayLiteral(addDays(today, -recentDays - 365));
  const isAsked = raw(heldOut ? 'true' : 'false');
  return sql`,
    days as (
      select customer_id, on_day, coalesce(sum(amount), 0)::double as amount
      from bought where customer_id is not null group by customer_id, on_day),
    gaps as (
      select customer_id, on_day, amount, on_day - lag(on_day) over (partition by customer_id order by on_day) as gap from days),
    buyer as (
      select customer_id, count(*) as n, min(on_day) as first_on, max(on_day) as last_on, median(gap) as p50,
        quantile_cont(gap, 0.9) as p90, coalesce(avg(amount) filter (where gap is not null), 0) as repeat_amount, avg(amount) as amount
      from gaps group by customer_id),
    spent as (
      select n.customer_id, sum(n.amount) filter (where n.on_day > ${recent}) as recent,
        sum(n.amount) filter (where n.on_day > ${yearBefore} and n.on_day <= ${recent}) as norm,
        sum(n.amount) filter (where n.on_day > b.last_on - 365) as last_year
      from net n join buyer b on b.customer_id = n.customer_id group by n.customer_id),
    later as (select customer_id, count(distinct on_day) as n from afterwards where ${isAsked} group by customer_id),
    earned as (select customer_id, sum(amount)::double as amount from net_after where ${isAsked} group by customer_id)
    select b.customer_id, b.n, b.last_on - b.first_on, ${last} - b.first_on, ${last} - b.last_on, b.p50::double, b.p90::double,
      b.repeat_amount, b.amount, coalesce(s.recent, 0)::double, coalesce(s.norm, 0)::double, coalesce(s.last_year, 0)::double,
      coalesce(l.n, 0), coalesce(e.amount, 0)
    from buyer b
    left join spent s on s.customer_id = b.customer_id
    left join later l on l.customer_id = b.customer_id
    left join earned e on e.customer_id = b.customer_id
    order by b.customer_id`;
}

function figuresOf(row: readonly unknown[]): ChurnFigures {
  const [id, ...values] = row;
  const number = (index: number) => Number(values[index] ?? 0);
  const known = (index: number) =>
    values[index] === null || values[index] === undefined ? null : Number(values[index]);
  return {
    id: String(id),
    orderDays: number(0),
    activeDays: number(1),
    knownDays: number(2),
    silentDays: number(3),
    medianGapDays: known(4),
    p90GapDays: known(5),
    repeatAmount: number(6),
    meanAmount: number(7),
    recent: number(8),
    norm: number(9),
    lastYear: number(10),
    heldOut: number(11),
    heldOutAmount: number(12),
  };
}
