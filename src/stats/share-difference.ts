import { type Interval, wilson95 } from './wilson.ts';

/** Of `n` tries `hits` succeeded. */
export type Share = Readonly<{ hits: number; n: number }>;

/** How far two shares lie apart, with a 95 % interval. */
export type ShareDifference = Readonly<{ difference: number } & Interval>;

/**
 * The difference `now − before` of two independent shares, with the interval that Newcombe (1998, method 10) builds from both
 * Wilson intervals: it stays within −1 and 1 and is honest for small numbers. Null when either rests on nothing.
 */
export function shareDifference(now: Share, before: Share): ShareDifference | null {
  const [own, base] = [wilson95(now.hits, now.n), wilson95(before.hits, before.n)];
  if (!own || !base) return null;
  const [p, q] = [now.hits / now.n, before.hits / before.n];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - own.low, base.high - q),
    high: difference + Math.hypot(own.high - p, q - base.low),
  };
}
