import { atomsOf, type Catalogue, type Fact, type Guard, type Measure } from './define.ts';

/**
 * The catalogue as somebody with these permissions has it: guarded measures, dimensions and columns of lists that they may not see
 * are not in it. What is not in a reader's catalogue cannot be asked, so this is the one place where fields are guarded.
 */
export function openCatalogue(catalogue: Catalogue, permissions: readonly string[]): Catalogue {
  const kept = guards.filter((guard) => !permissions.includes(guard));
  if (kept.length === 0) return catalogue;
  const known = made.get(catalogue) ?? new Map<string, Catalogue>();
  made.set(catalogue, known);
  const key = kept.join(' ');
  const found = known.get(key) ?? narrowed(catalogue, new Set(kept));
  known.set(key, found);
  return found;
}

/** The permission that guards a measure: its own figures' or none. */
export function guardOf({ value }: Measure): Guard | null {
  return atomsOf(value).find((atom) => atom.guardedBy)?.guardedBy ?? null;
}

const guards = ['margin.read', 'commission.read'] as const satisfies readonly Guard[];
const made = new WeakMap<Catalogue, Map<string, Catalogue>>();

function narrowed(catalogue: Catalogue, kept: ReadonlySet<Guard>): Catalogue {
  const withheld = new Map<string, Guard>();
  const open = <T extends { id: string }>(items: ReadonlyMap<string, T>, guard: (item: T) => Guard | null) =>
    new Map(
      [...items].filter(([id, item]) => {
        const needs = guard(item);
        if (needs === null || !kept.has(needs)) return true;
        withheld.set(id, needs);
        return false;
      }),
    );
  return {
    facts: new Map([...catalogue.facts].map(([id, fact]) => [id, withoutColumns(fact, kept)])),
    measures: open(catalogue.measures, guardOf),
    dimensions: open(catalogue.dimensions, ({ guardedBy }) => guardedBy ?? null),
    withheld,
  };
}

function withoutColumns(fact: Fact, kept: ReadonlySet<Guard>): Fact {
  const list = fact.list.filter(({ guardedBy }) => !guardedBy || !kept.has(guardedBy));
  return list.length === fact.list.length ? fact : { ...fact, list };
}
