import type { Day, DayRange } from '#shared/day.ts';
import { type Money, moneyOf } from '#shared/money.ts';
import { inequality } from '#stats/inequality.ts';
import { median } from '#stats/quantiles.ts';
import type { ValueTier } from '#stats/value-tiers.ts';
import type { TierRules } from './customer-rules.ts';
import { keptCustomers } from './kept-customers.ts';
import { type PageQuestion, pagePlan } from './page-question.ts';
import { type RepInView, repsInView } from './reps-in-view.ts';
import type { CustomerViewer, SeenCustomer } from './seen-customers.ts';
import { tierBook } from './tier-book.ts';
import { evaluatedYear } from './tier-paths.ts';

/** Customers and their net revenue of the evaluated year. */
type Held = Readonly<{ customers: number; revenue: Money }>;

/** A part of the customers by tier; the three add up to `all`. */
type HeldByTier = Readonly<Record<ValueTier | 'all', Held>>;

type RepTiers = RepInView & HeldByTier & Readonly<{ flag: 'too_many' | 'too_few' | null }>;

/** How the A customers are spread over the reps in service. */
type Balance = Readonly<{
  gini: number;
  lorenz: readonly Readonly<{ people: number; amount: number }>[];
  /** A customers of the rep in the middle. */
  median: number;
  reps: number;
}>;

/** Who holds which customers. `reps`, `elsewhere` and `pool` add up to `total`. */
export type TiersByRep = Readonly<{
  evaluatedAt: Day;
  year: DayRange;
  rules: TierRules;
  reps: readonly RepTiers[];
  /** Customers whose owner the viewer may not know. */
  elsewhere: HeldByTier;
  /** Customers of nobody (公海). */
  pool: HeldByTier;
  total: HeldByTier;
  /** Null where too few reps or no A customers are. */
  balance: Balance | null;
}>;

const fewestReps = 4;
/** Below this part of the median a rep holds too few A customers, above its inverse too many. */
const farOff = 0.6;

/** Customers by value tier and owner (METRICS 30), over the customers of the page. */
export async function tiersByRep(
  viewer: CustomerViewer,
  question: PageQuestion,
  rules: TierRules,
): Promise<TiersByRep> {
  const { asking } = viewer;
  const page = await pagePlan(asking, question);
  const book = await tierBook(asking, page.asOf, rules);
  const year = evaluatedYear(book.evaluatedAt);
  const [customers, people] = await Promise.all([
    keptCustomers({ ...viewer, question, page, within: year }),
    repsInView(asking, page),
  ]);
  const places = new Map<string, Tally>();
  const inView = new Set(people.map(({ id }) => id));
  for (const customer of customers) tallyAt(places, placeOf(customer, inView)).add(book.tierOf(customer.id), customer);
  const held = (place: string) => (places.get(place) ?? new Tally()).held();
  const reps = people
    .filter(({ id, isInService }) => isInService || places.has(id))
    .map((rep) => ({ ...rep, ...held(rep.id) }));
  const balance = balanceOf(reps);
  const total = new Tally();
  for (const customer of customers) total.add(book.tierOf(customer.id), customer);
  return {
    evaluatedAt: book.evaluatedAt,
    year,
    rules,
    reps: reps.map((rep) => ({ ...rep, flag: flagOf(rep, balance) })).sort(byRevenue),
    elsewhere: held(elsewhere),
    pool: held(pool),
    total: total.held(),
    balance,
  };
}

const pool = ' pool';
const elsewhere = ' elsewhere';

function placeOf({ ownerId, isOwnerSeen }: SeenCustomer, inView: ReadonlySet<string>): string {
  if (ownerId === null) return pool;
  return isOwnerSeen && inView.has(ownerId) ? ownerId : elsewhere;
}

function tallyAt(places: Map<string, Tally>, place: string): Tally {
  const known = places.get(place) ?? new Tally();
  places.set(place, known);
  return known;
}

/** Counts customers and sums revenue by tier; sums of ten-thousandths below 2^53 are exact. */
class Tally {
  readonly #of = { a: { n: 0, v: 0 }, b: { n: 0, v: 0 }, c: { n: 0, v: 0 } };

  add(tier: ValueTier, { revenue }: SeenCustomer): void {
    this.#of[tier].n += 1;
    this.#of[tier].v += revenue;
  }

  held(): HeldByTier {
    const { a, b, c } = this.#of;
    const one = ({ n, v }: { n: number; v: number }): Held => ({ customers: n, revenue: moneyOf(BigInt(v)) });
    return { a: one(a), b: one(b), c: one(c), all: one({ n: a.n + b.n + c.n, v: a.v + b.v + c.v }) };
  }
}

function balanceOf(reps: readonly (RepInView & HeldByTier)[]): Balance | null {
  const counts = reps.filter(({ isInService }) => isInService).map(({ a }) => a.customers);
  if (counts.length < fewestReps) return null;
  const spread = inequality(counts);
  if (spread.kind !== 'inequality') return null;
  return { gini: spread.gini, lorenz: spread.lorenz, median: median(counts) ?? 0, reps: counts.length };
}

function flagOf({ a, isInService }: RepInView & HeldByTier, balance: Balance | null): RepTiers['flag'] {
  if (!isInService || balance === null || balance.median === 0) return null;
  if (a.customers < farOff * balance.median) return 'too_few';
  return a.customers > balance.median / farOff ? 'too_many' : null;
}

function byRevenue(left: RepTiers, right: RepTiers): number {
  return Number(right.all.revenue) - Number(left.all.revenue) || left.id.localeCompare(right.id);
}
