import { moneyUnits } from '#shared/decimal.ts';
import { moneyOf } from '#shared/money.ts';
import type { FieldId } from './fields.ts';
import { Findings, type Rejected } from './findings.ts';
import { checked, type ImportRequest, startImport } from './import.ts';
import { type ImportReport, importReport } from './import-report.ts';
import { firstRows, inReadingOrder, type Planning } from './plan-files.ts';
import type { ColumnPlan, TablePlan } from './table-plan.ts';
import { type TypedRow, typedRow } from './typed-row.ts';

type PreviewedTable = Readonly<{
  file: string;
  sheet: string | null;
  columns: readonly Pick<
    ColumnPlan,
    'column' | 'field' | 'type' | 'dateOrder' | 'dateChoices' | 'decimalStyle' | 'decimalIsOpen'
  >[];
  /** The first rows as they will be understood: days as ISO dates, numbers as plain decimals. */
  rows: readonly Readonly<Record<string, string>>[];
}>;

export type Preview = Readonly<{
  /** The whole import was tried and taken back: the report says how many rows would be new, changed and unchanged. */
  counted: boolean;
  /** Faults of whole tables: nothing can be imported before they are settled. */
  fatalCount: number;
  report: Omit<ImportReport, 'rejected'>;
  rejected: readonly Rejected[];
  tables: readonly PreviewedTable[];
}>;

const shownRows = 20;
const shownRejected = 200;

/** Trying an import takes as long as the import, and the embedded store does nothing else meanwhile. */
const mostTriedRows = 50_000;

/**
 * Reads every row under the mapping and keeps nothing: what would be rejected, what was decided, how the first rows read and, where
 * the files can be read and are not too long, what would be new and changed.
 */
export async function previewImport(request: ImportRequest, remembered: Planning['remembered']): Promise<Preview> {
  const { preview, canBeTried } = await looked(request, remembered);
  if (!canBeTried) return preview;
  const { report: tried } = await startImport({ ...request, dryRun: true, allowPartial: true });
  const { rejected, ...report } = tried;
  return { ...preview, counted: true, report, rejected: rejected.slice(0, shownRejected) };
}

async function looked(request: ImportRequest, remembered: Planning['remembered']) {
  const { zone } = request.workspace;
  return checked({ ...request, zone, allowPartial: true }, remembered, async (planned, findings) => {
    const tables: PreviewedTable[] = [];
    for (const plan of inReadingOrder(planned)) tables.push(await previewed(plan, zone));
    const { rejected, ...report } = importReport({ planned, findings });
    const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
    const { fatalCount } = findings;
    const preview: Preview = { counted: false, fatalCount, report, rejected: rejected.slice(0, shownRejected), tables };
    return { preview, canBeTried: fatalCount === 0 && rows <= mostTriedRows };
  });
}

async function previewed(plan: TablePlan, zone: string): Promise<PreviewedTable> {
  const findings = new Findings();
  const rows = (await firstRows(plan.table))
    .filter(({ row }) => row > plan.header.row)
    .slice(0, shownRows)
    .flatMap((row) => typedRow(row, { plan, findings, zone }) ?? []);
  return {
    file: plan.table.file,
    sheet: plan.table.sheet,
    columns: plan.columns.map(({ index: _, factor: __, ...column }) => column),
    rows: rows.map((row) => Object.fromEntries(plan.columns.map(({ field }) => [field, shown(row, field)]))),
  };
}

function shown({ text, dates, numbers }: TypedRow, field: FieldId): string {
  const number = numbers[field];
  if (number) return moneyOf(moneyUnits(number)).replace(/\.?0+$/, '');
  return dates[field]?.day ?? text[field] ?? '';
}
