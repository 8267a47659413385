import type { Bilingual } from '#shared/bilingual.ts';
import { moneyUnits } from '#shared/decimal.ts';
import { allocate, type Money, moneyOf, subtractMoney } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import type { Entity } from '#store/entities.ts';
import { missing } from './build-people.ts';
import type { FieldId } from './fields.ts';
import { FingerprintMap } from './fingerprint-map.ts';
import { type ImportRun, idOf, type RowBuilder } from './import-run.ts';
import type { TablePlan } from './table-plan.ts';
import { dayIn, moneyIn, placeOf, type TypedRow } from './typed-row.ts';

type FoundLine = Readonly<{
  number: string;
  order_id: string;
  ordered_on: string | null;
  line_id: string;
  product_id: string | null;
  quantity: string | null;
  amount: string | null;
  order_discount: string;
}>;

/** Orders and lines by order number, of this import or an earlier one. */
type OrdersOf = ReadonlyMap<string, ReadonlyMap<string, readonly FoundLine[]>>;

/** Returns: the lines of the order they name are refunded, on the day of the return or, where the file has none, of the order. */
export function returnBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  const occurrences = new FingerprintMap();
  return byOrderNumber(run, plan, (row, orders) => {
    if (/^(否|no|n|false|0)$/i.test(row.text.returned ?? '')) return;
    const product =
      row.text.product_code !== undefined || row.text.product_name !== undefined ? productIn(run, plan, row) : null;
    const lines = oneOrder(run, plan, { row, orders: ordersWith(orders, product), isBlocking: false });
    if (lines) refund(run, plan, { row, lines, occurrences });
  });
}

type MoneyTable = Readonly<{ entity: Entity; day: FieldId; dayColumn: string; amount: FieldId; number: FieldId }>;

/** Payments against orders. */
export function paymentBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  return moneyBuilder(run, plan, {
    entity: 'payment',
    day: 'paid_on',
    dayColumn: 'paid_on',
    amount: 'paid_amount',
    number: 'payment_number',
  });
}

/** Invoices against orders. */
export function invoiceBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  return moneyBuilder(run, plan, {
    entity: 'invoice',
    day: 'invoiced_on',
    dayColumn: 'invoiced_on',
    amount: 'invoiced_amount',
    number: 'invoice_number',
  });
}

function moneyBuilder(run: ImportRun, plan: TablePlan, table: MoneyTable): RowBuilder {
  const occurrences = new FingerprintMap();
  return byOrderNumber(run, plan, (row, orders) => {
    const [day, amount] = [row.dates[table.day]?.day, row.numbers[table.amount]];
    if (day === undefined) return missing(run, plan, row, table.day);
    if (!amount) return missing(run, plan, row, table.amount);
    const [line] = oneOrder(run, plan, { row, orders, isBlocking: true }) ?? [];
    if (!line) return;
    const money = moneyOf(moneyUnits(amount));
    const number = row.text[table.number];
    const facts = [line.order_id, day, money];
    const key =
      number === undefined
        ? ['facts', ...facts, String(occurrences.count(facts.join()))]
        : ['number', line.order_id, number];
    run.writer.add(table.entity, {
      id: idOf(run, table.entity, ...key),
      order_id: line.order_id,
      [table.dayColumn]: day,
      amount: money,
    });
  });
}

type Apply = (row: TypedRow, orders: ReadonlyMap<string, readonly FoundLine[]>) => void;

/** Asks the store for the orders of a batch of rows at once. */
function byOrderNumber(run: ImportRun, plan: TablePlan, apply: Apply): RowBuilder {
  let waiting: TypedRow[] = [];
  const settle = async () => {
    const rows = waiting;
    waiting = [];
    if (rows.length === 0) return;
    const orders = await ordersOf(run, rows);
    for (const row of rows) apply(row, orders.get(row.text.order_number ?? '') ?? new Map());
  };
  const add = (row: TypedRow) => {
    if (row.text.order_number === undefined) missing(run, plan, row, 'order_number');
    else waiting.push(row);
  };
  return { add, settle, finish: settle };
}

async function ordersOf(run: ImportRun, rows: readonly TypedRow[]): Promise<OrdersOf> {
  const numbers = [...new Set(rows.map((row) => row.text.order_number ?? ''))];
  const lines = await run.tx.query<FoundLine>(sql`
    select o.number, o.id as order_id, o.ordered_on::text as ordered_on, l.id as line_id, l.product_id,
           l.quantity::text as quantity, l.amount::text as amount, l.order_discount::text as order_discount
      from sales_order o
      join order_line l on l.workspace_id = o.workspace_id and l.order_id = o.id
     where o.workspace_id = ${run.workspaceId} and o.number = any(${numbers}::text[])
     order by o.number, o.id, l.line_number, l.id`);
  const found = new Map<string, Map<string, FoundLine[]>>();
  for (const line of lines) {
    const orders = found.get(line.number) ?? new Map<string, FoundLine[]>();
    found.set(line.number, orders);
    orders.set(line.order_id, [...(orders.get(line.order_id) ?? []), line]);
  }
  return found;
}

function productIn(run: ImportRun, plan: TablePlan, row: TypedRow): string {
  const { product_code: code, product_name: name = '' } = row.text;
  return run.books.products.find({ name: name || (code ?? ''), code, place: placeOf(plan, row.row) }) ?? '';
}

function ordersWith(orders: ReadonlyMap<string, readonly FoundLine[]>, product: string | null) {
  if (product === null) return orders;
  const kept = [...orders].map(([id, lines]) => [id, lines.filter((line) => line.product_id === product)] as const);
  return new Map(kept.filter(([, lines]) => lines.length > 0));
}

type Choice = Readonly<{ row: TypedRow; orders: ReadonlyMap<string, readonly FoundLine[]>; isBlocking: boolean }>;

/** The lines of the only order that is meant; else the row is listed with the reason. */
function oneOrder(run: ImportRun, plan: TablePlan, { row, orders, isBlocking }: Choice): readonly FoundLine[] | null {
  const [only, another] = orders.values();
  if (only && !another) return only;
  const count = orders.size;
  const column = plan.columns.find((each) => each.field === 'order_number')?.column;
  run.findings.reject({
    code: count === 0 ? 'no_such_order' : 'several_orders',
    reason:
      count === 0
        ? notes.noSuchOrder
        : {
            zh: `有 ${count} 张订单用这个订单号，不知道是哪一张，没有计入`,
            en: `${count} orders have this number; which one is meant is unknown, so it was not applied`,
          },
    place: placeOf(plan, row.row, column),
    value: row.text.order_number,
    blocking: isBlocking,
  });
  return null;
}

type Refunding = Readonly<{ row: TypedRow; lines: readonly FoundLine[]; occurrences: FingerprintMap }>;

function refund(run: ImportRun, plan: TablePlan, { row, lines, occurrences }: Refunding): void {
  const place = placeOf(plan, row.row);
  const day = dayIn(row, 'returned_on') ?? lines[0]?.ordered_on ?? null;
  if (!row.dates.returned_on) run.findings.note({ code: 'return_undated', text: notes.undated, place });
  if (day === null) {
    missing(run, plan, row, 'returned_on');
    return;
  }
  const priced = lines.filter((line) => line.amount !== null);
  for (const { line, amount, share } of refundedLines(row, priced)) {
    const key = share
      ? [line.line_id, day, amount, nth(occurrences, [line.line_id, day, amount])]
      : [line.line_id, day, 'whole', ''];
    run.writer.add('refund', {
      id: idOf(run, 'refund', ...key),
      order_id: line.order_id,
      order_line_id: line.line_id,
      refunded_on: day,
      amount,
      quantity: (priced.length === 1 ? moneyIn(row, 'quantity') : null) ?? (share ? null : line.quantity),
      reason: row.text.reason ?? null,
    });
  }
}

type RefundedLine = Readonly<{ line: FoundLine; amount: Money; share: boolean }>;

/** The amount given back on each line: the row's amount shared out, else all that the line came to. */
function refundedLines(row: TypedRow, lines: readonly FoundLine[]): readonly RefundedLine[] {
  const net = lines.map((line) => subtractMoney(line.amount ?? '0', line.order_discount));
  const given = moneyIn(row, 'refund_amount');
  const amounts = given === null ? net : allocate(given, net);
  return lines.map((line, index) => ({ line, amount: amounts[index] ?? moneyOf(0n), share: given !== null }));
}

function nth(occurrences: FingerprintMap, key: readonly string[]): string {
  return String(occurrences.count(key.join()));
}

const notes = {
  undated: { zh: '退货没有日期，记在订单当天', en: 'Returns without a date are counted on the day of their order' },
  noSuchOrder: { zh: '没有这个订单号的订单', en: 'There is no order with this number' },
} as const satisfies Record<string, Bilingual>;
