/** A share with its 95 % interval; `n` is what it rests on. */
export type Interval = Readonly<{ low: number; high: number }>;

/** As published tables have it; the oracle of METRICS §7 was made with it. */
const z95 = 1.96;

/**
 * Wilson's 95 % score interval of `hits` in `n` tries (Wilson 1927); null when nothing was tried.
 * Unlike the textbook interval it stays within 0 and 1 and is honest for small `n`.
 */
export function wilson95(hits: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = hits / n;
  const shrink = 1 + z95 ** 2 / n;
  const middle = (share + z95 ** 2 / (2 * n)) / shrink;
  const reach = (z95 / shrink) * Math.sqrt((share * (1 - share)) / n + z95 ** 2 / (4 * n ** 2));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
