import type { Bilingual } from '#shared/bilingual.ts';
import type { Day } from '#shared/day.ts';
import { answered, client } from '#web/api/client.ts';
import type { TaskKind } from '#web/tasks/task-types.ts';
import type { ChurnLevel } from '../churn/churn-queries.ts';

/** A value tier. */
export type Tier = 'a' | 'b' | 'c';

/** A person at a customer; masked unless revealed. */
export type Contact = Readonly<{
  id: string;
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
}>;

/** A customer as its page shows it. */
export type OneCustomer = Readonly<{
  id: string;
  name: string;
  type: string | null;
  industry: string | null;
  region: string | null;
  source: string | null;
  createdOn: Day | null;
  owner: Readonly<{ id: string; name: string }> | null;
  isInPool: boolean;
  isOurs: boolean;
  tier: Tier;
  tierByHand: boolean;
  owners: readonly Readonly<{
    kind: string;
    on: Day;
    owner: string | null;
    by: string | null;
    reason: string | null;
  }>[];
  figures: Readonly<{
    revenue: string | null;
    orders: number;
    activity: number;
    effort: number;
    quietDays: number | null;
    contactDays: number | null;
  }>;
  churn: Readonly<{
    level: ChurnLevel | null;
    isGone: boolean;
    alive: number | null;
    expectedOrders: number | null;
    medianGapDays: number | null;
    thresholdDays: number | null;
    atRisk: string;
    reason: Bilingual;
  }> | null;
  next: Readonly<{
    code: string;
    title: Bilingual;
    reason: Bilingual;
    kind: Extract<TaskKind, 'follow_up' | 'churn' | 'wake_up' | 'stuck'>;
    isTask: boolean;
  }>;
  contacts: readonly Contact[];
  mayReveal: boolean;
}>;

/** What happened, of any kind. */
export type Happening = Readonly<{
  kind:
    | 'order'
    | 'refund'
    | 'deal_created'
    | 'deal_won'
    | 'deal_lost'
    | 'deal_disqualified'
    | 'interaction'
    | 'task'
    | 'task_done'
    | 'owner'
    | 'claimed'
    | 'released'
    | 'tier'
    | 'tier_cleared';
  id: string;
  on: Day;
  minute: number | null;
  what: string | null;
  amount: string | null;
  who: string | null;
  note: string | null;
  initiator: string | null;
}>;

type Timeline = Readonly<{ items: readonly Happening[]; next: string | null }>;

type TierHistory = Readonly<{ evaluations: readonly Readonly<{ on: Day; tier: Tier; earned: Tier }>[] }>;

/** The customer with everything but its timeline. */
export function fetchCustomer(id: string, signal: AbortSignal): Promise<OneCustomer> {
  return answered<OneCustomer>(client.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal }));
}

/** A page of what happened, the latest first. */
export function fetchTimeline(id: string, cursor: string | null, signal: AbortSignal): Promise<Timeline> {
  const params = { path: { id }, query: cursor === null ? {} : { cursor } };
  return answered<Timeline>(client.GET('/api/v1/customers/{id}/timeline', { params, signal }));
}

/** Every evaluation of the customer's tier. */
export function fetchTiers(id: string, signal: AbortSignal): Promise<TierHistory> {
  return answered<TierHistory>(
    client.GET('/api/v1/customers/{id}/tiers', { params: { path: { id } }, signal }) as never,
  );
}

/** A contact in clear; the server writes down who looked. */
export function revealContact(id: string, contactId: string): Promise<Contact> {
  return answered<Contact>(
    client.POST('/api/v1/customers/{id}/contacts/{contactId}/reveal', { params: { path: { id, contactId } } }),
  );
}
