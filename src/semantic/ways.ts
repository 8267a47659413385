import { Problem } from '#shared/problem.ts';
import type { Aggregate, Atom, Catalogue, Fact, Link, Measure, Reason, Value } from './define.ts';
import type { Parsed, ParsedMeasure } from './parse.ts';

/** A figure with the fact it is read from decided. Equal figures of one question are one object. */
export type ResolvedAtom = Readonly<{
  /** Column in the compiled statement. */
  id: string;
  fact: Fact;
  aggregate: Aggregate;
  where: string | null;
  /** The fact's own reasons, then the figure's. */
  leftOut: readonly Reason[];
  empty: 'zero' | 'unknown';
  label: Atom['label'];
}>;

export type ResolvedValue =
  | Readonly<{ atom: ResolvedAtom }>
  | Readonly<{ difference: readonly [ResolvedValue, ResolvedValue] }>
  | Readonly<{ ratio: readonly [ResolvedValue, ResolvedValue] }>;

export type ResolvedMeasure = Readonly<{
  measure: Measure;
  show: ParsedMeasure['show'];
  /** Name of its column in the answer. */
  column: string;
  value: ResolvedValue;
  /** Whether parts sum to the whole: over any split, over splits at one moment only (a stock), or never. */
  addsUp: AddsUp;
}>;

type AddsUp = 'always' | 'at_a_moment' | 'never';

/** The question's measures with every figure read from the leanest fact that reaches all it needs. */
export function resolvedMeasures(catalogue: Catalogue, parsed: Parsed): readonly ResolvedMeasure[] {
  const links = new Set([...parsed.by, ...parsed.where.map((filter) => filter.dimension)].map((each) => each.link));
  const known = new Map<string, ResolvedAtom>();
  return parsed.measures.map(({ measure, show }) => {
    const value = resolvedValue(measure.value, (atom) => resolvedAtom({ catalogue, links, known, measure }, atom));
    const column = show === 'value' ? measure.id : `${measure.id}_${show}`;
    return { measure, show, column, value, addsUp: addsUp(value) };
  });
}

/** The figures a value is made of, left to right; one used twice comes twice. */
export function resolvedAtoms(value: ResolvedValue): readonly ResolvedAtom[] {
  if ('atom' in value) return [value.atom];
  return ('ratio' in value ? value.ratio : value.difference).flatMap(resolvedAtoms);
}

function addsUp(value: ResolvedValue): AddsUp {
  if ('ratio' in value) return 'never';
  if ('difference' in value) {
    const parts = value.difference.map(addsUp);
    return parts.includes('never') ? 'never' : parts.includes('at_a_moment') ? 'at_a_moment' : 'always';
  }
  const { aggregate, fact } = value.atom;
  if (aggregate.kind !== 'sum' && aggregate.kind !== 'count') return 'never';
  return fact.kind === 'flow' ? 'always' : 'at_a_moment';
}

function resolvedValue(value: Value, resolve: (atom: Atom) => ResolvedAtom): ResolvedValue {
  const both = ([left, right]: readonly [Value, Value]) =>
    [resolvedValue(left, resolve), resolvedValue(right, resolve)] as const;
  if ('atom' in value) return { atom: resolve(value.atom) };
  return 'ratio' in value ? { ratio: both(value.ratio) } : { difference: both(value.difference) };
}

type Context = Readonly<{
  catalogue: Catalogue;
  links: ReadonlySet<Link>;
  known: Map<string, ResolvedAtom>;
  measure: Measure;
}>;

function resolvedAtom({ catalogue, links, known, measure }: Context, atom: Atom): ResolvedAtom {
  for (const way of atom.ways) {
    const fact = catalogue.facts.get(way.fact);
    if (!fact || ![...links].every((link) => fact.links[link] !== undefined)) continue;
    const leftOut = [...fact.leftOut, ...(atom.leftOut ?? [])];
    const content = { fact, aggregate: way.aggregate, where: atom.where ?? null, leftOut, empty: atom.empty ?? 'zero' };
    const key = JSON.stringify([way, content.where, leftOut.map((reason) => reason.id), content.empty]);
    const resolved = known.get(key) ?? { id: `a${known.size}`, ...content, label: atom.label };
    known.set(key, resolved);
    return resolved;
  }
  throw new Problem('illegal_question', [
    {
      detail: {
        zh: `${measure.label.zh}不能同时按这些维度拆分或筛选`,
        en: `${measure.id} cannot be split or filtered by these dimensions together`,
      },
    },
  ]);
}
