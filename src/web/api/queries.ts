import { QueryClient, queryOptions } from '@tanstack/react-query';
import { answered, client, sent } from './client.ts';
import { Failure } from './failure.ts';
import type { BehindPage, CellQuestion, Me, Member, Passport } from './types.ts';

/** The one cache of answers. Answers live until the server says that something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => count < 2 && error instanceof Failure && canHelpToRetry(error),
      retryDelay: (attempt, error) => (isBusy(error) ? 2500 * (attempt + 1) : 400 * 2 ** attempt),
    },
  },
});

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answered<Me>(client.GET('/api/v1/me', { signal })),
  // Midnight passes while a page stays open: the day belongs to the answer.
  refetchInterval: 10 * 60_000,
});

/** The values of a dimension that the viewer may see. */
export const membersQuery = (dimension: string, search: string) =>
  queryOptions({
    queryKey: ['members', dimension, search],
    queryFn: async ({ signal }) => {
      const params = { path: { dimension }, query: { search } };
      const { members } = await answered<{ members: readonly Member[] }>(
        client.GET('/api/v1/members-of/{dimension}', { params, signal }),
      );
      return members;
    },
  });

/** The 口径卡 of a number. */
export const passportQuery = (cell: CellQuestion) =>
  queryOptions({
    queryKey: ['passport', cell],
    queryFn: ({ signal }) => answered<Passport>(client.POST('/api/v1/query/passport', { body: sent(cell), signal })),
  });

/** One page of the rows behind a number. */
export function rowsBehind(cell: CellQuestion, { signal, ...paging }: RowsPage): Promise<BehindPage> {
  return answered(client.POST('/api/v1/query/rows', { body: sent({ ...cell, ...paging }), signal: signal ?? null }));
}

type RowsPage = Readonly<{ cursor?: string; limit: number; signal?: AbortSignal | undefined }>;

function canHelpToRetry(failure: Failure): boolean {
  return failure.code === 'offline' || failure.code === 'starting_up' || isBusy(failure);
}

/** TRAP: a server that is too busy gets busier when everyone asks again at once. */
function isBusy(error: unknown): boolean {
  return error instanceof Failure && error.code === 'overloaded';
}
