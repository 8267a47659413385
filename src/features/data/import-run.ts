import type { Day } from '#shared/day.ts';
import type { Entity } from '#store/entities.ts';
import { rowId } from '#store/row-id.ts';
import type { Transaction } from '#store/store.ts';
import type { CompanyBooks } from './company-books.ts';
import type { Findings } from './findings.ts';
import type { RowWriter } from './row-writer.ts';
import type { TablePlan } from './table-plan.ts';
import type { TypedRow } from './typed-row.ts';

/** What a table's rows are made into rows of the store with. */
export type ImportRun = Readonly<{
  tx: Transaction;
  workspaceId: string;
  currency: string;
  /** The workspace's local day. */
  today: Day;
  salt: Uint8Array;
  books: CompanyBooks;
  writer: RowWriter;
  findings: Findings;
  totals: ImportTotals;
}>;

/** Sums over what the files hold, for the person to check against the source. */
export type ImportTotals = {
  orders: number;
  orderLines: number;
  amount: bigint;
  cost: bigint;
  opportunities: number;
  wonAmount: bigint;
  /** First and last day of the orders; null without any. */
  firstDay: Day | null;
  lastDay: Day | null;
};

/** Makes rows of one table; `finish` is called after its last row. */
export type RowBuilder = Readonly<{
  add: (row: TypedRow) => void;
  /** Called after each batch: what needs the store may ask it here. */
  settle?: () => Promise<void>;
  finish?: () => Promise<void>;
}>;

export type MakeBuilder = (run: ImportRun, plan: TablePlan) => RowBuilder;

/** The id of a row by its natural key. */
export function idOf(run: ImportRun, entity: Entity, ...naturalKey: readonly string[]): string {
  return rowId(run.salt, entity, ...naturalKey);
}
