import type { DayOrder, UploadedFile, UploadedTable } from './import-types.ts';

/** What a person decided about one table; what is absent is as it was recognised. */
export type TableDraft = Readonly<{
  kind?: string | undefined;
  headerRow?: number | undefined;
  /** Field of each column that was decided; null leaves the column out. */
  columns?: Readonly<Record<string, string | null>> | undefined;
  dateOrder?: Readonly<Record<string, DayOrder>> | undefined;
  decimalStyle?: 'point' | 'comma' | undefined;
}>;

/** Why a column is read as it is: somebody chose it, it was so last time, its name is known, or nothing says so. */
type Origin = 'chosen' | 'remembered' | 'known' | 'none';

/** What one column means and why. */
export type ColumnReading = Readonly<{
  column: string;
  samples: readonly string[];
  field: string | null;
  origin: Origin;
  /** A field whose name resembles the column's, while the column has none. */
  similar: string | null;
}>;

/** How one table will be read: `kind` null waits for a person, `skip` leaves it out. */
export type TableReading = Readonly<{
  kind: string | null;
  origin: Origin;
  columns: readonly ColumnReading[];
  /** Columns whose order of day, month and year a person chose, now or last time. */
  dateOrder: Readonly<Record<string, DayOrder>>;
}>;

type Input = Readonly<{ file: UploadedFile; table: UploadedTable; draft: TableDraft }>;

const shownSamples = 3;

/** How a table will be read, after what a person decided, what was remembered, and what was recognised, in this order. */
export function tableReading({ file, table, draft }: Input): TableReading {
  const { remembered } = table;
  const kind = draft.kind ?? remembered?.kind ?? recognisedKind(file, table);
  const isAsRemembered = remembered?.columns !== undefined && remembered.kind === kind;
  const known = isAsRemembered ? (remembered?.columns ?? null) : null;
  const columns = table.header.map((column, index) => columnReading({ column, index, table, draft, known }));
  const origin = draft.kind ? 'chosen' : remembered?.kind ? 'remembered' : table.suggestion.kind ? 'known' : 'none';
  const dateOrder = draft.dateOrder ?? (isAsRemembered ? rememberedOrder(table) : {});
  return { kind, origin, columns: withoutDoubles(columns), dateOrder };
}

function rememberedOrder({ remembered, header }: UploadedTable): Readonly<Record<string, DayOrder>> {
  const order = remembered?.dateOrder ?? {};
  return typeof order === 'string' ? Object.fromEntries(header.map((column) => [column, order])) : order;
}

/** What the kind still needs: of each group at least one field. */
export function missingGroups(
  requires: readonly (readonly string[])[],
  { columns }: TableReading,
): readonly (readonly string[])[] {
  return requires.filter((group) => !columns.some(({ field }) => field !== null && group.includes(field)));
}

function recognisedKind(file: UploadedFile, { suggestion, header }: UploadedTable): string | null {
  if (suggestion.isDescription || header.length === 0) return 'skip';
  if (suggestion.kind) return suggestion.kind;
  const sure = suggestion.columns.filter(({ confidence }) => confidence === 1).length;
  if (file.tables.length > 1 && sure < 2) return 'skip';
  return sure > 0 ? suggestion.nearest : null;
}

type ColumnInput = Readonly<{
  column: string;
  index: number;
  table: UploadedTable;
  draft: TableDraft;
  known: Readonly<Record<string, string | null>> | null;
}>;

function columnReading({ column, index, table, draft, known }: ColumnInput): ColumnReading {
  const samples = [...new Set(table.sample.map((row) => row[index] ?? '').filter((text) => text.trim() !== ''))];
  const suggestion = table.suggestion.columns.find((each) => each.column === column);
  const similar = suggestion && suggestion.confidence < 1 ? suggestion.field : null;
  const shared = { column, samples: samples.slice(0, shownSamples) };
  const chosen = draft.columns?.[column];
  if (chosen !== undefined) {
    return { ...shared, field: chosen, origin: 'chosen', similar: chosen === null ? similar : null };
  }
  const before = known?.[column];
  if (before) return { ...shared, field: before, origin: 'remembered', similar: null };
  if (!known && suggestion?.confidence === 1) {
    return { ...shared, field: suggestion.field, origin: 'known', similar: null };
  }
  return { ...shared, field: null, origin: 'none', similar };
}

/** A field has one column: what was chosen goes before what was only recognised. A taken field is no longer offered as similar. */
function withoutDoubles(columns: readonly ColumnReading[]): readonly ColumnReading[] {
  const chosen = new Set(columns.filter(({ origin }) => origin === 'chosen').map(({ field }) => field));
  const kept = columns.map((each) =>
    each.origin !== 'chosen' && each.field !== null && chosen.has(each.field)
      ? { ...each, field: null, origin: 'none' as const }
      : each,
  );
  const taken = new Set(kept.map(({ field }) => field));
  return kept.map((each) => (each.similar !== null && taken.has(each.similar) ? { ...each, similar: null } : each));
}
