import type { DayOrder } from '#connectors/files/dates.ts';
import type { DecimalStyle } from '#connectors/files/numbers.ts';
import type { SourceTable } from '#connectors/files/open-file.ts';
import type { Decimal } from '#shared/decimal.ts';
import type { FieldId, FieldType } from './fields.ts';
import type { Header } from './header.ts';
import type { KindId } from './kinds.ts';

/** How one column is read. */
export type ColumnPlan = Readonly<{
  index: number;
  column: string;
  field: FieldId;
  type: FieldType;
  dateOrder: DayOrder | null;
  /** Orders between which the column leaves it open, so that a person must choose; empty when it is decided. */
  dateChoices: readonly DayOrder[];
  decimalStyle: DecimalStyle;
  /** The separators can be read two ways and nobody chose. */
  decimalIsOpen: boolean;
  /** A unit in the header: 金额（万元）. */
  factor: Decimal | null;
}>;

/** How one table is read, decided over all its rows. */
export type TablePlan = Readonly<{
  table: SourceTable;
  kind: KindId;
  header: Header;
  columns: readonly ColumnPlan[];
  unmapped: readonly string[];
  rowCount: number;
  discountIsRate: boolean;
  /** One order number stands for several orders: customer and date belong to the key. */
  orderKeyIsWide: boolean;
  /** Rows with the key of an earlier row, which are left out. */
  repeatedRows: ReadonlySet<number>;
  stageNames: readonly string[];
}>;

/** Whether the table has a column for the field. */
export function hasField(plan: Pick<TablePlan, 'columns'>, id: FieldId): boolean {
  return plan.columns.some((each) => each.field === id);
}
