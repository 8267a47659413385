import type { Part } from './parts.ts';

/** How revenue spreads over customers, greatest first. */
export type Concentration = Readonly<{
  count: number;
  total: number;
  /** Cumulative share after each known customer. */
  shares: readonly number[];
  topTen: number;
  /** How many customers make the first fifth, and what they bring. */
  fifth: Readonly<{ count: number; share: number }> | null;
  /** Customers up to 70 %, 90 % and all of revenue. */
  tiers: readonly Readonly<{ from: number; before: number }>[];
  leader: Part;
}>;

/** The concentration of revenue; `count` and `total` cover also customers that were cut from the rows. Null when there is nothing to spread. */
export function concentrationOf(parts: readonly Part[], count: number, total: number): Concentration | null {
  const sorted = parts.filter((part) => (part.value ?? 0) > 0).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const leader = sorted[0];
  if (!leader || total <= 0) return null;
  let sum = 0;
  const shares = sorted.map((part) => {
    sum += part.value ?? 0;
    return Math.min(1, sum / total);
  });
  const all = Math.max(count, sorted.length);
  const reach = (share: number) => {
    const index = shares.findIndex((each) => each >= share);
    return index < 0 ? all : index + 1;
  };
  const fifth = Math.round(all * 0.2);
  const fifthShare = shares[fifth - 1];
  const cuts = [0, reach(0.7), reach(0.9), all];
  return {
    count: all,
    total,
    shares,
    topTen: shares[Math.min(10, shares.length) - 1] ?? 1,
    fifth: fifth > 10 && fifthShare !== undefined ? { count: fifth, share: fifthShare } : null,
    tiers: [0, 1, 2].map((index) => ({
      from: cuts[index] ?? 0,
      before: Math.max(cuts[index] ?? 0, cuts[index + 1] ?? all),
    })),
    leader,
  };
}
