import type { Scope } from '#semantic/question.ts';
import { type Day, daysBetween } from '#shared/day.ts';
import {
  horizon,
  type Item,
  type Items,
  itemsOf,
  text,
  thousandths,
  type Window,
  type World,
} from './recount-items.ts';

// A second opinion: every measure counted over plain rows, in TypeScript, written from METRICS and not from the SQL.

export type Recount = Readonly<{
  /** The figure of every key of the dimension (`null` key included), or of everything under `''`. */
  by(measure: string, dimension: string | null): Map<string | null, number | null>;
}>;

/** The recount of a world as seen by someone, over some time. */
export function recountOf(world: World, scope: Scope, window: Window): Recount {
  const items = itemsOf(world, window);
  const seen = Object.fromEntries(
    Object.entries(items).map(([name, list]) => [name, list.filter((item) => isSeen(world, scope, item))]),
  ) as unknown as Items;
  return {
    by(measure, dimension) {
      const keys = new Set<string | null>();
      const keyed = (list: readonly Item[]) =>
        list.map((item) => {
          const key = dimension === null ? '' : keyOf(world, dimension, item);
          keys.add(key);
          return { key, item };
        });
      const lists = Object.fromEntries(Object.entries(seen).map(([name, list]) => [name, keyed(list)]));
      const isProduct = dimension?.startsWith('product') ?? false;
      return new Map(
        [...keys].map((key) => {
          const mine = Object.fromEntries(
            Object.entries(lists).map(([name, list]) => [
              name,
              list.filter((each) => each.key === key).map((e) => e.item),
            ]),
          ) as unknown as Items;
          return [key, figure(measure, mine, isProduct)];
        }),
      );
    },
  };
}

const sum = (items: readonly Item[], of = (item: Item) => item.amount ?? 0) =>
  items.reduce((built, item) => built + of(item), 0);
const distinct = (items: readonly Item[], column: string) =>
  new Set(items.map(({ row }) => row[column]).filter((value) => value !== null && value !== undefined)).size;
const ratio = (top: number, bottom: number) => (bottom === 0 ? null : top / bottom);
const repeat = (items: readonly Item[]) => items.filter(({ row }) => !row.is_first);

function quantile(values: readonly number[], at: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

const sumOf = (values: readonly number[]) => values.reduce((built, each) => built + each, 0);

function perCustomer(items: Items): number[] {
  const sums = new Map<string, number>();
  const add = (list: readonly Item[], sign: number) => {
    for (const { row, amount } of list) {
      const customer = text(row.customer_id);
      if (customer && amount !== null) sums.set(customer, (sums.get(customer) ?? 0) + sign * amount);
    }
  };
  add(items.lines, 1);
  add(items.refunds, -1);
  return [...sums.values()].sort((a, b) => b - a);
}

type Figures = Readonly<Record<string, () => number | null>>;

/** Money in thousandths; everything else as it is. */
function figure(measure: string, items: Items, isProduct: boolean): number | null {
  const figures: Figures = {
    ...revenueFigures(items, isProduct),
    ...customerFigures(items, isProduct),
    ...dealFigures(items),
    ...winFigures(items),
    ...leadFigures(items),
  };
  const count = figures[measure];
  if (!count) throw new RangeError(`nobody recounts ${measure}`);
  return count();
}

function revenueFigures({ lines, orders, refunds, invoices, payments }: Items, isProduct: boolean): Figures {
  const net = sum(lines) - sum(refunds);
  const bought = isProduct ? lines : orders;
  const withAmount = bought.filter(({ amount }) => amount !== null);
  const withCost = lines.filter(({ amount, row }) => amount !== null && row.cost !== null);
  const amounts = orders.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const profit = ({ amount, row }: Item) => (amount ?? 0) - (thousandths(row.cost) ?? 0);
  return {
    gross_revenue: () => sum(lines),
    refund_amount: () => sum(refunds),
    revenue: () => net,
    order_count: () => distinct(bought, 'order_id'),
    units: () => sum(lines, ({ row }) => thousandths(row.quantity) ?? 0),
    average_order_value: () => ratio(net, distinct(withAmount, 'order_id')),
    median_order_value: () => quantile(amounts, 0.5),
    p90_order_value: () => quantile(amounts, 0.9),
    discount_amount: () => sum(lines, ({ row }) => thousandths(row.discount) ?? 0),
    gross_profit: () => (withCost.length === 0 ? null : sum(withCost, profit)),
    returning_revenue_share: () => ratio(sum(repeat(lines)) - sum(repeat(refunds)), net),
    invoiced_amount: () => sum(invoices),
    collected_amount: () => sum(payments),
  };
}

function customerFigures(items: Items, isProduct: boolean): Figures {
  const bought = isProduct ? items.lines : items.orders;
  const buyers = (list: readonly Item[]) => distinct(list, 'customer_id');
  const customers = perCustomer(items);
  const whole = customers.reduce((built, each) => built + each, 0);
  const net = sum(items.lines) - sum(items.refunds);
  return {
    new_customers: () => buyers(bought.filter(({ row }) => row.is_first)),
    active_customers: () => buyers(bought),
    repeat_rate: () => ratio(buyers(repeat(bought)), buyers(bought)),
    top10_customer_share: () =>
      ratio(
        customers.slice(0, 10).reduce((built, each) => built + each, 0),
        net,
      ),
    customer_hhi: () =>
      ratio(
        customers.reduce((built, each) => built + each * each, 0),
        whole * whole,
      ),
  };
}

function dealFigures({ created, outcomes, standing, due, stageVisits, pushes, promised }: Items): Figures {
  const won = outcomes.filter(({ row }) => row.status === 'won');
  const lost = outcomes.filter(({ row }) => row.status === 'lost');
  return {
    opportunities_created: () => created.length,
    opportunities_open: () => standing.length,
    stage_entries: () => stageVisits.length,
    opportunities_closed: () => outcomes.length,
    won_deals: () => won.length,
    won_amount: () => sum(won),
    lost_deals: () => lost.length,
    lost_amount: () => sum(lost),
    open_amount: () => sum(standing),
    push_count: () => pushes.length,
    slip_rate: () => ratio(promised.filter(({ row }) => row.last_status === 'open').length, promised.length),
    due_deals: () => due.length,
    due_amount: () => sum(due),
    weighted_pipeline: () => sum(standing, ({ amount, row }) => (amount ?? 0) * Number(row.probability ?? 0)),
    average_deal_value: () => ratio(sum(won), won.filter(({ amount }) => amount !== null).length),
  };
}

function winFigures({ outcomes, cohort, stageCohort }: Items): Figures {
  const won = outcomes.filter(({ row }) => row.status === 'won');
  const lost = outcomes.filter(({ row }) => row.status === 'lost');
  const daysOf = (deals: readonly Item[]) =>
    deals
      .filter(({ row }) => row.created_on)
      .map(({ row, day }) => daysBetween(String(row.created_on) as Day, day as Day));
  const cycles = daysOf(won);
  const closings = daysOf([...won, ...lost]);
  const inTime = cohort.filter(
    ({ row, day }) =>
      row.status === 'won' && row.status_on && daysBetween(day as Day, String(row.status_on) as Day) <= horizon,
  );
  return {
    win_rate: () => ratio(won.length, won.length + lost.length),
    win_rate_value: () => ratio(sum(won), sum(won) + sum(lost)),
    win_rate_cohort: () => ratio(inTime.length, cohort.length),
    stage_conversion: () => ratio(stageCohort.filter(hasAdvanced).length, stageCohort.length),
    closing_days: () => quantile(closings, 0.5),
    closing_days_mean: () => ratio(sumOf(closings), closings.length),
    sales_cycle_days: () => quantile(cycles, 0.5),
    sales_cycle_days_mean: () =>
      ratio(
        cycles.reduce((built, each) => built + each, 0),
        cycles.length,
      ),
  };
}

function hasAdvanced({ row, day }: Item): boolean {
  return row.advanced_on !== null && daysBetween(day as Day, String(row.advanced_on) as Day) <= horizon;
}

function leadFigures({ leads, validLeads, leadCohort, convertedLeads, repliedLeads, interactions }: Items): Figures {
  const minutes = repliedLeads.map(({ row }) => Number(row.response_minutes));
  return {
    leads: () => leads.length,
    valid_leads: () => validLeads.length,
    lead_conversion_rate: () => ratio(convertedLeads.length, leadCohort.length),
    lead_response_minutes: () => quantile(minutes, 0.5),
    interactions: () => interactions.length,
  };
}

function isSeen(world: World, scope: Scope, { rep, day }: Item): boolean {
  if (scope.kind === 'all') return true;
  if (rep === null) return false;
  if (scope.people.includes(rep)) return true;
  const team = teamOf(world, rep, day);
  if (team === null) return false;
  return scope.teams.some(({ id, below }) => id === team || (below && isBelow(world, { team, above: id, day })));
}

function teamOf(world: World, rep: string, day: string): string | null {
  const found = (world.assignment ?? []).find(
    (row) => row.person_id === rep && String(row.from_on) <= day && day < String(row.before_on),
  );
  return text(found?.team_id);
}

function isBelow(world: World, { team, above, day }: { team: string; above: string; day: string }): boolean {
  return (world.team_ancestor ?? []).some(
    (row) =>
      row.team_id === team && row.ancestor_id === above && String(row.from_on) <= day && day < String(row.before_on),
  );
}

function valueBand(amount: unknown): string | null {
  if (amount === null || Number(amount) < 1) return null;
  return (10 ** (Math.floor(Math.log10(Number(amount)) * 6 + 1e-9) / 6)).toFixed(2);
}

/** A line's band is its whole order's. */
function orderAmount(world: World, row: Item['row']): unknown {
  if (row.line_id === undefined) return row.amount;
  return (world.sale_order ?? []).find((order) => order.order_id === row.order_id)?.amount ?? null;
}

function keyOf(world: World, dimension: string, { row, rep, day }: Item): string | null {
  const column = (table: string, id: unknown, name: string) =>
    text((world[table] ?? []).find((each) => each.id === id)?.[name]);
  const keys: Record<string, () => string | null> = {
    rep: () => rep,
    team: () => (rep === null ? null : teamOf(world, rep, day)),
    region: () => column('region', row.region_id, 'root_id'),
    province: () => column('region', row.region_id, 'province_id'),
    product: () => text(row.product_id),
    product_line: () => column('product', row.product_id, 'root_line_id'),
    product_group: () => column('product', row.product_id, 'line_id'),
    customer: () => text(row.customer_id),
    customer_type: () => column('customer', row.customer_id, 'type'),
    customer_tier: () => column('customer', row.customer_id, 'tier'),
    industry: () => column('customer', row.customer_id, 'industry'),
    source: () => text(row.source_id),
    pipeline: () => text(row.pipeline_id),
    stage: () => text(row.stage_id),
    lost_reason: () => text(row.lost_reason),
    competitor: () => text(row.competitor),
    order_kind: () => (row.is_first ? 'first' : 'repeat'),
    order_value_band: () => valueBand(orderAmount(world, row)),
    refund_reason: () => text(row.reason),
    interaction_type: () => text(row.type),
  };
  const key = keys[dimension];
  if (!key) throw new RangeError(`nobody recounts by ${dimension}`);
  return key();
}
