import { allocate } from '#shared/money.ts';
import type { Product } from './assortment.ts';
import { type BasketLine, basket } from './basket.ts';
import type { Customer, Ground } from './customers.ts';
import type { Deal } from './deals.ts';
import { dayOf, localColumns, type Moment, moment, workMinute } from './moment.ts';
import { type Chance, chance } from './random.ts';
import type { OrderLineRow, SalesOrderRow } from './rows.ts';
import { dayText } from './season.ts';
import { ownerOn } from './territory.ts';
import type { Trouble } from './trouble.ts';

/** An order with its lines; `total` in cents, what the customer owes. */
export type Order = Readonly<{ at: Moment; total: number; row: SalesOrderRow; lines: readonly OrderLineRow[] }>;

type Of = Readonly<{ ground: Ground; trouble: Trouble; now: Moment }>;
type Wish = Readonly<{
  id: string;
  at: Moment;
  customer: Customer;
  total: number;
  first: Product | null;
  repId: string;
  deal: Deal | null;
}>;

/** Every order up to now: what customers buy in their rhythm, and what was won. Oldest first, numbered by day. */
export function orders(of: Of, from: Readonly<{ customers: readonly Customer[]; deals: readonly Deal[] }>): Order[] {
  const firstWins = firstWinByCustomer(from.deals);
  const wishes = [
    ...from.customers.flatMap((customer) => rhythm(of, customer, firstWins.get(customer.id) ?? null)),
    ...from.deals.flatMap((deal) => wonWish(deal)),
  ];
  const kept = wishes.filter((wish) => wish.at <= of.now).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const seenOfDay = new Map<number, number>();
  return kept.flatMap((wish) => {
    const day = dayOf(wish.at);
    const number = (seenOfDay.get(day) ?? 0) + 1;
    const made = order(of, wish, number);
    if (made) seenOfDay.set(day, number);
    return made ? [made] : [];
  });
}

function firstWinByCustomer(deals: readonly Deal[]): Map<string, Moment> {
  const first = new Map<string, Moment>();
  for (const { customer, won } of deals) {
    if (won && won.at < (first.get(customer.id) ?? Infinity)) first.set(customer.id, won.at);
  }
  return first;
}

/** Purchases at log-normal intervals in business time. A prospect starts buying after its first won deal. */
function rhythm({ ground, now }: Of, customer: Customer, firstWin: Moment | null): Wish[] {
  const by = chance(ground.seed, `rhythm/${customer.id}`);
  const interval = () => by.logNormal(0.88, 0.5) / customer.rate;
  const isProspect = customer.begins === Infinity;
  if (isProspect && firstWin === null) return [];
  const begins = isProspect ? ground.season.timeAt(dayOf(firstWin ?? 0)) : customer.begins;
  const lasts = isProspect ? 0.3 + by.wait(1 / 2.5) : customer.ends - customer.begins;
  const wishes: Wish[] = [];
  const first = begins === 0 ? interval() * by.next() : isProspect ? interval() : 0;
  for (let time = begins + first; time < begins + lasts && time < ground.season.end; time += interval()) {
    const at = moment(ground.season.dayAt(time), workMinute(by));
    if (at > now) break;
    const total = by.logNormal(13_000, 0.8) * customer.size;
    const repId = ownerOn(customer.tenures, dayOf(at));
    wishes.push({ id: `o${customer.id}-${wishes.length + 1}`, at, customer, total, first: null, repId, deal: null });
  }
  return wishes;
}

/** A won deal is ordered within the hour. */
function wonWish(deal: Deal): Wish[] {
  if (!deal.won) return [];
  const { at, amount, ownerId } = deal.won;
  const minute = Math.min(at - dayOf(at) * 1_440 + 35, 1_439);
  return [
    {
      id: `o${deal.row.id}`,
      at: moment(dayOf(at), minute),
      customer: deal.customer,
      total: amount,
      first: deal.product,
      repId: ownerId,
      deal,
    },
  ];
}

function order(of: Of, wish: Wish, numberOfDay: number): Order | null {
  const by = chance(of.ground.seed, wish.id);
  const shopping = { customer: wish.customer, epoch: dayOf(wish.at), season: of.ground.season, trouble: of.trouble };
  const bought = basket(shopping, wish, by);
  if (bought.length === 0) return null;
  const goods = bought.reduce((sum, line) => sum + line.amount, 0);
  const discount = by.happens(0.08) ? Math.round((goods * by.between(0.01, 0.04)) / 100) * 100 : 0;
  const cancelled = by.happens(wish.deal ? 0.008 : 0.021) ? dayOf(wish.at) + by.whole(0, 18) : null;
  const { day, minute } = localColumns(wish.at);
  return {
    at: wish.at,
    total: goods - discount,
    row: {
      id: wish.id,
      number: `SO${day.slice(2).replaceAll('-', '')}-${String(numberOfDay).padStart(3, '0')}`,
      customer_id: wish.customer.id,
      rep_id: wish.repId,
      region_id: wish.customer.market.placeId,
      source_id: wish.deal?.row.source_id ?? wish.customer.sourceId,
      opportunity_id: wish.deal?.row.id ?? null,
      is_draft: isDraft(of, wish, by),
      ordered_on: day,
      ordered_minute: minute,
      cancelled_on: cancelled !== null && cancelled <= dayOf(of.now) ? dayText(cancelled) : null,
      discount: yuan(discount),
    },
    lines: orderLines(wish.id, bought, discount),
  };
}

/** Drafts are of the last weeks: quotations that nobody has signed yet. */
function isDraft(of: Of, wish: Wish, by: Chance): boolean {
  const ageDays = dayOf(of.now) - dayOf(wish.at);
  return by.happens(wish.deal || ageDays > 45 ? 0 : 0.035);
}

function orderLines(orderId: string, bought: readonly BasketLine[], discount: number): OrderLineRow[] {
  const amounts = bought.map((line) => yuan(line.amount));
  const shares = discount > 0 ? allocate(yuan(discount), amounts) : [];
  return bought.map((line, index) => ({
    id: `${orderId}.${index + 1}`,
    order_id: orderId,
    line_number: index + 1,
    product_id: line.product.id,
    quantity: String(line.quantity),
    amount: yuan(line.amount),
    discount: yuan(line.discount),
    order_discount: shares[index] ?? '0',
    cost: yuan(line.cost),
  }));
}

/** Cents as exact yuan. */
export function yuan(cents: number): string {
  const whole = Math.floor(cents / 100);
  return `${whole}.${String(cents - whole * 100).padStart(2, '0')}`;
}

/** Exact yuan as cents. */
export function cents(text: string): number {
  return Math.round(Number(text) * 100);
}
