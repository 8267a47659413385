import type { Asked } from './surfaces.ts';
import { unseenWrites } from './writes.ts';

/** Ids of rows out of sight, by kind. */
export type UnseenIds = Readonly<Record<'customer' | 'opportunity' | 'person' | 'team' | 'task', readonly string[]>>;

/** A request about a row by its id. */
export type Guess = Readonly<{ id: string; ask: (id: string) => Asked }>;

const overall = { period: { kind: 'all' } };
const post = (path: string, body: object): Asked => ({ method: 'POST', path, body });
const get = (path: string): Asked => ({ method: 'GET', path });

type Ask = Guess['ask'];

/** Requests that filter by the key of a row. */
function filtered(field: string): readonly Ask[] {
  const where = (id: string) => [{ field, op: 'in', values: [id] }];
  const withoutKey = (id: string) => [{ field: field.replace(/_key$/, ''), op: 'in', values: [id] }];
  const page =
    (path: string, more: object = overall): Ask =>
    (id) =>
      post(path, { ...more, where: where(id) });
  return [
    (id) => post('/api/v1/query', { measures: ['revenue', 'order_count'], ...overall, where: where(id) }),
    (id) =>
      post('/api/v1/query', { measures: ['opportunities_created'], by: ['rep'], ...overall, where: withoutKey(id) }),
    (id) => post('/api/v1/query/rows', { measures: ['revenue'], ...overall, where: where(id) }),
    (id) => post('/api/v1/query/rows', { measures: ['open_amount'], ...overall, at: { [field]: id } }),
    (id) => post('/api/v1/query/passport', { measures: ['revenue'], ...overall, where: where(id) }),
    (id) => post('/api/v1/query/passport', { measures: ['revenue'], ...overall, where: withoutKey(id) }),
    (id) => post('/api/v1/query/passport', { measures: ['open_amount'], ...overall, at: { [field]: id } }),
    page('/api/v1/pipeline/win-rate'),
    page('/api/v1/pipeline/board', {}),
    page('/api/v1/pipeline/dwell'),
    page('/api/v1/pipeline/stuck', {}),
    page('/api/v1/customers/list'),
    page('/api/v1/customers/tiers'),
    page('/api/v1/customers/churn'),
  ];
}

const noVersion = 999_999;

const ofCustomer: readonly Ask[] = [
  ...filtered('customer_key'),
  (id) => get(`/api/v1/customers/${id}`),
  (id) => get(`/api/v1/customers/${id}/timeline`),
  (id) => get(`/api/v1/customers/${id}/tiers`),
  (id) => get(`/api/v1/tasks?state=all&customer=${id}`),
  (id) => post(`/api/v1/customers/${id}/contacts/${id}/reveal`, {}),
  ...Object.values(unseenWrites),
];

const ofDeal: readonly Ask[] = [
  (id) => get(`/api/v1/opportunities/${id}`),
  (id) => get(`/api/v1/tasks?state=all&opportunity=${id}`),
  (id) => ({ method: 'PUT', path: `/api/v1/opportunities/${id}`, body: { name: 'x', version: noVersion } }),
  (id) => post(`/api/v1/opportunities/${id}/changes`, { version: noVersion, change: { kind: 'disqualified' } }),
  (id) => post(`/api/v1/opportunities/${id}/owner`, { version: noVersion, ownerId: 'x' }),
  (id) => post(`/api/v1/opportunities/${id}/interactions`, { type: 'call', note: 'x' }),
  (id) => post('/api/v1/tasks', { tasks: [{ title: 'x', opportunityId: id }] }),
  (id) => post('/api/v1/orders', { number: 'x', orderedOn: '2026-11-20', opportunityId: id, lines: [{ amount: '1' }] }),
];

const ofPerson: readonly Ask[] = [
  ...filtered('rep_key'),
  (id) => get(`/api/v1/tasks?state=all&assignee=${id}`),
  (id) => get(`/api/v1/members-of/rep?search=${id}`),
  (id) => post('/api/v1/tasks', { tasks: [{ title: 'x', assigneeId: id }] }),
  (id) => post('/api/v1/opportunities', { name: 'x', ownerId: id }),
  (id) => post('/api/v1/orders', { number: 'x', orderedOn: '2026-11-20', repId: id, lines: [{ amount: '1' }] }),
];

const ofTask: readonly Ask[] = [
  (id) => ({ method: 'PUT', path: `/api/v1/tasks/${id}`, body: { version: noVersion, title: 'x' } }),
];

/** Every request about rows out of sight. */
export function guessed(unseen: UnseenIds): readonly Guess[] {
  const each = (ids: readonly string[], asks: readonly Ask[]) => ids.flatMap((id) => asks.map((ask) => ({ id, ask })));
  return [
    ...each(unseen.customer, ofCustomer),
    ...each(unseen.opportunity, ofDeal),
    ...each(unseen.person, ofPerson),
    ...each(unseen.team, filtered('team_key')),
    ...each(unseen.task, ofTask),
  ];
}
