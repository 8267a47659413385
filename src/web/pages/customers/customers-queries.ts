import type { Bilingual } from '#shared/bilingual.ts';
import type { DayRange } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import { useAsked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import type { ListChoice, Quadrant, Segment, Tier } from './customer-words.ts';

type Held = Readonly<{ customers: number; revenue: string }>;

export type HeldByTier = Readonly<Record<Tier | 'all', Held>>;

export type RepTiers = HeldByTier &
  Readonly<{ id: string; name: string; isInService: boolean; flag: 'too_many' | 'too_few' | null }>;

type Balance = Readonly<{
  gini: number;
  lorenz: readonly Readonly<{ people: number; amount: number }>[];
  median: number;
  reps: number;
}>;

/** Customers by tier and owner. */
export type TiersAnswer = Readonly<{
  evaluatedAt: string;
  year: DayRange;
  rules: Readonly<{ a: number; b: number }>;
  reps: readonly RepTiers[];
  elsewhere: HeldByTier;
  pool: HeldByTier;
  total: HeldByTier;
  balance: Balance | null;
}>;

/** Customers by recency and value. */
export type RfmAnswer = Readonly<{
  asOf: string;
  year: DayRange;
  cells: readonly (Held & Readonly<{ recency: number; value: number }>)[];
  segments: readonly (Held & Readonly<{ segment: Segment }>)[];
  total: Held;
}>;

/** One customer of a list. */
export type ListedCustomer = Readonly<{
  id: string;
  name: string;
  tier: Tier;
  segment: Segment;
  quadrant: Quadrant;
  quietDays: number | null;
  contactDays: number | null;
  activity: number;
  effort: number;
  revenue: string;
  owner: Readonly<{ id: string; name: string }> | null;
  isInPool: boolean;
}>;

type ContactKind = Readonly<{ id: string; label: Bilingual; weight: number; dailyCap: number }>;

/** Value and activity of customers, our effort beside it. */
export type ActivityAnswer = Readonly<{
  asOf: string;
  year: DayRange;
  quadrants: readonly (Held & Readonly<{ quadrant: Quadrant }>)[];
  points: readonly Readonly<{ id: string; name: string; activity: number; effort: number; revenue: string }>[];
  valuable: number;
  neglected: number;
  quiet: readonly ListedCustomer[];
  rules: Readonly<{
    halfLifeDays: number;
    quietBelow: number;
    customer: readonly ContactKind[];
    ours: readonly ContactKind[];
  }>;
}>;

/** A page of the customers behind a number. */
export type ListPage = Readonly<{
  rows: readonly ListedCustomer[];
  next: string | null;
  total: number;
  revenue: string;
}>;

export type PoolRules = Readonly<{ claimsIn30Days: number; mostHeld: number; releaseAfterDays: number }>;

/** How the pool is shared. */
export type PoolAnswer = Readonly<{
  rules: PoolRules;
  reps: readonly Readonly<{
    id: string;
    name: string;
    claims30Days: number;
    claims: number;
    conversions: number;
    held: number;
  }>[];
  gini: number | null;
}>;

/** Who would go back into the pool. */
export type Proposal = Readonly<{ afterDays: number; total: number; rows: readonly ListedCustomer[] }>;

export type Trend = 'new' | 'stalled' | 'seasonal' | 'growing' | 'declining' | 'volatile' | 'steady';

export type TrendRow = Readonly<{
  id: string;
  name: string;
  revenue: string;
  values: readonly number[];
  trend: Trend | null;
  evidence: Readonly<{
    periods: number;
    mean: number;
    variation: number | null;
    slope: number | null;
    slopeShare: number | null;
    trendP: number | null;
    seasonalStrength: number | null;
    seasonalP: number | null;
  }> | null;
  yearChange: number | null;
}>;

export type Trends = Readonly<{ unit: 'month' | 'quarter'; periods: readonly string[]; rows: readonly TrendRow[] }>;

export type TrendsAnswer = Readonly<{ customers: Trends; lines: Trends }>;

type PageBody = Pick<QuestionBase, 'period' | 'where'>;

/** The part of the filters that statistics of customers take; it names the answer in the cache too. */
function bodyOf({ period, where }: QuestionBase): PageBody {
  return { period, ...(where ? { where } : {}) };
}

export function useTiers(base: QuestionBase) {
  const body = bodyOf(base);
  return useAsked(['customers', 'tiers', body], (signal) =>
    answered<TiersAnswer>(client.POST('/api/v1/customers/tiers', { body: sent(body), signal })),
  );
}

export function useRfm(base: QuestionBase) {
  const body = bodyOf(base);
  return useAsked(['customers', 'rfm', body], (signal) =>
    answered<RfmAnswer>(client.POST('/api/v1/customers/rfm', { body: sent(body), signal })),
  );
}

export function useActivity(base: QuestionBase) {
  const body = bodyOf(base);
  return useAsked(['customers', 'activity', body], (signal) =>
    answered<ActivityAnswer>(client.POST('/api/v1/customers/activity', { body: sent(body), signal })),
  );
}

export function usePool(base: QuestionBase) {
  const body = bodyOf(base);
  return useAsked(['customers', 'pool', body], (signal) =>
    answered<PoolAnswer>(client.POST('/api/v1/customers/pool', { body: sent(body), signal })),
  );
}

export function useTrends(base: QuestionBase) {
  const body = bodyOf(base);
  return useAsked(['customers', 'trends', body], (signal) =>
    answered<TrendsAnswer>(client.POST('/api/v1/customers/trends', { body: sent(body), signal })),
  );
}

type Listing = ListChoice & Readonly<{ search?: string; limit: number }>;

/** The first `limit` customers of a list. */
export function useCustomerList(base: QuestionBase, listing: Listing) {
  const body = { ...bodyOf(base), ...listing };
  return useAsked(['customers', 'list', body], (signal) => fetchList(base, listing, signal));
}

/** The same outside of a panel: every customer of a segment, to follow them up. */
export function fetchList(base: QuestionBase, listing: Listing, signal?: AbortSignal): Promise<ListPage> {
  const body = { ...bodyOf(base), ...listing };
  return answered<ListPage>(client.POST('/api/v1/customers/list', { body: sent(body), signal: signal ?? null }));
}
