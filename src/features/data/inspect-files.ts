import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultLimits } from '#connectors/files/limits.ts';
import { openFile, type SourceTable } from '#connectors/files/open-file.ts';
import type { SourceFile } from '#connectors/files/source-row.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { Problem, type ProblemDetail } from '#shared/problem.ts';
import { headerAt, headerOf } from './header.ts';
import type { KindId } from './kinds.ts';
import { firstRows } from './plan-files.ts';
import { recognise, type Suggestion, suggestionsFor } from './recognise.ts';
import { givenFor, type ImportMapping, type TableMapping } from './table-mapping.ts';

type InspectedTable = Readonly<{
  sheet: string | null;
  headerRow: number | null;
  header: readonly string[];
  /** The first rows below the header, as text. */
  sample: readonly (readonly string[])[];
  suggestion: Readonly<{
    kind: KindId | null;
    nearest: KindId;
    isDescription: boolean;
    columns: readonly Suggestion[];
  }>;
  /** How this header was read the last time. */
  remembered: TableMapping | null;
}>;

/** What a file looks like before anyone decides anything. `problems` says why it cannot be read. */
export type InspectedFile = Readonly<{
  name: string;
  kind: 'csv' | 'xlsx' | 'xls' | null;
  encoding: string | null;
  delimiter: string | null;
  notes: readonly Bilingual[];
  tables: readonly InspectedTable[];
  problems: readonly ProblemDetail[];
}>;

type Remembered = (columns: readonly string[]) => Promise<TableMapping | null>;

const sampleRows = 20;

/**
 * Looks into each file: what it is, its encoding and sheets, its header, the first rows, and what the columns probably mean. What a
 * mapping already says (encoding, delimiter, header row, kind) is taken as said.
 */
export async function inspectFiles(
  files: readonly SourceFile[],
  remembered: Remembered,
  mapping?: ImportMapping,
): Promise<readonly InspectedFile[]> {
  const spoolFolder = await mkdtemp(join(tmpdir(), 'salesboard-look-'));
  try {
    const inspected: InspectedFile[] = [];
    for (const file of files) inspected.push(await inspectFile(file, { remembered, spoolFolder, mapping }));
    return inspected;
  } finally {
    await rm(spoolFolder, { recursive: true, force: true });
  }
}

type Looking = Readonly<{ remembered: Remembered; spoolFolder: string; mapping: ImportMapping | undefined }>;

async function inspectFile(source: SourceFile, looking: Looking): Promise<InspectedFile> {
  try {
    const { encoding: chosen, delimiter: separator } = givenFor(looking.mapping, source.name);
    const { spoolFolder } = looking;
    const file = await openFile(source, { limits: defaultLimits, spoolFolder, encoding: chosen, delimiter: separator });
    const tables: InspectedTable[] = [];
    for (const table of file.tables) tables.push(await inspectTable(table, looking));
    const { kind, encoding, delimiter, notes } = file;
    return { name: source.name, kind, encoding, delimiter, notes, tables, problems: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const nothing = { kind: null, encoding: null, delimiter: null, notes: [], tables: [] };
    return { name: source.name, ...nothing, problems: error.details };
  }
}

async function inspectTable(table: SourceTable, { remembered, mapping }: Looking): Promise<InspectedTable> {
  const rows = await firstRows(table);
  const given = givenFor(mapping, table.file, table.sheet);
  const header = given.headerRow === undefined ? headerOf(rows) : headerAt(rows, given.headerRow);
  const columns = header?.columns ?? [];
  const { kind, nearest, isDescription, suggestions } = recognise(columns);
  const chosen = given.kind === 'skip' ? undefined : given.kind;
  return {
    sheet: table.sheet,
    headerRow: header?.row ?? null,
    header: columns,
    sample: rows
      .filter(({ row }) => row > (header?.row ?? 0))
      .slice(0, sampleRows)
      .map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text).slice(0, 200))),
    suggestion: {
      kind,
      nearest,
      isDescription,
      columns: chosen ? suggestionsFor(chosen, columns) : suggestions,
    },
    remembered: header ? await remembered(columns) : null,
  };
}
