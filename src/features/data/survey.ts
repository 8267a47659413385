import { type DateTally, dateDecision, emptyDateTally, orderNames, tallyDate } from '#connectors/files/date-column.ts';
import type { FileLimits } from '#connectors/files/limits.ts';
import {
  type DecimalStyle,
  decimalStyle,
  emptyNumberTally,
  type NumberTally,
  numberOf,
  tallyNumber,
} from '#connectors/files/numbers.ts';
import type { SourceTable } from '#connectors/files/open-file.ts';
import type { SourceRow } from '#connectors/files/source-row.ts';
import { type Decimal, decimal } from '#shared/decimal.ts';
import { Problem } from '#shared/problem.ts';
import { type FieldId, field } from './fields.ts';
import type { Findings } from './findings.ts';
import type { Header } from './header.ts';
import { KeyCensus } from './key-census.ts';
import type { KindId } from './kinds.ts';
import type { TableMapping } from './table-mapping.ts';
import type { ColumnPlan, TablePlan } from './table-plan.ts';
import { isBlank, isBlankRow } from './typed-row.ts';

export type SurveyInput = Readonly<{
  table: SourceTable;
  kind: KindId;
  header: Header;
  /** Field of each mapped column. */
  fieldOf: ReadonlyMap<string, FieldId>;
  mapping: TableMapping;
  limits: FileLimits;
  findings: Findings;
  /** `;` between values speaks for a decimal comma. */
  delimiter: string | null;
  onRows: (count: number) => void;
}>;

/** What one column shows while the table is read once. */
type Column = {
  index: number;
  column: string;
  field: FieldId;
  dates: DateTally | null;
  numbers: NumberTally | null;
  least: number;
  most: number;
};

/** Reads a whole table once to decide how it is read: date and decimal styles by all values, keys, number of rows. */
export async function survey(input: SurveyInput): Promise<TablePlan> {
  const { table, header, kind, findings } = input;
  const columns = header.columns.flatMap((column, index) => surveyColumn(input, column, index));
  const census = new KeyCensus(kind, new Set(columns.map((each) => each.field)));
  const stageNames = new Set<string>();
  let rowCount = 0;
  for await (const batch of table.rows()) {
    input.onRows(batch.length);
    for (const row of batch) {
      if (row.row <= header.row || isBlankRow(row)) continue;
      rowCount += 1;
      const texts = look(columns, row);
      census.add(texts, JSON.stringify(row.cells), row.row);
      if (texts.stage) stageNames.add(texts.stage);
    }
    refuseTooLong(input, rowCount);
  }
  const keyColumn = columns.find((each) => each.field === census.keyField)?.column ?? '';
  census.report(findings, { file: table.file, sheet: table.sheet, column: keyColumn });
  const plans = decided(input, columns);
  return {
    table,
    kind,
    header,
    columns: plans,
    unmapped: header.columns.filter((column) => !input.fieldOf.has(column)),
    rowCount,
    discountIsRate: isRate(columns, input),
    orderKeyIsWide: keyIsWide(census, input),
    repeatedRows: census.repeatedRows,
    stageNames: [...stageNames],
  };
}

function surveyColumn({ fieldOf }: SurveyInput, column: string, index: number): Column[] {
  const id = fieldOf.get(column);
  if (!id) return [];
  const { type } = field(id);
  const dates = type === 'date' ? emptyDateTally() : null;
  const numbers = type === 'money' || type === 'quantity' ? emptyNumberTally() : null;
  return [
    { index, column, field: id, dates, numbers, least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY },
  ];
}

function look(columns: readonly Column[], { row, cells }: SourceRow): Partial<Record<FieldId, string>> {
  const texts: Partial<Record<FieldId, string>> = {};
  for (const column of columns) {
    const cell = cells[column.index];
    if (typeof cell !== 'string' || isBlank(cell)) continue;
    const text = cell.trim();
    texts[column.field] = text;
    if (column.dates) tallyDate(column.dates, text, row);
    if (column.numbers) tallyNumber(column.numbers, text);
    if (column.field === 'discount') widenRange(column, text);
  }
  return texts;
}

function widenRange(column: Column, text: string): void {
  const value = numberOf(text, 'point') ?? numberOf(text, 'comma');
  if (!value) return;
  const size = Number(value.digits) / 10 ** value.scale;
  column.least = Math.min(column.least, size);
  column.most = Math.max(column.most, size);
}

function refuseTooLong({ limits, table }: SurveyInput, rowCount: number): void {
  if (rowCount <= limits.rows) return;
  throw new Problem('unreadable_file', [
    {
      detail: { zh: `超过 ${limits.rows} 行，请拆分文件`, en: `More than ${limits.rows} rows; split the file` },
      place: { file: table.file, ...(table.sheet && { sheet: table.sheet }), row: rowCount },
    },
  ]);
}

function decided(input: SurveyInput, columns: readonly Column[]): ColumnPlan[] {
  const hint = styleHint(input, columns);
  return columns.map((column) => ({
    index: column.index,
    column: column.column,
    field: column.field,
    type: field(column.field).type,
    ...(column.dates ? dateReading(input, column, column.dates) : noDates),
    ...(column.numbers ? numberReading(input, column, column.numbers, hint) : noNumbers),
    factor: column.numbers ? headerFactor(column.column) : null,
  }));
}

type DateReading = Pick<ColumnPlan, 'dateOrder' | 'dateChoices'>;
type NumberReading = Pick<ColumnPlan, 'decimalStyle' | 'decimalIsOpen'>;

const noDates: DateReading = { dateOrder: null, dateChoices: [] };
const noNumbers: NumberReading = { decimalStyle: 'point', decimalIsOpen: false };

function dateReading(input: SurveyInput, column: Column, tally: DateTally): DateReading {
  const { dateOrder: chosen } = input.mapping;
  const order = typeof chosen === 'string' ? chosen : chosen?.[column.column];
  if (order) return { dateOrder: order, dateChoices: [] };
  const decision = dateDecision(tally);
  const place = { file: input.table.file, sheet: input.table.sheet, column: column.column };
  if (decision.kind === 'decided') {
    const { evidence } = decision;
    if (evidence) {
      const text = { zh: `“${column.column}”${evidence.zh}`, en: `“${column.column}” ${evidence.en}` };
      input.findings.note({ code: 'date_order', text, place });
    }
    return { dateOrder: decision.order, dateChoices: [] };
  }
  const names = (locale: 'zh' | 'en') => decision.candidates.map((each) => orderNames[each][locale]).join(' / ');
  input.findings.reject({
    code: 'ambiguous_date',
    fatal: true,
    reason: {
      zh: `整列日期分不清是 ${names('zh')}，请指定日期写法（dateOrder：${decision.candidates.join('、')}）`,
      en: `The column does not show whether it is ${names('en')}; choose its date style (dateOrder: ${decision.candidates.join(', ')})`,
    },
    place: { ...place, row: decision.example.row },
    value: decision.example.text,
  });
  return { dateOrder: decision.candidates[0] ?? null, dateChoices: decision.candidates };
}

/** Where a column leaves it open, the other columns of the table and its delimiter tell. */
function styleHint(input: SurveyInput, columns: readonly Column[]): DecimalStyle {
  const sum = (key: 'point' | 'comma') => columns.reduce((built, { numbers }) => built + (numbers?.[key] ?? 0), 0);
  if (sum('point') !== sum('comma')) return sum('point') > sum('comma') ? 'point' : 'comma';
  return input.delimiter === ';' ? 'comma' : 'point';
}

function numberReading(input: SurveyInput, column: Column, tally: NumberTally, hint: DecimalStyle): NumberReading {
  const { decimalStyle: chosen } = input.mapping;
  if (chosen) return { decimalStyle: chosen, decimalIsOpen: false };
  const { style, certain } = decimalStyle(tally, hint);
  if (!certain) {
    const [zh, en] = style === 'point' ? ['1,234.56', '1,234.56'] : ['1.234,56', '1.234,56'];
    input.findings.note({
      code: 'decimal_style',
      text: {
        zh: `“${column.column}”的分隔符有两种读法，按 ${zh} 的写法读取`,
        en: `The separators of “${column.column}” can be read two ways; read as in ${en}`,
      },
      place: { file: input.table.file, sheet: input.table.sheet, column: column.column },
    });
  }
  return { decimalStyle: style, decimalIsOpen: !certain };
}

function headerFactor(column: string): Decimal | null {
  const unit = /[(（[【]?\s*(万|千|百万|亿)元?\s*[)）\]】]?$/.exec(column.trim())?.[1];
  const digits = unit && { 千: '1000', 万: '10000', 百万: '1000000', 亿: '100000000' }[unit];
  return digits ? decimal(digits) : null;
}

function isRate(columns: readonly Column[], { mapping }: SurveyInput): boolean {
  if (mapping.discountIs) return mapping.discountIs === 'rate';
  const discount = columns.find((each) => each.field === 'discount');
  if (!discount) return false;
  if (/率|rate|percent|%/i.test(discount.column)) return true;
  if (/额|amount|优惠/i.test(discount.column)) return false;
  return discount.least >= 0 && discount.most <= 1;
}

function keyIsWide(census: KeyCensus, { mapping, findings, table }: SurveyInput): boolean {
  if (mapping.orderKey) return mapping.orderKey === 'number_customer_date';
  const shared = census.sharedNumber;
  if (!shared) return false;
  findings.note({
    code: 'order_key_widened',
    text: {
      zh: `同一个订单号有多个客户或日期（如第 ${shared.row} 行的 ${shared.number}），不能单独区分订单；按订单号 + 客户 + 日期区分`,
      en: `One order number has several customers or dates (row ${shared.row}, ${shared.number}), so it does not tell orders apart; number + customer + date does`,
    },
    place: { file: table.file, sheet: table.sheet },
  });
  return true;
}
