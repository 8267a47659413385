import type { ImportMapping, TableMapping, Upload, UploadedFile, UploadedTable } from './import-types.ts';
import { type TableDraft, type TableReading, tableReading } from './table-reading.ts';

/** What a person decided about one file. */
export type FileDraft = Readonly<{ encoding?: string | undefined; delimiter?: string | undefined }>;

/** Everything a person decided about an upload. */
export type Draft = Readonly<{
  files: Readonly<Record<string, FileDraft>>;
  tables: Readonly<Record<string, TableDraft>>;
}>;

/** Nothing decided yet. */
export const emptyDraft: Draft = { files: {}, tables: {} };

/** Names one table of an upload. */
export function tableKey(file: string, sheet: string | null): string {
  return JSON.stringify([file, sheet]);
}

/** The draft of one table. */
export function tableDraft(draft: Draft, file: string, sheet: string | null): TableDraft {
  return draft.tables[tableKey(file, sheet)] ?? {};
}

/** The draft with a decision about a table added. */
export function withTable(draft: Draft, key: string, change: TableDraft): Draft {
  return { ...draft, tables: { ...draft.tables, [key]: { ...draft.tables[key], ...change } } };
}

/** The draft with a decision about a file added; what was decided column by column goes, because the columns may be others now. */
export function withFile(draft: Draft, name: string, change: FileDraft): Draft {
  const tables = Object.fromEntries(
    Object.entries(draft.tables).map(([key, table]) => [
      key,
      key.startsWith(`${JSON.stringify([name]).slice(0, -1)},`) ? { kind: table.kind } : table,
    ]),
  );
  return { files: { ...draft.files, [name]: { ...draft.files[name], ...change } }, tables };
}

/** The decision that a column means this field; the field's former column is left out, since a field has one column. */
export function columnChosen(
  reading: TableReading,
  draft: TableDraft,
  { column, field }: Readonly<{ column: string; field: string | null }>,
): TableDraft {
  const former = field && reading.columns.find((each) => each.field === field && each.column !== column);
  return { columns: { ...draft.columns, ...(former ? { [former.column]: null } : {}), [column]: field } };
}

/** What is needed to look at the files again: encodings, delimiters, header rows and kinds that were chosen. */
export function lookHints(draft: Draft): ImportMapping {
  const tables = Object.entries(draft.tables).flatMap(([key, { kind, headerRow }]) => {
    const [file, sheet] = JSON.parse(key) as [string, string | null]; // as: made by tableKey
    const hints = given({ kind, headerRow });
    if (Object.keys(hints).length === 0) return [];
    return { ...placeOf(file, sheet), ...hints, ...given(draft.files[file] ?? {}) };
  });
  const files = Object.entries(draft.files).map(([file, chosen]) => ({ file, ...given(chosen) }));
  return { tables: [...tables, ...files] as TableMapping[] }; // as: kinds, encodings and delimiters come from the catalogue
}

/** The whole mapping as it is shown on the page, so that nothing is read otherwise than the person saw. */
export function mappingOf(upload: Upload, draft: Draft): ImportMapping {
  const tables = upload.files.flatMap((file) =>
    file.problems.length > 0
      ? [{ file: file.name, kind: 'skip' }]
      : file.tables.map((table) => mappedTable(file, table, draft)),
  );
  return { tables: tables as TableMapping[] }; // as: kinds, fields, encodings and delimiters come from the catalogue
}

function mappedTable(file: UploadedFile, table: UploadedTable, draft: Draft) {
  const chosen = tableDraft(draft, file.name, table.sheet);
  const reading = tableReading({ file, table, draft: chosen });
  const place = { ...placeOf(file.name, table.sheet), ...given(draft.files[file.name] ?? {}) };
  if (reading.kind === 'skip') return { ...place, kind: 'skip' };
  return {
    ...place,
    ...given({ kind: reading.kind ?? undefined, headerRow: chosen.headerRow, decimalStyle: chosen.decimalStyle }),
    ...given({ orderKey: table.remembered?.orderKey, discountIs: table.remembered?.discountIs }),
    columns: Object.fromEntries(reading.columns.map(({ column, field }) => [column, field])),
    ...(chosen.dateOrder || table.remembered?.dateOrder ? { dateOrder: reading.dateOrder } : {}),
  };
}

function placeOf(file: string, sheet: string | null) {
  return sheet === null ? { file } : { file, sheet };
}

function given(values: Readonly<Record<string, string | number | undefined>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
