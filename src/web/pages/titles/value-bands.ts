import type { Answer } from '#web/api/types.ts';
import { numberOf } from '#web/numbers/figure.ts';

/** Orders from `from` on, less than `before`. */
export type ValueBand = Readonly<{ key: string; from: number; before: number; count: number }>;

const bandsPerDecade = 6;

/** The value bands of an answer from the least to the greatest, empty ones between them included; orders without an amount are left out. */
export function valueBandsOf(answer: Answer): readonly ValueBand[] {
  const counts = new Map<number, Readonly<{ key: string; count: number }>>();
  for (const row of answer.rows) {
    const key = row.order_value_band;
    const least = numberOf(key);
    if (least !== null && least > 0) {
      counts.set(Math.round(Math.log10(least) * bandsPerDecade), {
        key: String(key),
        count: numberOf(row.order_count) ?? 0,
      });
    }
  }
  const steps = [...counts.keys()];
  if (steps.length === 0) return [];
  const [first, last] = [Math.min(...steps), Math.max(...steps)];
  const bound = (step: number) => 10 ** (step / bandsPerDecade);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const step = first + index;
    const found = counts.get(step);
    return { key: found?.key ?? '', from: bound(step), before: bound(step + 1), count: found?.count ?? 0 };
  });
}

/** Small orders, and what they are made of. */
export type SmallOrders = Readonly<{
  keys: readonly string[];
  below: number;
  count: number;
  /** The line most of them contain, and how many do. */
  line: Readonly<{ name: string; count: number }> | null;
}>;

/** Fewer small orders than this part of all are not worth a suggestion. */
const worthSuggesting = 0.12;

/** The orders in bands that end at or below half the median; null when they are few. */
export function smallOrders(bands: readonly ValueBand[], median: number, byLine: Answer): SmallOrders | null {
  const small = bands.filter((band) => band.before <= median / 2 && band.count > 0);
  const all = bands.reduce((sum, band) => sum + band.count, 0);
  const count = small.reduce((sum, band) => sum + band.count, 0);
  if (all === 0 || count / all < worthSuggesting) return null;
  const keys = small.map((band) => band.key);
  const lines = new Map<string, number>();
  for (const row of byLine.rows) {
    const name = row.product_line;
    if (typeof name !== 'string' || !keys.includes(String(row.order_value_band))) continue;
    lines.set(name, (lines.get(name) ?? 0) + (numberOf(row.order_count) ?? 0));
  }
  const [most] = [...lines].sort((left, right) => right[1] - left[1]);
  const below = Math.max(...small.map((band) => band.before));
  return { keys, below, count, line: most ? { name: most[0], count: most[1] } : null };
}
