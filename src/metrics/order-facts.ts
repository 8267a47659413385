import type { Fact } from '#semantic/define.ts';
import { amount, customer, number, product, quantity, region, rep } from './list-columns.ts';
import { cancelled, draft, noDay } from './reasons.ts';

const orderKind = "case when f.is_first then 'first' else 'repeat' end";

const orderLinks = {
  rep: 'f.rep_id',
  customer: 'f.customer_id',
  region: 'f.region_id',
  source: 'f.source_id',
  order_kind: orderKind,
};

/** Six bands a decade, named by their least amount; nothing for amounts under 1. TRAP: log10(1000) may come out below 3. */
const bandOf = (amount: string) =>
  `case when ${amount} >= 1 then (10 ** (floor(log10(${amount}::double) * 6 + 1e-9) / 6))::decimal(18, 2)::varchar end`;

const lineLinks = { ...orderLinks, product: 'f.product_id' };

/** The band of the whole order a line belongs to. */
const bandOfOrder = `(select ${bandOf('o.amount')} from sale_order o where o.order_id = f.order_id)`;

const orderedOn = { zh: '下单日', en: 'Ordered on' };
const noOrderDay = noDay('f.ordered_on', { zh: '没有下单日', en: 'No order date' });

/** Orders, one row each. */
export const order: Fact = {
  id: 'order',
  label: { zh: '订单', en: 'Orders' },
  relation: 'sale_order',
  rowId: 'f.order_id',
  kind: 'flow',
  day: 'f.ordered_on',
  dayLabel: orderedOn,
  minute: 'f.minute',
  links: { ...orderLinks, order_value_band: bandOf('f.amount') },
  leftOut: [draft, cancelled, noOrderDay],
  worth: 'f.amount',
  list: [number, customer, rep, region, amount],
};

/** Order lines; asked only when products or a line's own columns are needed. */
export const line: Fact = {
  ...order,
  id: 'line',
  label: { zh: '订单行', en: 'Order lines' },
  relation: 'sale',
  rowId: 'f.line_id',
  links: { ...lineLinks, order_value_band: bandOfOrder },
  list: [number, product, quantity, customer, rep, region, amount],
};

/** Refunds at their own day. A refund of a cancelled order leaves with the order, or it would be taken off twice. */
export const refund: Fact = {
  id: 'refund',
  label: { zh: '退款', en: 'Refunds' },
  relation: 'refund_fact',
  rowId: 'f.refund_id',
  kind: 'flow',
  day: 'f.refunded_on',
  dayLabel: { zh: '退款日', en: 'Refunded on' },
  links: { ...lineLinks, refund_reason: 'f.reason' },
  leftOut: [draft, cancelled],
  worth: 'f.amount',
  list: [number, product, quantity, customer, rep, region, amount],
};

/** Orders and refunds as one signed list, for figures that need net revenue per customer. */
export const netOrder: Fact = {
  ...order,
  id: 'net_order',
  label: { zh: '订单与退款', en: 'Orders and refunds' },
  relation: `(
    select order_id as id, ordered_on as on_day, minute, is_draft, cancelled_on, is_first, number, rep_id, customer_id, region_id, source_id, amount from sale_order
    union all
    select r.refund_id, r.refunded_on, null, r.is_draft, r.cancelled_on, r.is_first, r.number, r.rep_id, r.customer_id, r.region_id, r.source_id, -r.amount
    from refund_fact r)`,
  rowId: 'f.id',
  day: 'f.on_day',
  links: orderLinks,
  leftOut: [draft, cancelled, noDay('f.on_day', { zh: '没有下单日', en: 'No order date' })],
};

/** The same by line, where products are needed. */
export const netLine: Fact = {
  ...netOrder,
  id: 'net_line',
  relation: `(
    select line_id as id, ordered_on as on_day, minute, is_draft, cancelled_on, is_first, number, rep_id, customer_id, region_id, source_id, product_id, quantity, amount from sale
    union all
    select r.refund_id, r.refunded_on, null, r.is_draft, r.cancelled_on, r.is_first, r.number, r.rep_id, r.customer_id, r.region_id, r.source_id, r.product_id, -r.quantity, -r.amount
    from refund_fact r)`,
  links: lineLinks,
  list: line.list,
};

/** Money received. */
export const payment: Fact = {
  id: 'payment',
  label: { zh: '回款', en: 'Payments' },
  relation: 'payment_fact',
  rowId: 'f.payment_id',
  kind: 'flow',
  day: 'f.paid_on',
  dayLabel: { zh: '回款日', en: 'Paid on' },
  links: orderLinks,
  leftOut: [],
  worth: 'f.amount',
  list: [number, customer, rep, region, amount],
};

/** Invoices issued. */
export const invoice: Fact = {
  ...payment,
  id: 'invoice',
  label: { zh: '开票', en: 'Invoices' },
  relation: 'invoice_fact',
  rowId: 'f.invoice_id',
  day: 'f.invoiced_on',
  dayLabel: { zh: '开票日', en: 'Invoiced on' },
};
