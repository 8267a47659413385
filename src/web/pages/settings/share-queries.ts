import { queryOptions } from '@tanstack/react-query';
import { answered, client, sent } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';

/** A link that still works, as whoever may revoke it sees it. */
export type ShareLink = Readonly<{
  id: string;
  by: string;
  isMine: boolean;
  path: string;
  note: string | null;
  createdAt: string;
  expiresAt: string;
  views: number;
  lastViewedAt: string | null;
}>;

/** A new link: its secret comes this once. */
export type MadeLink = Readonly<{ id: string; token: string; expiresAt: string }>;

const queryKey = ['settings', 'links'] as const;

/** Links that still work: one's own, or everybody's. */
export const linksQuery = queryOptions({
  queryKey,
  queryFn: async ({ signal }) =>
    (await answered<{ links: readonly ShareLink[] }>(client.GET('/api/v1/share-links', { signal }))).links,
});

/** Makes a link to a view. */
export async function shareView(view: Readonly<{ path: string; days: 1 | 7 | 30; note: string }>): Promise<MadeLink> {
  const made = await answered<MadeLink>(client.POST('/api/v1/share-links', { body: sent(view) }));
  await queryClient.invalidateQueries({ queryKey });
  return made;
}

/** Ends a link at once. */
export async function revokeLink(id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/share-links/{id}', { params: { path: { id } } }));
  await queryClient.invalidateQueries({ queryKey });
}
