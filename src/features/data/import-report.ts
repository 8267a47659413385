import type { Day } from '#shared/day.ts';
import { moneyOf } from '#shared/money.ts';
import { Problem } from '#shared/problem.ts';
import { type Findings, type ImportNote, problemDetails, type Rejected } from './findings.ts';
import type { ImportTotals } from './import-run.ts';
import type { PlannedFile } from './plan-files.ts';
import type { EntityCounts } from './row-writer.ts';

type ReportedTable = Readonly<{
  file: string;
  sheet: string | null;
  kind: string;
  encoding: string | null;
  delimiter: string | null;
  headerRow: number;
  rows: number;
  columns: readonly Readonly<{ column: string; field: string | null }>[];
}>;

/** What an import did, or would do. Money is in the workspace's currency, as decimal text. */
export type ImportReport = Readonly<{
  tables: readonly ReportedTable[];
  entities: Readonly<Record<string, EntityCounts>>;
  rejected: readonly Rejected[];
  /** All rejected rows; `rejected` lists at most the first 10,000. */
  rejectedCount: number;
  /** Those of them for which the import fails unless it may go on without them. */
  blockingCount: number;
  notes: readonly ImportNote[];
  totals: Readonly<
    Record<'orders' | 'orderLines' | 'opportunities', number> &
      Record<'amount' | 'cost' | 'wonAmount', string> &
      Record<'firstDay' | 'lastDay', Day | null>
  >;
}>;

/** The import failed on its files and the store is as it was; the report lists every rejected row. */
export class ImportRejected extends Problem {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('import_rejected', problemDetails(report.rejected, report.blockingCount));
    this.report = report;
  }
}

type ReportInput = Readonly<{
  planned: readonly PlannedFile[];
  findings: Findings;
  entities?: Readonly<Record<string, EntityCounts>>;
  totals?: ImportTotals;
}>;

/** Totals of nothing. */
export function noTotals(): ImportTotals {
  return {
    orders: 0,
    orderLines: 0,
    amount: 0n,
    cost: 0n,
    opportunities: 0,
    wonAmount: 0n,
    firstDay: null,
    lastDay: null,
  };
}

/** The report of what was planned, found and written. */
export function importReport({ planned, findings, entities = {}, totals = noTotals() }: ReportInput): ImportReport {
  return {
    tables: planned.flatMap(({ file, tables }) =>
      tables.map((plan) => ({
        file: plan.table.file,
        sheet: plan.table.sheet,
        kind: plan.kind,
        encoding: file.encoding,
        delimiter: file.delimiter,
        headerRow: plan.header.row,
        rows: plan.rowCount,
        columns: plan.header.columns.map((column) => ({
          column,
          field: plan.columns.find((each) => each.column === column)?.field ?? null,
        })),
      })),
    ),
    entities,
    rejected: findings.rejected,
    rejectedCount: findings.rejectedCount,
    blockingCount: findings.blockingCount,
    notes: findings.notes,
    totals: {
      ...totals,
      amount: moneyOf(totals.amount),
      cost: moneyOf(totals.cost),
      wonAmount: moneyOf(totals.wonAmount),
    },
  };
}
