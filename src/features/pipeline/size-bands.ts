import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Question } from '#semantic/question.ts';
import type { DayRange } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { AmountBand } from './stays.ts';

/** Deals by amount in three bands of about as many stays. */
export type SizeBands = Readonly<Record<'small' | 'medium' | 'large', AmountBand>>;

/** Fewer amounts than this make no bands. */
const fewestAmounts = 30;

/** The bands of the stays entered in the window, at round amounts; null when there are too few or they are all alike. */
export async function sizeBands(
  asking: Asking,
  { window, where }: Readonly<{ window: DayRange; where: Question['where'] }>,
): Promise<SizeBands | null> {
  const rows = await runOverRows(
    asking,
    [{ name: 'visit', question: { measures: ['stage_entries'], period: window, where }, columns: 'f.amount' }],
    sql`select quantile_cont(amount::double, 1.0 / 3), quantile_cont(amount::double, 2.0 / 3), count(amount) from visit`,
  );
  const [low, high, n] = rows[0] ?? [];
  if (typeof low !== 'number' || typeof high !== 'number' || Number(n) < fewestAmounts) return null;
  const [lower, upper] = [rounded(low), rounded(high)];
  if (lower >= upper) return null;
  return {
    small: { from: null, before: lower },
    medium: { from: lower, before: upper },
    large: { from: upper, before: null },
  };
}

/** Two digits that count. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(2));
}
