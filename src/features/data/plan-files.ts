import type { FileLimits } from '#connectors/files/limits.ts';
import { type OpenedFile, openFile, type SourceTable } from '#connectors/files/open-file.ts';
import type { SourceFile, SourceRow } from '#connectors/files/source-row.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { Problem } from '#shared/problem.ts';
import { type FieldId, field } from './fields.ts';
import type { Findings } from './findings.ts';
import { type Header, headerAt, headerOf } from './header.ts';
import { type KindId, kind, kindIds } from './kinds.ts';
import { missingFields, type Recognition, recognise, suggestionsFor } from './recognise.ts';
import { survey } from './survey.ts';
import { givenFor, type ImportMapping, type TableMapping } from './table-mapping.ts';
import type { TablePlan } from './table-plan.ts';

export type Planning = Readonly<{
  files: readonly SourceFile[];
  mapping?: ImportMapping | undefined;
  /** How a header was read the last time. */
  remembered: (columns: readonly string[]) => Promise<TableMapping | null>;
  limits: FileLimits;
  spoolFolder: string;
  findings: Findings;
  signal: AbortSignal;
  onRows: (count: number) => void;
}>;

export type PlannedFile = Readonly<{ file: OpenedFile; tables: readonly TablePlan[] }>;

/** Opens every file, recognises its tables and surveys them. Faults of structure are among the findings; nothing is thrown for them. */
export async function planFiles(planning: Planning): Promise<readonly PlannedFile[]> {
  const planned: PlannedFile[] = [];
  for (const file of planning.files) {
    if (isLeftOut(file, planning)) continue;
    try {
      planned.push(await planFile(file, planning));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      rejectFor(error, file, planning.findings);
    }
  }
  const tables = planned.flatMap((each) => each.tables);
  if (tables.length === 0 && planning.findings.blockingCount === 0) {
    planning.findings.reject({
      code: 'nothing_to_import',
      reason: { zh: '没有可以导入的数据', en: 'There is nothing to import' },
      fatal: true,
      place: { file: planning.files.map((each) => each.name).join(', '), sheet: null },
    });
  }
  return planned;
}

/** A person left the whole file out: it is not even opened, because it may be damaged. */
function isLeftOut(file: SourceFile, { mapping }: Planning): boolean {
  const { kind, sheet } = givenFor(mapping, file.name);
  return kind === 'skip' && sheet === undefined;
}

function rejectFor(problem: Problem, file: SourceFile, findings: Findings): void {
  for (const { detail, place } of problem.details) {
    findings.reject({
      code: problem.code,
      reason: detail,
      fatal: true,
      place: { file: place?.file ?? file.name, sheet: place?.sheet ?? null, row: place?.row, column: place?.column },
    });
  }
}

/** The tables of a plan in the order in which they are read: what others refer to comes first. */
export function inReadingOrder(planned: readonly PlannedFile[]): readonly TablePlan[] {
  const tables = planned.flatMap((each) => each.tables);
  return kindIds.flatMap((id) => tables.filter((each) => each.kind === id));
}

async function planFile(source: SourceFile, planning: Planning): Promise<PlannedFile> {
  const { encoding, delimiter } = givenFor(planning.mapping, source.name);
  const { limits, spoolFolder, findings } = planning;
  const file = await openFile(source, { limits, spoolFolder, encoding, delimiter });
  for (const text of file.notes) findings.note({ code: 'file', text, place: { file: file.name, sheet: null } });
  const tables: TablePlan[] = [];
  for (const table of file.tables) {
    planning.signal.throwIfAborted();
    const plan = await planTable({ table, file, planning });
    if (plan) tables.push(plan);
  }
  return { file, tables };
}

type TableInput = Readonly<{ table: SourceTable; file: OpenedFile; planning: Planning }>;

async function planTable(input: TableInput): Promise<TablePlan | null> {
  const { table, file, planning } = input;
  const given = givenFor(planning.mapping, table.file, table.sheet);
  if (given.kind === 'skip') return null;
  const header = await headerIn(table, given.headerRow);
  if (!header) return refused(input, { code: 'no_header', reason: noHeader });
  if (header.columns.length > planning.limits.columns) return refused(input, tooWide(header, planning.limits));
  const remembered = await planning.remembered(header.columns);
  const mapping = { ...remembered, ...given };
  const recognised = recognise(header.columns);
  if (!mapping.kind && recognised.isDescription) return skipped(input, description);
  const kindId = mapping.kind && mapping.kind !== 'skip' ? mapping.kind : recognised.kind;
  if (!kindId)
    return isAside(input, recognised) ? skipped(input, notData) : refused(input, unknownTable(recognised, header));
  const fieldOf = fieldsOf(kindId, header, mapping);
  const missing = missingFields(kindId, new Set(fieldOf.values()));
  if (missing.length > 0) return refused(input, missingColumns(kindId, missing, header));
  const { limits, findings, onRows } = planning;
  const plan = await survey({
    table,
    kind: kindId,
    header,
    fieldOf,
    mapping,
    limits,
    findings,
    delimiter: file.delimiter,
    onRows,
  });
  return plan.rowCount > 0 ? plan : refused(input, { code: 'no_rows', reason: noRows });
}

/** The first rows of a table. */
export async function firstRows(table: SourceTable, count = 200): Promise<readonly SourceRow[]> {
  for await (const batch of table.rows()) return batch.slice(0, count);
  return [];
}

async function headerIn(table: SourceTable, row: number | undefined): Promise<Header | null> {
  const rows = await firstRows(table);
  return row === undefined ? headerOf(rows) : headerAt(rows, row);
}

/** The field of each column: as chosen, else the sure suggestions. */
function fieldsOf(kindId: KindId, header: Header, { columns }: TableMapping): ReadonlyMap<string, FieldId> {
  if (!columns) {
    const sure = suggestionsFor(kindId, header.columns).filter((each) => each.confidence === 1);
    return new Map(sure.map((each) => [each.column, each.field]));
  }
  return new Map(Object.entries(columns).flatMap(([column, id]) => (id ? [[column, id] as const] : [])));
}

/** A sheet of remarks in a workbook whose other sheets are data. */
function isAside({ file }: TableInput, { suggestions }: Recognition): boolean {
  return file.tables.length > 1 && suggestions.filter((each) => each.confidence === 1).length < 2;
}

type Refusal = Readonly<{ code: string; reason: Bilingual; row?: number; column?: string }>;

function refused({ table, planning }: TableInput, { code, reason, row, column }: Refusal): null {
  planning.findings.reject({ code, reason, fatal: true, place: { file: table.file, sheet: table.sheet, row, column } });
  return null;
}

function skipped({ table, planning }: TableInput, text: Bilingual): null {
  planning.findings.note({ code: 'skipped', text, place: { file: table.file, sheet: table.sheet } });
  return null;
}

function tooWide(header: Header, limits: FileLimits): Refusal {
  const count = header.columns.length;
  return {
    code: 'too_many_columns',
    reason: {
      zh: `有 ${count} 列，最多 ${limits.columns} 列；请删去不需要的列`,
      en: `${count} columns, the most is ${limits.columns}; remove those that are not needed`,
    },
    row: header.row,
    column: header.columns[limits.columns] ?? '',
  };
}

function unknownTable({ nearest, missing, suggestions }: Recognition, header: Header): Refusal {
  if (suggestions.some((each) => each.confidence === 1)) return missingColumns(nearest, missing, header);
  const some = header.columns.slice(0, 5).join(', ');
  return {
    code: 'unknown_table',
    reason: {
      zh: `认不出这是什么数据（列：${some}${header.columns.length > 5 ? ` 等 ${header.columns.length} 列` : ''}）；请指定各列的含义`,
      en: `These columns are not known (${some}${header.columns.length > 5 ? `, ${header.columns.length} in all` : ''}); say what they mean in a mapping`,
    },
    row: header.row,
    column: header.columns[0] ?? '',
  };
}

function missingColumns(kindId: KindId, missing: readonly (readonly FieldId[])[], header: Header): Refusal {
  const { label } = kind(kindId);
  const named = (locale: 'zh' | 'en', or: string) =>
    missing.map((group) => group.map((id) => field(id).label[locale]).join(or));
  const zh = named('zh', '或');
  return {
    code: 'missing_columns',
    reason: {
      zh: `看起来是${label.zh}，缺少列：${zh.join('、')}`,
      en: `Looks like ${label.en}; missing columns: ${named('en', ' or ').join(', ')}`,
    },
    row: header.row,
    column: zh[0] ?? '',
  };
}

const noHeader = { zh: '找不到表头', en: 'There is no header row' };
const noRows = { zh: '表头下面没有数据', en: 'There are no rows below the header' };
const description = { zh: '这是字段说明，不是数据，已跳过', en: 'This describes fields and holds no data; skipped' };
const notData = { zh: '这张工作表不像数据，已跳过', en: 'This sheet does not look like data; skipped' };
