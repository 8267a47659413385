import { type FieldId, field, fields } from './fields.ts';
import { descriptions, type KindId, kind, kindIds } from './kinds.ts';
import { normalHeader } from './names.ts';

/** What a column probably means, and how sure that is (1: its header is known; less: it resembles one). */
export type Suggestion = Readonly<{ column: string; field: FieldId; confidence: number }>;

export type Recognition = Readonly<{
  /** Null when no kind has all it needs. */
  kind: KindId | null;
  /** The kind that comes nearest, and what it lacks. */
  nearest: KindId;
  missing: readonly (readonly FieldId[])[];
  suggestions: readonly Suggestion[];
  isDescription: boolean;
}>;

const headersOf: ReadonlyMap<FieldId, readonly string[]> = new Map(
  (Object.keys(fields) as FieldId[]).map((id) => {
    const { label, headers } = field(id);
    return [id, [label.zh, label.en, id, ...headers].map(normalHeader)];
  }),
);

const everyHeader: ReadonlySet<string> = new Set([...headersOf.values()].flat());

/** Whether some kind of table has a column of this name. */
export function isKnownHeader(text: string): boolean {
  return everyHeader.has(normalHeader(text));
}

/** The kind of table with these column names, and what each column means. */
export function recognise(columns: readonly string[]): Recognition {
  const readings = kindIds.map((id) => reading(id, columns));
  const nearest = readings.reduce((best, each) => (better(each, best) ? each : best));
  return {
    kind: nearest.missing.length === 0 ? nearest.kind : null,
    nearest: nearest.kind,
    missing: nearest.missing,
    suggestions: nearest.suggestions,
    isDescription: isDescription(columns),
  };
}

/** The suggestions for a kind that a person chose. */
export function suggestionsFor(kindId: KindId, columns: readonly string[]): readonly Suggestion[] {
  return reading(kindId, columns).suggestions;
}

/** What a kind still needs when these fields are mapped. */
export function missingFields(kindId: KindId, mapped: ReadonlySet<FieldId>): readonly (readonly FieldId[])[] {
  return kind(kindId).requires.filter((group) => !group.some((id) => mapped.has(id)));
}

type Reading = Readonly<{ kind: KindId; suggestions: readonly Suggestion[]; missing: readonly (readonly FieldId[])[] }>;

function reading(kindId: KindId, columns: readonly string[]): Reading {
  const exact = claimed(kindId, columns, { confidence: 1, matches: isExact });
  const similar = claimed(kindId, columns, { confidence: 0.6, matches: isSimilar, taken: exact });
  const sure = new Set(exact.map((each) => each.field));
  return { kind: kindId, suggestions: [...exact, ...similar], missing: missingFields(kindId, sure) };
}

type Claim = Readonly<{
  confidence: number;
  matches: (header: string, column: string) => boolean;
  taken?: readonly Suggestion[];
}>;

/** Each field takes the first column whose header it knows, better known headers first; no column is taken twice. */
function claimed(kindId: KindId, columns: readonly string[], claim: Claim): Suggestion[] {
  const takenFields = new Set(claim.taken?.map((each) => each.field));
  const takenColumns = new Set(claim.taken?.map((each) => each.column));
  const bids = kind(kindId)
    .fields.filter((id) => !takenFields.has(id))
    .flatMap((id) => columns.map((column) => ({ id, column, rank: rankOf(id, column, claim) })))
    .filter(({ rank, column }) => rank !== -1 && !takenColumns.has(column))
    .sort((a, b) => a.rank - b.rank);
  const suggestions: Suggestion[] = [];
  for (const { id, column } of bids) {
    if (takenFields.has(id) || takenColumns.has(column)) continue;
    takenFields.add(id);
    takenColumns.add(column);
    suggestions.push({ column, field: id, confidence: claim.confidence });
  }
  return suggestions;
}

function rankOf(id: FieldId, column: string, { matches }: Claim): number {
  const name = normalHeader(column);
  return headersOf.get(id)?.findIndex((header) => matches(header, name)) ?? -1;
}

function isExact(header: string, column: string): boolean {
  return header === column;
}

function isSimilar(header: string, column: string): boolean {
  const isLong = /[^\p{ASCII}]/u.test(header) ? header.length >= 2 : header.length >= 5;
  return isLong && (column.includes(header) || (column.length >= 3 && header.includes(column)));
}

function better(left: Reading, right: Reading): boolean {
  if ((left.missing.length === 0) !== (right.missing.length === 0)) return left.missing.length === 0;
  return sureCount(left) > sureCount(right);
}

function sureCount({ suggestions }: Reading): number {
  return suggestions.filter((each) => each.confidence === 1).length;
}

/** Whether these are the columns of a table that describes data and holds none. */
export function isDescription(columns: readonly string[]): boolean {
  const names = columns.map(normalHeader);
  return descriptions.some((known) => known.length === names.length && known.every((name) => names.includes(name)));
}
