import { queryOptions } from '@tanstack/react-query';
import { queryClient } from '#web/api/queries.ts';
import { request } from '#web/api/request.ts';
import type { Plan } from '#web/api/types.ts';

/** A workspace as its operator sees it. */
export type OperatedWorkspace = Readonly<{
  slug: string;
  name: string;
  members: number;
  rows: number;
  plan: Plan;
  createdAt: string;
  lastUsedAt: string | null;
}>;

export const requestStates = ['new', 'contacted', 'done'] as const;

/** Somebody who wants to be shown the product. */
export type DemoRequest = Readonly<{
  id: string;
  name: string;
  company: string;
  contact: string;
  teamSize: string;
  wish: string;
  status: (typeof requestStates)[number];
  createdAt: string;
}>;

export const workspacesQuery = queryOptions({
  queryKey: ['operator', 'workspaces'],
  queryFn: async ({ signal }) =>
    (await request<{ workspaces: readonly OperatedWorkspace[] }>('/api/v1/operator/workspaces', { signal })).workspaces,
});

export const requestsQuery = queryOptions({
  queryKey: ['operator', 'requests'],
  queryFn: async ({ signal }) =>
    (await request<{ requests: readonly DemoRequest[] }>('/api/v1/operator/demo-requests', { signal })).requests,
});

export type PlanChange =
  | Readonly<{ change: 'extend'; days: number }>
  | Readonly<{ change: 'make_permanent' | 'make_read_only' | 'make_writable' }>;

/** Changes the plan of a workspace; this one's own banner follows. */
export async function changePlan(slug: string, body: PlanChange): Promise<void> {
  await request(`/api/v1/operator/workspaces/${slug}/plan`, { body });
  await queryClient.invalidateQueries();
}

export async function setRequestState(id: string, status: DemoRequest['status']): Promise<void> {
  await request(`/api/v1/operator/demo-requests/${id}`, { method: 'PUT', body: { status } });
  await queryClient.invalidateQueries({ queryKey: requestsQuery.queryKey });
}

export async function deleteRequest(id: string): Promise<void> {
  await request(`/api/v1/operator/demo-requests/${id}`, { method: 'DELETE' });
  await queryClient.invalidateQueries({ queryKey: requestsQuery.queryKey });
}
