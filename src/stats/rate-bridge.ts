/** One part of what a rate is over: hits of tries, then and now. */
export type RatePart = Readonly<{ key: string; hits: number; n: number; hitsBefore: number; nBefore: number }>;

/**
 * What a part adds to the change of the whole rate: `within`, by its own rate; `mix`, by making up another share of the tries.
 * They add up to `total`, and the totals to the change.
 */
type BridgePart = Readonly<{ key: string; within: number; mix: number; total: number }>;

export type RateBridge = Readonly<{ change: number; parts: readonly BridgePart[] }>;

/**
 * Splits the change of a rate Σhits/Σtries over its parts without a rest: the average of both orders of changing rates and
 * shares (Bennet 1920, the Shapley value of two factors). Shares are weighed against the mean rate, so that a part which grows is
 * to blame only when it converts worse than the whole. Null when there are no tries then or now.
 */
export function rateBridge(parts: readonly RatePart[]): RateBridge | null {
  const [n, nBefore] = [sum(parts, 'n'), sum(parts, 'nBefore')];
  if (n === 0 || nBefore === 0) return null;
  const [now, before] = [sum(parts, 'hits') / n, sum(parts, 'hitsBefore') / nBefore];
  const middle = (now + before) / 2;
  return {
    change: now - before,
    parts: parts.map((part) => {
      const [share, shareBefore] = [part.n / n, part.nBefore / nBefore];
      const rates = ratesOf(part, middle);
      const within = ((share + shareBefore) / 2) * (rates.now - rates.before);
      const mix = (share - shareBefore) * ((rates.now + rates.before) / 2 - middle);
      return { key: part.key, within, mix, total: within + mix };
    }),
  };
}

/** A part that was not there before has not changed its rate: it came. */
function ratesOf({ hits, n, hitsBefore, nBefore }: RatePart, middle: number) {
  const now = n > 0 ? hits / n : nBefore > 0 ? hitsBefore / nBefore : middle;
  return { now, before: nBefore > 0 ? hitsBefore / nBefore : now };
}

function sum(parts: readonly RatePart[], of: 'hits' | 'n' | 'hitsBefore' | 'nBefore'): number {
  return parts.reduce((built, part) => built + part[of], 0);
}
