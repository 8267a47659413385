import { z } from 'zod';
import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { questionSchema } from '#semantic/parse.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day } from '#shared/day.ts';
import { type Money, moneyOf, sumOfMoney, unitsOf } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import { type Interval, wilson95 } from '#stats/wilson.ts';
import { historyTables, horizonTable } from './close-history-sql.ts';
import { firstUnknownDay } from './first-unknown-day.ts';
import { type Stage, stagesIn } from './stage-list.ts';

/** What the weights are asked for: what stands at the end of the period, or now, under the page's filters. */
export const weightsQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
});

export type WeightsQuestion = z.infer<typeof weightsQuestion>;

/** How many mature deals the configured probability counts for against what history says. */
export const configuredCountsFor = 20;

/** A stage's open deals, weighted by the configured probability and by what became of deals that once came there. */
type StageWeight = Readonly<{
  stage: Stage;
  deals: number;
  amount: Money;
  configured: number | null;
  /** Deals that first came to the stage long enough ago: how many, won ones, and those that nobody closed yet. */
  n: number;
  won: number;
  stillOpen: number;
  /** Share won, with its Wilson interval; null without a mature deal. */
  rate: number | null;
  interval: Interval | null;
  /** The rate drawn towards the configured probability; null where neither says enough. */
  learnt: number | null;
  weighted: Readonly<{ configured: Money | null; learnt: Money | null }>;
}>;

export type StageWeights = Readonly<{
  asOf: Day;
  /** A deal younger than this in its stage is not judged: nine of ten are decided by then. */
  horizonDays: number;
  stages: readonly StageWeight[];
  total: Readonly<{ amount: Money; configured: Money; learnt: Money }>;
  /** Open deals that no weight reaches: their stage is unknown, or has no probability. */
  unweighted: Readonly<{ deals: number; amount: Money }>;
}>;

/** Open deals by stage with both weights; the configured total is the tile's. */
export async function stageWeights(asking: Asking, { period, where }: WeightsQuestion): Promise<StageWeights> {
  const known = await firstUnknownDay(asking, { period, where });
  const asOf = addDays(known, -1);
  const [rows, stages] = await Promise.all([tallies(asking, { known, where }), stagesIn(asking)]);
  const horizonDays = Number(rows[0]?.[8] ?? 0);
  const found = new Map(rows.map((row) => [row[0] === null ? null : String(row[0]), row]));
  const weights = stages
    .filter(({ rank }) => rank !== null)
    .map((stage) => weightOf(stage, found.get(stage.id)))
    .filter(({ deals, n }) => deals > 0 || n > 0);
  const sum = (pick: (weight: StageWeight) => Money | null) => sumOfMoney(weights.flatMap((each) => pick(each) ?? []));
  return {
    asOf,
    horizonDays,
    stages: weights,
    total: {
      amount: amountOf(rows),
      configured: sum((each) => each.weighted.configured),
      learnt: sum((each) => each.weighted.learnt),
    },
    unweighted: unweightedOf(rows, weights),
  };
}

type Row = readonly unknown[];

/** Per stage: id, configured, open deals, their amount, weighted as configured, mature deals, won, still open, horizon. */
function tallies(
  asking: Asking,
  { known, where }: Readonly<{ known: Day; where: WeightsQuestion['where'] }>,
): Promise<readonly Row[]> {
  const asOf = addDays(known, -1);
  const [first, ...more] = historyTables({ asOf, where });
  return runOverRows(
    asking,
    [
      first,
      ...more,
      {
        name: 'standing',
        question: { measures: ['opportunities_open'], period: { from: asOf, before: known }, where, asOf },
        columns: 'f.stage_id, f.amount',
      },
    ],
    sql`, ${horizonTable}, tried as (
      select s.stage_id, count(*) as n, count_if(c.status = 'won') as won, count_if(c.id is null) as still_open
      from stays s
      join horizon h on s.began_on + h.days < ${dayLiteral(known)}
      left join closed c on c.id = s.id
      where s.is_first
      group by s.stage_id
    ), stands as (
      select stage_id, count(*) as deals, coalesce(sum(amount), 0) as amount from standing group by stage_id
    )
    select coalesce(o.stage_id, t.stage_id), g.probability, coalesce(o.deals, 0), cast(coalesce(o.amount, 0) as decimal(38, 4)),
      cast(o.amount * g.probability as decimal(38, 4)), coalesce(t.n, 0), coalesce(t.won, 0), coalesce(t.still_open, 0), h.days
    from stands o
    full join tried t on t.stage_id is not distinct from o.stage_id
    left join stage g on g.id = coalesce(o.stage_id, t.stage_id)
    cross join horizon h`,
  );
}

function weightOf(stage: Stage, row: Row | undefined): StageWeight {
  const [, probability, deals, amount, weighted, n, won, stillOpen] = row ?? [];
  const tried = { n: Number(n ?? 0), won: Number(won ?? 0) };
  const configured = probability === null || probability === undefined ? null : Number(probability);
  const learnt = learntOf(tried, configured);
  const worth = moneyOf(unitsOf(String(amount ?? 0)));
  return {
    stage,
    deals: Number(deals ?? 0),
    amount: worth,
    configured,
    ...tried,
    stillOpen: Number(stillOpen ?? 0),
    rate: tried.n === 0 ? null : tried.won / tried.n,
    interval: wilson95(tried.won, tried.n),
    learnt,
    weighted: {
      configured: configured === null ? null : moneyOf(unitsOf(String(weighted ?? 0))),
      learnt: learnt === null ? null : moneyOf(unitsOf((Number(worth) * learnt).toFixed(4))),
    },
  };
}

/** The rate, drawn towards the configured probability as if that were 20 more deals; without one, only 20 deals speak. */
function learntOf({ n, won }: Readonly<{ n: number; won: number }>, configured: number | null): number | null {
  if (configured !== null) return (won + configuredCountsFor * configured) / (n + configuredCountsFor);
  return n >= configuredCountsFor ? won / n : null;
}

function amountOf(rows: readonly Row[]): Money {
  return sumOfMoney(rows.map((row) => String(row[3])));
}

function unweightedOf(rows: readonly Row[], weights: readonly StageWeight[]): StageWeights['unweighted'] {
  const reached = new Set(weights.filter(({ learnt }) => learnt !== null).map(({ stage }) => stage.id));
  const rest = rows.filter(([id]) => id === null || !reached.has(String(id)));
  return { deals: rest.reduce((sum, row) => sum + Number(row[2]), 0), amount: amountOf(rest) };
}
