import type { Day } from '#shared/day.ts';
import type { ValueTier } from '#stats/value-tiers.ts';
import type { TierRules } from './customer-rules.ts';
import { keptFor } from './kept-for.ts';
import { type TierOverride, tierOverrides } from './tier-overrides.ts';
import { lastEvaluation, type TierPath, tierOf, tierPaths } from './tier-paths.ts';

/** The tiers of all customers, whoever looks: a tier is a word about a customer, not an amount. */
export type TierBook = Readonly<{
  /** The last evaluation, as the first day after the evaluated month. */
  evaluatedAt: Day;
  paths: ReadonlyMap<string, TierPath>;
  overrides: ReadonlyMap<string, TierOverride>;
  /** The tier that holds: given by hand, else by the evaluations. */
  tierOf: (customerId: string) => ValueTier;
}>;

/** The tiers as of a day, evaluated anew only when the data, the month or the rules changed. */
export const tierBook = keptFor<readonly [asOf: Day, rules: TierRules], TierBook>(async (asking, asOf, rules) => {
  const evaluatedAt = lastEvaluation(asOf);
  const [paths, overrides] = await Promise.all([tierPaths(asking, evaluatedAt, rules), tierOverrides(asking, asOf)]);
  const tiers = new Map([...paths].map(([id, path]) => [id, tierOf(path)]));
  return { evaluatedAt, paths, overrides, tierOf: (id) => overrides.get(id)?.tier ?? tiers.get(id) ?? 'c' };
});
