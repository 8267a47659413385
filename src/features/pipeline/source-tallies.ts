import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Question } from '#semantic/question.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { type Money, moneyOf, unitsOf } from '#shared/money.ts';
import { raw, sql } from '#shared/sql.ts';

/** Leads of one source that came in within `window`, and what became of them within the horizon. */
export type SourceTally = Readonly<{
  sourceId: string | null;
  name: string | null;
  leads: number;
  valid: number;
  won: number;
  wonAmount: Money;
  /** Customers won whose next 180 days are over, and how many of them ordered again in those. */
  buyers: number;
  buyersAgain: number;
  /** What was spent in the months that a cost is recorded for, and the leads and wins of those months. */
  cost: Readonly<{ amount: Money; months: number; leads: number; won: number }> | null;
}>;

export type Cohort = Readonly<{
  /** Whole months, so that leads meet the costs of the same months. */
  window: DayRange;
  /** The first day not known. */
  asOf: Day;
  horizonDays: number;
  where: Question['where'];
}>;

/** How long a customer is watched for a second order. */
const repeatDays = 180;

/** The tally of every source with a lead in the window, most leads first. */
export async function sourceTallies(
  asking: Asking,
  { window, asOf, horizonDays, where }: Cohort,
): Promise<readonly SourceTally[]> {
  const day = dayLiteral(asOf);
  const until = { period: { from: window.from, before: asOf }, asOf: addDays(asOf, -1) };
  const horizon = raw(String(Math.trunc(horizonDays)));
  const watched = raw(String(repeatDays));
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'arrived',
        question: { measures: ['leads'], period: window, where },
        columns: `f.lead_id as id, f.source_id, f.opportunity_id, f.created_on, f.valid_on < date '${asOf}' as is_valid`,
      },
      {
        name: 'win',
        question: { measures: ['won_deals'], ...until },
        columns: 'f.opportunity_id, f.lead_id, f.customer_id, f.status_on, f.amount',
      },
      { name: 'bought', question: { measures: ['order_count'], ...until }, columns: 'f.customer_id, f.ordered_on' },
    ],
    sql`, linked as (
      select l.id, l.source_id, l.created_on, w.opportunity_id, w.customer_id, w.status_on, w.amount
      from arrived l join win w on w.opportunity_id = l.opportunity_id
      union
      select l.id, l.source_id, l.created_on, w.opportunity_id, w.customer_id, w.status_on, w.amount
      from arrived l join win w on w.lead_id = l.id
    ), first_linked as (
      select * from linked qualify row_number() over (partition by opportunity_id order by created_on, id) = 1
    ), in_time as (
      select * from first_linked where status_on - created_on between 0 and ${horizon}
    ), won_lead as (
      select id, sum(amount) as amount from in_time group by id
    ), first_order as (
      select i.source_id, i.customer_id, min(b.ordered_on) as on_day
      from in_time i join bought b on b.customer_id = i.customer_id and b.ordered_on >= i.status_on
      group by all
    ), loyal as (
      select o.source_id, count(distinct o.customer_id) as buyers, count(distinct b.customer_id) as again
      from first_order o
      left join bought b on b.customer_id = o.customer_id and b.ordered_on > o.on_day and b.ordered_on <= o.on_day + ${watched}
      where o.on_day + ${watched} < ${day}
      group by 1
    ), spent as (
      select source_id, month_on, sum(amount) as amount from source_cost
      where month_on >= ${dayLiteral(window.from)} and month_on < ${dayLiteral(window.before)}
      group by all
    ), cost as (
      select source_id, sum(amount) as amount, count(*) as months from spent group by 1
    ), tally as (
      select a.source_id, count(*) as leads, count_if(a.is_valid) as valid, count(w.id) as won, sum(w.amount) as amount,
        count(s.month_on) as cost_leads, count_if(s.month_on is not null and w.id is not null) as cost_won
      from arrived a
      left join won_lead w on w.id = a.id
      left join spent s on s.source_id = a.source_id and s.month_on = date_trunc('month', a.created_on)
      group by 1
    )
    select t.source_id, n.name, t.leads, t.valid, t.won, cast(coalesce(t.amount, 0) as decimal(38, 4)),
      coalesce(y.buyers, 0), coalesce(y.again, 0), c.amount, c.months, t.cost_leads, t.cost_won
    from tally t
    left join source n on n.id = t.source_id
    left join loyal y on y.source_id is not distinct from t.source_id
    left join cost c on c.source_id = t.source_id
    order by t.leads desc, n.name`,
  );
  // A cost is of the whole source: beside leads that are only some of it, it would be wrong.
  const isWhole = asking.scope.kind === 'all' && (where ?? []).every(({ field }) => field.startsWith('source'));
  return rows.map((row) => tallyOf(row, isWhole));
}

function tallyOf(row: readonly unknown[], isWhole: boolean): SourceTally {
  const [sourceId, name, leads, valid, won, amount, buyers, again, cost, months, costLeads, costWon] = row;
  return {
    sourceId: sourceId === null ? null : String(sourceId),
    name: name === null ? null : String(name),
    leads: Number(leads),
    valid: Number(valid),
    won: Number(won),
    wonAmount: moneyOf(unitsOf(String(amount))),
    buyers: Number(buyers),
    buyersAgain: Number(again),
    cost:
      isWhole && cost !== null
        ? {
            amount: moneyOf(unitsOf(String(cost))),
            months: Number(months),
            leads: Number(costLeads),
            won: Number(costWon),
          }
        : null,
  };
}
