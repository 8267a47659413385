import type { Bilingual } from '#shared/bilingual.ts';
import type { Unit } from './question.ts';

/** What a fact's row may point at; a dimension reaches a fact through one of these. */
export type Link =
  | 'rep'
  | 'customer'
  | 'region'
  | 'source'
  | 'product'
  | 'pipeline'
  | 'stage'
  | 'lost_reason'
  | 'competitor'
  | 'order_kind'
  | 'order_value_band'
  | 'refund_reason'
  | 'interaction_type';

/** Why a row does not count. `when` is SQL over `f`; the first reason that holds is the one told. */
export type Reason = Readonly<{ id: string; label: Bilingual; when: string }>;

/** The permission without which a field is not there: not as a figure, not to split, filter or sort by, not in a list. */
export type Guard = 'margin.read' | 'commission.read';

/** A column of the list behind a number: SQL over `f`, or the name of what a dimension's key stands for. */
export type ListColumn = Readonly<{
  id: string;
  label: Bilingual;
  sql: string;
  kind: 'text' | 'day' | Unit;
  /** Dimension whose names the values are keys of. */
  names?: string;
  guardedBy?: Guard;
}>;

/**
 * Something that happened (or, `stock`, that stands), one row each, aliased `f`.
 * In every SQL text: `:starts_on` is the first day of the period or bucket, `:as_of` the first day not known in it, `:known` the
 * first day not known at all, `:cohort_days` the horizon of cohorts, and `:period_from` and `:period_before` bound the whole
 * period, days to come included.
 */
export type Fact = Readonly<{
  id: string;
  label: Bilingual;
  /** Table of the replica, or a select in brackets. */
  relation: string;
  rowId: string;
  /** `flow`: counted on its day. `stock`: what stands at the end of the last known day. */
  kind: 'flow' | 'stock';
  /** The local day on which the row counts, and is attributed to a team. */
  day: string;
  dayLabel: Bilingual;
  minute?: string;
  /** Which of the dated rows of one thing is read. */
  holds?: string;
  links: Readonly<Partial<Record<Link, string>>>;
  leftOut: readonly Reason[];
  /** What the rows are worth, for the amounts of left-out rows; null when they have no amount. */
  worth: string | null;
  list: readonly ListColumn[];
}>;

export type Aggregate =
  | Readonly<{ kind: 'count' }>
  | Readonly<{ kind: 'sum' | 'median' | 'mean'; of: string }>
  | Readonly<{ kind: 'quantile'; of: string; at: number }>
  /** `entity` names the thing that is counted once, a dimension or a fact's document. */
  | Readonly<{ kind: 'distinct'; of: string }>
  /** Sum of the `n` largest sums per `per`, and the sum of squared shares. */
  | Readonly<{ kind: 'top'; of: string; per: string; n: number }>
  | Readonly<{ kind: 'hhi'; of: string; per: string }>;

/** One way to compute a figure from one fact. */
type Way = Readonly<{ fact: string; aggregate: Aggregate }>;

/** A figure of one fact. The first way whose fact has all links that the question needs is taken. */
export type Atom = Readonly<{
  ways: readonly [Way, ...Way[]];
  where?: string;
  /** Reasons besides the fact's own. */
  leftOut?: readonly Reason[];
  /** What nothing counted means: `zero` for a true zero, `unknown` where the source may not say. */
  empty?: 'zero' | 'unknown';
  label: Bilingual;
  /** Guards every measure that is made of it. */
  guardedBy?: Guard;
}>;

export type Value =
  | Readonly<{ atom: Atom }>
  | Readonly<{ difference: readonly [Value, Value] }>
  | Readonly<{ ratio: readonly [Value, Value] }>;

/** What a number means: everything that shows, lists, exports or explains it is derived from this. */
export type Measure = Readonly<{
  id: string;
  label: Bilingual;
  /** The formula in words. */
  meaning: Bilingual;
  unit: Unit;
  /** Null when neither direction is good. */
  better: 'up' | 'down' | null;
  value: Value;
}>;

/** Something numbers are split or filtered by. */
export type Dimension = Readonly<{
  id: string;
  label: Bilingual;
  link: Link;
  /** The key is a column of the linked row; without it the link itself is the key. */
  through?: Readonly<{ table: string; column: string }>;
  /** Table `(id, name)` of the keys; without it a key is its own name. */
  names?: string;
  /** Column of that table which says in what order people list them; without it they are listed by name. */
  listed?: string;
  /** A filter on a key also means everything below it: columns of `through.table` that may hold the key. */
  below?: readonly string[];
  /** The team of the rep at the event. */
  isTeam?: boolean;
  /** Who may be told that a value exists: whoever sees the person, or a row that points at it. Everyone when left out. */
  seenBy?: 'people' | 'rows';
  /** Names of a closed set of keys. */
  members?: readonly Readonly<{ key: string; label: Bilingual }>[];
  guardedBy?: Guard;
}>;

export type Catalogue = Readonly<{
  facts: ReadonlyMap<string, Fact>;
  measures: ReadonlyMap<string, Measure>;
  dimensions: ReadonlyMap<string, Dimension>;
  /** Measures and dimensions that are kept from this reader, and the permission that would open them. */
  withheld?: ReadonlyMap<string, Guard>;
}>;

/** The literals as one catalogue. Throws `RangeError` on an id used twice or a fact that does not exist. */
export function catalogueOf(parts: {
  facts: readonly Fact[];
  measures: readonly Measure[];
  dimensions: readonly Dimension[];
}): Catalogue {
  const catalogue = {
    facts: byId(parts.facts),
    measures: byId(parts.measures),
    dimensions: byId(parts.dimensions),
  };
  for (const measure of parts.measures) {
    for (const way of atomsOf(measure.value).flatMap((atom) => atom.ways)) {
      if (!catalogue.facts.has(way.fact)) throw new RangeError(`${measure.id}: no fact ${way.fact}`);
    }
  }
  return catalogue;
}

/** The figures a value is made of, left to right; one used twice comes twice. */
export function atomsOf(value: Value): readonly Atom[] {
  if ('atom' in value) return [value.atom];
  return ('ratio' in value ? value.ratio : value.difference).flatMap(atomsOf);
}

/** The dimensions a measure can be split and filtered by: each of its figures reaches them. */
export function legalDimensions(catalogue: Catalogue, measure: Measure): readonly Dimension[] {
  const reaches = (atom: Atom, link: Link) =>
    atom.ways.some((way) => catalogue.facts.get(way.fact)?.links[link] !== undefined);
  return [...catalogue.dimensions.values()].filter((dimension) =>
    atomsOf(measure.value).every((atom) => reaches(atom, dimension.link)),
  );
}

function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(items.map((item) => [item.id, item]));
  if (map.size !== items.length) throw new RangeError('an id is used twice');
  return map;
}
