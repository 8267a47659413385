import { queryOptions } from '@tanstack/react-query';
import { request } from '#web/api/request.ts';
import type { Role } from '#web/api/types.ts';

/** Whether this server has the demo workspace; a server that does not say has none. */
export const demoQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: async ({ signal }) => (await request<{ demo?: boolean }>('/api/health', { signal })).demo === true,
  staleTime: Number.POSITIVE_INFINITY,
});

/** One sign-in of the demo workspace per role. */
export const demoRoles: readonly Readonly<{ role: Role; email: string }>[] = (
  ['manager', 'rep', 'executive', 'finance', 'viewer', 'admin'] as const
).map((role) => ({ role, email: `${role}@demo.local` }));
