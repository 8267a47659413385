import type { Row } from '#store/rows.ts';
import { today } from './any-company.ts';
import type { CanaryCompany } from './canary-company.ts';
import { eyeOf, type Looker, rowsOf } from './eyes.ts';
import { frame } from './twin.ts';

/** What a looker's figures over all time must be, counted in plain loops. */
export function sumsFor(company: CanaryCompany, looker: Looker): Readonly<Record<string, string | number>> {
  const { sees } = eyeOf(company, looker);
  const orders = new Map(rowsOf(company, 'sales_order').map((row) => [row.id, row]));
  const repOf = (row: Row) => orders.get(String(row.order_id))?.rep_id;
  const counts = (row: Row | undefined) => row !== undefined && row.is_draft !== true && row.cancelled_on === null;
  const isOfNoDraft = (row: Row) => orders.get(String(row.order_id))?.is_draft !== true;
  const seenOrders = [...orders.values()].filter((row) => counts(row) && sees(row.rep_id, row.ordered_on));
  const seenIds = new Set(seenOrders.map(({ id }) => id));
  const dated = (entity: 'refund' | 'payment' | 'invoice', day: string) =>
    rowsOf(company, entity).filter((row) => sees(repOf(row), row[day]));
  const events = rowsOf(company, 'opportunity_event');
  const states = rowsOf(company, 'opportunity').flatMap(
    ({ id }) => events.findLast((row) => row.opportunity_id === id) ?? [],
  );
  const open = states.filter((row) => row.status === 'open' && sees(row.owner_id, today));
  const of = (entity: 'lead' | 'interaction', person: string, day: string) =>
    rowsOf(company, entity).filter((row) => sees(row[person], row[day])).length;
  return {
    gross_revenue: total(rowsOf(company, 'order_line').filter((row) => seenIds.has(String(row.order_id)))),
    order_count: seenOrders.length,
    refund_amount: total(dated('refund', 'refunded_on').filter((row) => counts(orders.get(String(row.order_id))))),
    collected_amount: total(dated('payment', 'paid_on').filter(isOfNoDraft)),
    invoiced_amount: total(dated('invoice', 'invoiced_on').filter(isOfNoDraft)),
    opportunities_created: events.filter((row) => row.seq === 1 && sees(row.owner_id, row.on_day)).length,
    opportunities_open: open.length,
    open_amount: total(open),
    leads: of('lead', 'owner_id', 'created_on'),
    interactions: of('interaction', 'rep_id', 'on_day') + (looker.scope === 'all' ? frame().length : 0),
  };
}

function total(rows: readonly Row[]): string {
  const sum = rows.reduce((built, { amount }) => built + BigInt(String(amount).replace('.', '')), 0n);
  const digits = String(sum).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
