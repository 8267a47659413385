import { dayOf, type Moment } from './moment.ts';
import { cents, type Order, yuan } from './orders.ts';
import { type Chance, chance } from './random.ts';
import type { InvoiceRow, OrderLineRow, PaymentRow, RefundRow } from './rows.ts';
import { dayText, type Season } from './season.ts';

/** What follows an order: invoice, payments, now and then a refund. */
export type AfterSales = Readonly<{ refunds: RefundRow[]; payments: PaymentRow[]; invoices: InvoiceRow[] }>;

const reasons = ['质量问题', '规格不符', '延期交付', '错发漏发', '客户项目取消'] as const;
const reasonWeights = [0.34, 0.24, 0.18, 0.14, 0.1];
const bigOrderCents = 15_000_000;

/** The follow-ups of all orders that have happened by now. Drafts and cancelled orders have none. */
export function afterSales(
  of: Readonly<{ seed: number; season: Season; now: Moment }>,
  orders: readonly Order[],
): AfterSales {
  const made: AfterSales = { refunds: [], payments: [], invoices: [] };
  const today = dayOf(of.now);
  for (const order of orders) {
    if (order.row.is_draft || order.row.cancelled_on !== null) continue;
    const by = chance(of.seed, `after/${order.row.id}`);
    const days = plan(order, of.season, by);
    if (days.invoiced <= today) made.invoices.push(invoice(order, days.invoiced));
    made.payments.push(
      ...payments(order, days.paid)
        .filter(({ day }) => day <= today)
        .map(({ row }) => row),
    );
    const line = order.lines[by.whole(0, order.lines.length - 1)];
    if (line && by.happens(0.016) && days.refunded <= today) made.refunds.push(refund(line, days.refunded, by));
  }
  return made;
}

type Plan = Readonly<{ invoiced: number; paid: readonly number[]; refunded: number }>;

function plan(order: Order, season: Season, by: Chance): Plan {
  const day = dayOf(order.at);
  const invoiced = season.workday(day + by.whole(1, 14));
  const settled = season.workday(invoiced + Math.round(by.logNormal(order.total > bigOrderCents ? 48 : 30, 0.45)));
  const neverPays = by.happens(0.012);
  const deposit = order.total > bigOrderCents ? [season.workday(day + by.whole(2, 9))] : [];
  return {
    invoiced,
    paid: neverPays ? deposit : [...deposit, settled],
    refunded: season.workday(day + by.whole(7, 75)),
  };
}

function invoice(order: Order, day: number): InvoiceRow {
  return {
    id: `i${order.row.id.slice(1)}`,
    order_id: order.row.id,
    invoiced_on: dayText(day),
    amount: yuan(order.total),
  };
}

/** Big orders pay three tenths in advance. */
function payments(order: Order, days: readonly number[]): { day: number; row: PaymentRow }[] {
  const deposit = order.total > bigOrderCents ? Math.round(order.total * 0.3) : 0;
  const amounts = deposit > 0 ? [deposit, order.total - deposit] : [order.total];
  return days.map((day, index) => ({
    day,
    row: {
      id: `y${order.row.id.slice(1)}.${index + 1}`,
      order_id: order.row.id,
      paid_on: dayText(day),
      amount: yuan(amounts[index] ?? 0),
    },
  }));
}

/** A part of one line, or all of it; never more than was charged for it. */
function refund(line: OrderLineRow, day: number, by: Chance): RefundRow {
  const charged = cents(line.amount) - Math.ceil(Number(line.order_discount) * 100);
  const quantity = Number(line.quantity);
  const back = by.happens(0.4) ? quantity : by.whole(1, quantity);
  return {
    id: `r${line.id.slice(1)}`,
    order_id: line.order_id,
    order_line_id: line.id,
    refunded_on: dayText(day),
    amount: yuan(Math.floor((charged * back) / quantity)),
    quantity: String(back),
    reason: by.weighted(reasons, reasonWeights),
  };
}
