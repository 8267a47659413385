import { normalTail } from './normal-tail.ts';
import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/** `s`: pairs that rose less pairs that fell; `tau` in [−1, 1]; `p`: how often chance alone gives as much, either way. */
type MannKendall = Readonly<{ kind: 'mann_kendall'; s: number; tau: number; z: number; p: number }>;

/** Below, the normal approximation does not hold. */
const minPeriods = 8;

/**
 * Does a series rise or fall more than chance lets it (Mann 1945, Kendall 1975)? Two-sided, normal approximation with
 * correction for ties and for continuity; τ-b. Needs 8 periods, evenly spaced. A series of one value has p = 1.
 */
export function mannKendall(values: readonly number[]): MannKendall | NotEnoughData {
  const n = values.length;
  if (n < minPeriods) return notEnoughData(minPeriods, n);
  const s = risesLessFalls(values);
  const ties = sizesOfTies(values);
  const over = (weight: (t: number) => number) => ties.reduce((sum, t) => sum + weight(t), 0);
  const variance = (n * (n - 1) * (2 * n + 5) - over((t) => t * (t - 1) * (2 * t + 5))) / 18;
  if (variance === 0) return { kind: 'mann_kendall', s: 0, tau: 0, z: 0, p: 1 };
  const pairs = (n * (n - 1)) / 2;
  const tau = s / Math.sqrt(pairs * (pairs - over((t) => (t * (t - 1)) / 2)));
  const z = (s - Math.sign(s)) / Math.sqrt(variance);
  return { kind: 'mann_kendall', s, tau, z, p: Math.min(1, 2 * normalTail(Math.abs(z))) };
}

function risesLessFalls(values: readonly number[]): number {
  let s = 0;
  for (const [index, early] of values.entries()) {
    for (const late of values.slice(index + 1)) s += Math.sign(late - early);
  }
  return s;
}

function sizesOfTies(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}
