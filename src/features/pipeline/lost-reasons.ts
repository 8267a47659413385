import { z } from 'zod';
import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { questionSchema } from '#semantic/parse.ts';
import { type Money, moneyOf, unitsOf } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';

/** `POST /api/v1/pipeline/lost-reasons`. */
export const lostReasonsQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
});

export type LostReasonsQuestion = z.output<typeof lostReasonsQuestion>;

/** What lost deals are told apart by: where they last stood, how large they were, to whom they went. */
type LostSplit = 'stage' | 'size' | 'competitor';

type Level = Readonly<{ deals: number; amount: Money }>;

/** Deals lost for a reason; null: nobody wrote one down. */
type LostReason = Readonly<{ reason: string | null } & Level>;

/** One part of a split with its own reasons, most frequent first. `name` null: not recorded. */
export type LostPart = Readonly<{ key: string | null; name: string | null; reasons: readonly LostReason[] } & Level>;

/** Lost deals by reason, and by reason within each split; every split adds up to the total. */
export type LostReasons = Readonly<{
  total: Level;
  reasons: readonly LostReason[];
  splits: Readonly<Record<LostSplit, readonly LostPart[]>>;
  /** Where small ends and large begins: thirds of the lost amounts, at round numbers; null when they are too few or alike. */
  sizes: Readonly<{ medium: Money; large: Money }> | null;
}>;

/** Fewer amounts make no sizes. */
const fewestAmounts = 30;

/** Why deals were lost in a period: the same deals as the measure `lost_deals`, at the stage that they last stood in. */
export async function lostReasons(asking: Asking, { period, where }: LostReasonsQuestion): Promise<LostReasons> {
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'lost',
        question: { measures: ['lost_deals'], period, where },
        columns: 'f.opportunity_id as id, f.lost_reason as reason, f.competitor, f.amount, f.status_on',
      },
    ],
    sql`, stood as (
      select l.id, arg_max(v.stage_id, row(v.left_on, v.entered_on)) as stage_id
      from lost l join stage_visit v on v.opportunity_id = l.id and v.ended_by = 'lost' and v.left_on <= l.status_on
      group by l.id
    ), third as (
      select quantile_cont(amount::double, 1.0 / 3) as low, quantile_cont(amount::double, 2.0 / 3) as high, count(amount) as n
      from lost
    ), bound as (
      select low_r as medium, high_r as large from (
        select round(low, 1 - floor(log10(low))::integer) as low_r, round(high, 1 - floor(log10(high))::integer) as high_r
        from third where n >= ${fewestAmounts}::integer and low > 0)
      where low_r < high_r
    ), sized as (
      select l.*, s.stage_id, g.name as stage, b.medium, b.large, case
        when b.medium is null or l.amount is null then null
        when l.amount < b.medium then 'small' when l.amount < b.large then 'medium' else 'large' end as size
      from lost l
      left join stood s on s.id = l.id left join stage g on g.id = s.stage_id left join bound b on true
    )
    select grouping(stage_id, size, competitor), coalesce(stage_id, size, competitor), any_value(stage), reason, count(*),
      cast(coalesce(sum(amount), 0) as decimal(38, 4)), any_value(medium), any_value(large)
    from sized
    group by grouping sets ((reason), (stage_id, reason), (size, reason), (competitor, reason))
    order by 5 desc, 4`,
  );
  const cells = rows.map(cellOf);
  const reasons = cells.filter(({ set }) => set === wholeSet);
  const [medium, large] = rows[0]?.slice(6) ?? [];
  return {
    total: sumOf(reasons),
    reasons: reasons.map(reasonOf),
    splits: {
      stage: partsOf(cells.filter(({ set }) => set === 0b011)),
      size: partsOf(cells.filter(({ set }) => set === 0b101)),
      competitor: partsOf(cells.filter(({ set }) => set === 0b110)),
    },
    sizes:
      typeof medium === 'number' && typeof large === 'number'
        ? { medium: moneyOf(unitsOf(String(medium))), large: moneyOf(unitsOf(String(large))) }
        : null,
  };
}

const wholeSet = 0b111;

type Cell = Readonly<{ set: number; key: string | null; name: string | null } & LostReason>;

function cellOf([set, key, stage, reason, deals, amount]: readonly unknown[]): Cell {
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  const isStage = Number(set) === 0b011;
  return {
    set: Number(set),
    key: text(key),
    name: isStage && key !== null ? text(stage) : text(key),
    reason: text(reason),
    deals: Number(deals),
    amount: moneyOf(unitsOf(String(amount))),
  };
}

function partsOf(cells: readonly Cell[]): readonly LostPart[] {
  const keys = [...new Set(cells.map(({ key }) => key))];
  const parts = keys.map((key) => {
    const own = cells.filter((cell) => cell.key === key);
    return { key, name: own[0]?.name ?? null, reasons: own.map(reasonOf), ...sumOf(own) };
  });
  return parts.toSorted((a, b) => b.deals - a.deals);
}

function reasonOf({ reason, deals, amount }: Cell): LostReason {
  return { reason, deals, amount };
}

function sumOf(cells: readonly Cell[]): Level {
  return {
    deals: cells.reduce((sum, { deals }) => sum + deals, 0),
    amount: moneyOf(cells.reduce((sum, { amount }) => sum + unitsOf(amount), 0n)),
  };
}
