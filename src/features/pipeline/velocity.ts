import { z } from 'zod';
import { type Asking, ask } from '#features/ask.ts';
import { questionSchema } from '#semantic/parse.ts';
import type { Cell } from '#semantic/question.ts';

/** What velocity is asked for, and what its segments are. */
export const velocityQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
  by: z.enum(['product_line', 'region', 'team', 'customer_type', 'source', 'pipeline']).default('product_line'),
});

export type VelocityQuestion = z.infer<typeof velocityQuestion>;

/** A segment's open deals × win rate × average won amount ÷ cycle: what it brings a day. Null where a factor is unknown. */
type SegmentVelocity = Readonly<{
  key: string | null;
  name: string | null;
  open: number;
  winRate: number | null;
  averageValue: number | null;
  cycleDays: number | null;
  perDay: number | null;
}>;

/** `perDay` is summed over segments; multiplying the totals instead would let a slow segment's size meet a fast one's cycle. */
export type Velocity = Readonly<{ perDay: number | null; segments: readonly SegmentVelocity[]; unknown: number }>;

/** Sales velocity (METRICS 13): n × win rate × average won amount ÷ cycle days per segment, summed; largest first. */
export async function salesVelocity(asking: Asking, { period, where, by }: VelocityQuestion): Promise<Velocity> {
  const { rows } = await ask(asking, {
    measures: ['opportunities_open', 'win_rate', 'average_deal_value', 'sales_cycle_days'],
    by: [by],
    period,
    where,
  });
  const segments = rows.map((row) => segmentOf(row, by));
  const known = segments.flatMap(({ perDay: each }) => each ?? []);
  return {
    perDay: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0),
    segments: segments.toSorted((left, right) => (right.perDay ?? -1) - (left.perDay ?? -1)),
    unknown: segments.length - known.length,
  };
}

function segmentOf(row: Readonly<Record<string, Cell>>, by: string): SegmentVelocity {
  const factors = {
    open: Number(row.opportunities_open ?? 0),
    winRate: numberOf(row.win_rate),
    averageValue: numberOf(row.average_deal_value),
    cycleDays: numberOf(row.sales_cycle_days),
  };
  return { key: textOf(row[`${by}_key`]), name: textOf(row[by]), ...factors, perDay: perDayOf(factors) };
}

/** Nothing open brings nothing, whatever the rest. A cycle of no days has no speed. */
function perDayOf({ open, winRate, averageValue, cycleDays }: Omit<SegmentVelocity, 'key' | 'name' | 'perDay'>) {
  if (open === 0) return 0;
  if (winRate === null || cycleDays === null || cycleDays <= 0) return null;
  if (winRate === 0) return 0;
  return averageValue === null ? null : (open * winRate * averageValue) / cycleDays;
}

function numberOf(cell: Cell | undefined): number | null {
  return cell === null || cell === undefined ? null : Number(cell);
}

function textOf(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
