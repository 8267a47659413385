import { logGamma } from './log-gamma.ts';
import type { Interval } from './wilson.ts';

/** Counts this many standard deviations from the mean weigh less than 1e-15 together. */
const outOfReach = 12;

/**
 * Counts that a Poisson distribution of this mean keeps within, up to a share `1 − coverage` half on either side: the quantiles
 * at (1 − coverage)/2 and (1 + coverage)/2, exact, both included. A count outside is unusual. RangeError for a mean
 * below 0.
 */
export function poissonBand(mean: number, coverage: number): Interval {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) throw new RangeError(`a mean count cannot be ${mean}`);
  const tail = (1 - coverage) / 2;
  let count = Math.max(0, Math.floor(mean - outOfReach * Math.sqrt(mean)));
  let exactly = mean === 0 ? 1 : Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
  let upTo = exactly;
  let low: number | null = null;
  while (upTo < 1 - tail && count < mean + outOfReach * Math.sqrt(mean + 1)) {
    if (low === null && upTo >= tail) low = count;
    count += 1;
    exactly *= mean / count;
    upTo += exactly;
  }
  return { low: low ?? count, high: count };
}
