/** High, middle, low value. */
export type ValueTier = 'a' | 'b' | 'c';

/** A customer's tier after an evaluation; `below` counts the evaluations in a row that would have put it lower. */
export type TierState = Readonly<{ tier: ValueTier; below: number }>;

/** Revenue of the trailing 12 months, and what the evaluation before said (null for a customer evaluated first). */
export type TierCandidate = Readonly<{ amount: number; before: TierState | null }>;

/** Shares of the revenue at which tier A ends and tier B ends. */
type TierThresholds = Readonly<{ a: number; b: number }>;

const usual: TierThresholds = { a: 0.7, b: 0.9 };
const dropsAfter = 2;
/** Sums of amounts miss a round share by some 1e-16. */
const rounding = 1e-12;
const worth: Readonly<Record<ValueTier, number>> = { a: 2, b: 1, c: 0 };

/**
 * Tiers after one more evaluation, in the order of the customers: those that bring the first 70 % of the revenue are A, the
 * next 20 % B, the rest C (METRICS 30). A rise counts at once, a drop when two evaluations in a row put the customer
 * lower.
 */
export function valueTiers(candidates: readonly TierCandidate[], thresholds: TierThresholds = usual): TierState[] {
  const earned = earnedTiers(
    candidates.map(({ amount }) => amount),
    thresholds,
  );
  return candidates.map(({ before }, index) => tierAfter(earned[index] ?? 'c', before));
}

/** The tier of one customer after an evaluation that by revenue alone would give it `earned`. */
export function tierAfter(earned: ValueTier, before: TierState | null): TierState {
  if (before === null || worth[earned] >= worth[before.tier]) return { tier: earned, below: 0 };
  const below = before.below + 1;
  return below >= dropsAfter ? { tier: earned, below: 0 } : { tier: before.tier, below };
}

/**
 * The tier by revenue alone. The customer that crosses a threshold belongs to the higher tier; equal amounts share a tier;
 * no revenue, or less than none, is C.
 */
function earnedTiers(amounts: readonly number[], { a, b }: TierThresholds): ValueTier[] {
  const falling = amounts.filter((amount) => amount > 0).sort((left, right) => right - left);
  const total = falling.reduce((sum, amount) => sum + amount, 0);
  const tiers = new Map<number, ValueTier>();
  let above = 0;
  for (const amount of falling) {
    const share = above / total + rounding;
    if (!tiers.has(amount)) tiers.set(amount, share < a ? 'a' : share < b ? 'b' : 'c');
    above += amount;
  }
  return amounts.map((amount) => tiers.get(amount) ?? 'c');
}
