import { moneyUnits } from '#shared/decimal.ts';
import { moneyOf } from '#shared/money.ts';
import type { FieldId } from './fields.ts';
import { Findings, type Rejected } from './findings.ts';
import { type CheckRequest, checked } from './import.ts';
import { type ImportReport, importReport } from './import-report.ts';
import { firstRows, inReadingOrder, type Planning } from './plan-files.ts';
import type { ColumnPlan, TablePlan } from './table-plan.ts';
import { type TypedRow, typedRow } from './typed-row.ts';

type PreviewedTable = Readonly<{
  file: string;
  sheet: string | null;
  columns: readonly Pick<ColumnPlan, 'column' | 'field' | 'dateOrder' | 'decimalStyle'>[];
  /** The first rows as they will be understood: days as ISO dates, numbers as plain decimals. */
  rows: readonly Readonly<Record<string, string>>[];
}>;

export type Preview = Readonly<{
  report: Omit<ImportReport, 'rejected'>;
  rejected: readonly Rejected[];
  tables: readonly PreviewedTable[];
}>;

const shownRows = 20;
const shownRejected = 200;

/** Reads every row under the mapping and writes nothing: what would be rejected, what was decided, how the first rows read. */
export async function previewImport(request: CheckRequest, remembered: Planning['remembered']): Promise<Preview> {
  return checked(request, remembered, async (planned, findings) => {
    const tables: PreviewedTable[] = [];
    for (const plan of inReadingOrder(planned)) tables.push(await previewed(plan, request.zone));
    const { rejected, ...report } = importReport({ planned, findings });
    return { report, rejected: rejected.slice(0, shownRejected), tables };
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
    columns: plan.columns.map(({ column, field, dateOrder, decimalStyle }) => ({
      column,
      field,
      dateOrder,
      decimalStyle,
    })),
    rows: rows.map((row) => Object.fromEntries(plan.columns.map(({ field }) => [field, shown(row, field)]))),
  };
}

function shown({ text, dates, numbers }: TypedRow, field: FieldId): string {
  const number = numbers[field];
  if (number) return moneyOf(moneyUnits(number)).replace(/\.?0+$/, '');
  return dates[field]?.day ?? text[field] ?? '';
}
