import type { Bilingual } from '#shared/bilingual.ts';
import type { Day } from '#shared/day.ts';
import { type Decimal, minus, moneyUnits, quotientUnits, times } from '#shared/decimal.ts';
import { allocate, moneyOf } from '#shared/money.ts';
import type { Row } from '#store/rows.ts';
import { customerOf, productOf, regionPlace, repOf, sourceOf } from './company-books.ts';
import { FingerprintMap } from './fingerprint-map.ts';
import { type ImportRun, idOf, type RowBuilder } from './import-run.ts';
import { hasField, type TablePlan } from './table-plan.ts';
import { placeOf, type TypedRow } from './typed-row.ts';

type Line = Readonly<{ row: Row; amount: bigint | null }>;
type Waiting = { order: Row; discount: bigint | null; lines: Line[] };

/** Orders and their lines from a table with one row per line. */
export function orderBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  const lineNumbers = new FingerprintMap();
  const occurrences = new FingerprintMap();
  const whole = hasField(plan, 'order_discount') ? new WholeOrders(run, plan) : null;
  // Lines of one order mostly stand together: its id is derived once.
  let last = { key: '', id: '' };
  const orderIdOf = (parts: readonly string[]) => {
    const key = parts.join('\n');
    if (last.key !== key) last = { key, id: idOf(run, 'sales_order', ...parts) };
    return last.id;
  };
  const add = (row: TypedRow) => {
    const number = row.text.order_number;
    if (number === undefined) return isFooter(row) ? skipFooter(run, plan, row) : missingNumber(run, plan, row);
    const orderId = orderIdOf(orderKey(plan, row, number));
    const lineNumber = lineNumbers.count(orderId);
    const order = lineNumber === 1 ? orderRow(run, plan, { row, id: orderId, number }) : null;
    const line = lineOf(run, plan, { row, orderId, lineNumber, occurrences });
    tally(run, line, { isNewOrder: order !== null, day: row.dates.ordered_on?.day });
    if (whole) return whole.add(line, { order, row });
    if (order) run.writer.add('sales_order', order);
    run.writer.add('order_line', line.row);
  };
  return { add, finish: async () => whole?.release() };
}

/** Holds the lines of one order until all are there, because its discount is shared out to them by their amounts. */
class WholeOrders {
  readonly #run: ImportRun;
  readonly #plan: TablePlan;
  #waiting: Waiting | null = null;

  constructor(run: ImportRun, plan: TablePlan) {
    this.#run = run;
    this.#plan = plan;
  }

  add(line: Line, { order, row }: Readonly<{ order: Row | null; row: TypedRow }>): void {
    if (order) {
      this.release();
      this.#waiting = { order, discount: null, lines: [] };
    }
    const waiting = this.#waiting;
    if (!waiting || waiting.order.id !== line.row.order_id) {
      this.#reject(row, 'scattered_order', notes.scattered);
      return;
    }
    waiting.lines.push(line);
    const given = row.numbers.order_discount;
    if (!given) return;
    const discount = moneyUnits(given);
    if (waiting.discount !== null && waiting.discount !== discount)
      this.#reject(row, 'order_discounts_differ', notes.differ);
    waiting.discount = discount;
  }

  release(): void {
    if (!this.#waiting) return;
    const { order, lines, discount } = this.#waiting;
    const total = moneyOf(discount ?? 0n);
    const shares = allocate(
      total,
      lines.map(({ amount }) => moneyOf(amount ?? 0n)),
    );
    this.#run.writer.add('sales_order', { ...order, discount: total });
    for (const [index, { row }] of lines.entries()) {
      this.#run.writer.add('order_line', { ...row, order_discount: shares[index] ?? '0' });
    }
    this.#waiting = null;
  }

  #reject(row: TypedRow, code: string, reason: Bilingual): void {
    this.#run.findings.reject({ code, reason, place: placeOf(this.#plan, row.row) });
  }
}

/** What tells an order apart; remembered with the mapping, so that a second import makes the same ids. */
function orderKey(plan: TablePlan, row: TypedRow, number: string): readonly string[] {
  if (!plan.orderKeyIsWide) return [number];
  return [number, row.text.customer_code ?? row.text.customer_name ?? '', row.dates.ordered_on?.day ?? ''];
}

type OrderInput = Readonly<{ row: TypedRow; id: string; number: string }>;

function orderRow(run: ImportRun, plan: TablePlan, { row, id, number }: OrderInput): Row {
  const place = placeOf(plan, row.row);
  const region = regionPlace(run.books, row, place);
  const rep = repOf(run.books, row, { plan, region });
  const ordered = row.dates.ordered_on;
  if (!ordered) run.findings.note({ code: 'no_date', text: notes.noDate, place });
  return {
    id,
    number,
    currency: run.currency,
    ...present({
      customer_id: customerOf(run.books, row, { place }),
      rep_id: rep,
      region_id: region.leaf ?? (rep === null ? null : (run.books.regionOfRep.get(rep) ?? null)),
      source_id: sourceOf(run.books, row, place),
      ordered_on: ordered?.day,
      ordered_minute: ordered?.minute,
    }),
    ...statusColumns(run, plan, row),
  };
}

const cancelled = /取消|作废|撤销|关闭|cancel|void/i;
const draft = /草稿|未提交|draft/i;

function statusColumns(
  run: ImportRun,
  plan: TablePlan,
  row: TypedRow,
): Readonly<Record<string, string | boolean | null>> {
  const status = row.text.status ?? '';
  const day = row.dates.cancelled_on?.day ?? null;
  const isCancelled = day !== null || cancelled.test(status);
  if (isCancelled && day === null) {
    run.findings.note({ code: 'cancelled_undated', text: notes.cancelledUndated, place: placeOf(plan, row.row) });
  }
  if (!hasField(plan, 'status') && !hasField(plan, 'cancelled_on')) return {};
  return {
    cancelled_on: isCancelled ? (day ?? row.dates.ordered_on?.day ?? null) : null,
    is_draft: draft.test(status),
  };
}

type LineInput = Readonly<{ row: TypedRow; orderId: string; lineNumber: number; occurrences: FingerprintMap }>;

function lineOf(run: ImportRun, plan: TablePlan, { row, orderId, lineNumber, occurrences }: LineInput): Line {
  const place = placeOf(plan, row.row);
  const product = productOf(run.books, row, place);
  const lineId = row.text.line_id;
  const key =
    lineId === undefined
      ? ['product', product ?? '', String(occurrences.count(`${orderId}${product}`))]
      : ['line', lineId];
  const id = idOf(run, 'order_line', orderId, ...key);
  const price = priceOf(run, plan, row);
  if (price.amount === null) run.findings.note({ code: 'no_amount', text: notes.noAmount, place });
  const cost = costOf(row, price.amount);
  return {
    amount: price.amount,
    row: {
      id,
      order_id: orderId,
      line_number: lineNumber,
      product_id: product,
      quantity: textOf(row.numbers.quantity),
      amount: price.amount === null ? null : moneyOf(price.amount),
      discount: moneyOf(price.discount),
      cost: cost === null ? null : moneyOf(cost),
    },
  };
}

type Price = Readonly<{ amount: bigint | null; discount: bigint }>;

const one: Decimal = { digits: 1n, scale: 0 };

/** The line's amount less its own discount, and that discount: a rate is taken off the price before, `amount ÷ (1 − rate) − amount`. */
function priceOf(run: ImportRun, plan: TablePlan, row: TypedRow): Price {
  const { amount, unit_price: unit, quantity, discount } = row.numbers;
  const list = unit && quantity ? times(unit, quantity) : null;
  if (plan.discountIsRate) return rated(run, plan, { row, amount, list, rate: discount });
  const off = discount ? moneyUnits(discount) : 0n;
  if (amount) return { amount: moneyUnits(amount), discount: off };
  return list ? { amount: moneyUnits(list) - off, discount: off } : { amount: null, discount: off };
}

type Rated = Readonly<{ row: TypedRow; amount: Decimal | undefined; list: Decimal | null; rate: Decimal | undefined }>;

function rated(run: ImportRun, plan: TablePlan, { row, amount, list, rate: given }: Rated): Price {
  const rate = given && moneyUnits(given) > 10_000n ? { ...given, scale: given.scale + 2 } : given;
  const kept = rate ? minus(one, rate) : one;
  if (amount) {
    const paid = moneyUnits(amount);
    const before = quotientUnits(amount, kept);
    if (before !== null) return { amount: paid, discount: before - paid };
    run.findings.note({ code: 'free_line', text: notes.freeLine, place: placeOf(plan, row.row) });
    return { amount: paid, discount: 0n };
  }
  if (!list) return { amount: null, discount: 0n };
  const paid = moneyUnits(times(list, kept));
  return { amount: paid, discount: moneyUnits(list) - paid };
}

function costOf(row: TypedRow, amount: bigint | null): bigint | null {
  const { cost, profit } = row.numbers;
  if (cost) return moneyUnits(cost);
  return profit && amount !== null ? amount - moneyUnits(profit) : null;
}

type Told = Readonly<{ isNewOrder: boolean; day: Day | undefined }>;

function tally({ totals }: ImportRun, { amount, row }: Line, { isNewOrder, day }: Told): void {
  if (isNewOrder) totals.orders += 1;
  totals.orderLines += 1;
  totals.amount += amount ?? 0n;
  if (day && (totals.firstDay === null || day < totals.firstDay)) totals.firstDay = day;
  if (day && (totals.lastDay === null || day > totals.lastDay)) totals.lastDay = day;
  if (typeof row.cost === 'string') totals.cost += BigInt(row.cost.replace('.', ''));
}

function textOf(value: Decimal | undefined): string | null {
  return value ? moneyOf(moneyUnits(value)) : null;
}

/** Without what is unknown, so that the store keeps what another file said. */
function present(
  columns: Readonly<Record<string, string | number | null | undefined>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])),
  );
}

function isFooter(row: TypedRow): boolean {
  return !row.dates.ordered_on && Object.keys(row.text).length <= 1;
}

function skipFooter(run: ImportRun, plan: TablePlan, row: TypedRow): void {
  run.findings.note({ code: 'footer', text: notes.footer, place: placeOf(plan, row.row) });
}

function missingNumber(run: ImportRun, plan: TablePlan, row: TypedRow): void {
  const column = plan.columns.find((each) => each.field === 'order_number')?.column;
  run.findings.reject({ code: 'missing_value', reason: notes.noNumber, place: placeOf(plan, row.row, column) });
}

const notes = {
  noDate: { zh: '订单没有日期，不计入任何期间', en: 'Orders without a date count in no period' },
  noAmount: { zh: '明细没有金额，不计入收入', en: 'Lines without an amount do not count as revenue' },
  cancelledUndated: {
    zh: '订单已取消但没有取消日期，按订单日期取消',
    en: 'Cancelled orders without a date were cancelled on their order date',
  },
  freeLine: {
    zh: '折扣为 100 %，原价无从得知，折扣额记 0',
    en: 'At 100 % discount the price before is unknown; discount 0 is kept',
  },
  footer: { zh: '合计行已跳过', en: 'A row of totals was skipped' },
  noNumber: { zh: '缺少订单号', en: 'The order number is missing' },
  differ: { zh: '同一订单的整单折扣不一致', en: 'The lines of one order give different order discounts' },
  scattered: {
    zh: '有整单折扣时，同一订单的行要连在一起；请按订单号排序',
    en: 'With order discounts the lines of an order must stand together; sort by order number',
  },
} as const satisfies Record<string, Bilingual>;
