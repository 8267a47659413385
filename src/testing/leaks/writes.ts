import type { Asked } from './surfaces.ts';

/** Writes that name a customer; of one out of sight they must fail as of none, and change nothing. */
export const unseenWrites: Readonly<Record<string, (id: string) => Asked>> = {
  'PUT /api/v1/customers/{id}/tier': (id) => ({
    method: 'PUT',
    path: `/api/v1/customers/${id}/tier`,
    body: { tier: 'a', reason: 'x' },
  }),
  'POST /api/v1/customers/{id}/claim': (id) => ({ method: 'POST', path: `/api/v1/customers/${id}/claim`, body: {} }),
  'POST /api/v1/customers/{id}/release': (id) => ({
    method: 'POST',
    path: `/api/v1/customers/${id}/release`,
    body: { reason: 'x' },
  }),
  'POST /api/v1/customers/release': (id) => ({
    method: 'POST',
    path: '/api/v1/customers/release',
    body: { ids: [id], reason: 'x' },
  }),
  'POST /api/v1/tasks': (id) => ({
    method: 'POST',
    path: '/api/v1/tasks',
    body: { tasks: [{ title: 'x', customerId: id }] },
  }),
  'POST /api/v1/opportunities': (id) => ({
    method: 'POST',
    path: '/api/v1/opportunities',
    body: { name: 'x', customerId: id },
  }),
  'POST /api/v1/orders': (id) => ({
    method: 'POST',
    path: '/api/v1/orders',
    body: { number: 'x', orderedOn: '2026-11-20', customerId: id, lines: [{ amount: '1' }] },
  }),
};
