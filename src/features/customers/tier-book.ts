import type { Asking } from '#features/ask.ts';
import type { Replica } from '#replica/replica.ts';
import type { Day } from '#shared/day.ts';
import type { ValueTier } from '#stats/value-tiers.ts';
import type { TierRules } from './customer-rules.ts';
import { type TierOverride, tierOverrides } from './tier-overrides.ts';
import { lastEvaluation, type TierPath, tierOf, tierPaths } from './tier-paths.ts';

/** The tiers of all customers, whoever looks: a tier is a word about a customer, not an amount. */
export type TierBook = Readonly<{
  /** The last evaluation, as the first day after the evaluated month. */
  evaluatedAt: Day;
  rules: TierRules;
  paths: ReadonlyMap<string, TierPath>;
  overrides: ReadonlyMap<string, TierOverride>;
  /** The tier that holds: given by hand, else by the evaluations. */
  tierOf: (customerId: string) => ValueTier;
}>;

type Known = Readonly<{ key: string; position: unknown; book: Promise<TierBook> }>;

const books = new WeakMap<Replica['run'], Known[]>();
const mostKept = 4;

/** The tiers as of a day, evaluated anew only when the data, the month or the rules changed. */
export function tierBook(asking: Asking, asOf: Day, rules: TierRules): Promise<TierBook> {
  const { position, run } = asking.replica;
  const key = JSON.stringify([asOf, rules]);
  const kept = (books.get(run) ?? []).filter((each) => each.position === position);
  const known = kept.find((each) => each.key === key);
  if (known) return known.book;
  const book = madeBook(asking, asOf, rules);
  books.set(run, [{ key, position, book }, ...kept].slice(0, mostKept));
  // A failed evaluation is tried again by whoever asks next.
  book.catch(() =>
    books.set(
      run,
      (books.get(run) ?? []).filter((each) => each.book !== book),
    ),
  );
  return book;
}

async function madeBook(asking: Asking, asOf: Day, rules: TierRules): Promise<TierBook> {
  const evaluatedAt = lastEvaluation(asOf);
  // Whoever asked first may go away; the book is for everyone.
  const { signal: _, ...lasting } = asking;
  const [paths, overrides] = await Promise.all([tierPaths(lasting, evaluatedAt, rules), tierOverrides(lasting, asOf)]);
  const tiers = new Map([...paths].map(([id, path]) => [id, tierOf(path)]));
  return {
    evaluatedAt,
    rules,
    paths,
    overrides,
    tierOf: (id) => overrides.get(id)?.tier ?? tiers.get(id) ?? 'c',
  };
}
