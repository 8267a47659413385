import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { Failure, failureOf } from './failure.ts';
import type { Answer } from './types.ts';

/** What a panel knows about its answer right now. */
export type Asked<Data = Answer> =
  | Readonly<{ state: 'loading'; cancel: () => void }>
  | Readonly<{ state: 'failed'; failure: Failure; retry: () => void }>
  | Readonly<{
      state: 'answered';
      data: Data;
      /** A newer answer is under way: old figures stay, at 60 %. */
      refetching: boolean;
      /** The last try failed: the figures are of this moment (ms since 1970). */
      stuckSince: number | null;
      retry: () => void;
    }>;

/** A statistic for a panel: `queryKey` names it with all it depends on, `fetchIt` asks the server. Asked again when data change. */
export function useAsked<Data>(
  queryKey: readonly unknown[],
  fetchIt: (signal: AbortSignal) => Promise<Data>,
): Asked<Data> {
  const client = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchIt(signal),
    placeholderData: keepPreviousData,
  });
  return askedOf(query, query.data as Data | undefined, () => void client.cancelQueries({ queryKey }));
}

type QueryState = Pick<
  UseQueryResult,
  'isError' | 'dataUpdatedAt' | 'isFetching' | 'error' | 'fetchStatus' | 'refetch'
>;

/** The state of a query as panels know it. */
export function askedOf<Data>(query: QueryState, data: Data | undefined, cancel: () => void): Asked<Data> {
  const retry = () => void query.refetch();
  if (data !== undefined) {
    const stuckSince = query.isError ? query.dataUpdatedAt : null;
    return { state: 'answered', data, refetching: query.isFetching, stuckSince, retry };
  }
  if (query.isError) return { state: 'failed', failure: failureOf(query.error), retry };
  const isCancelled = query.fetchStatus === 'idle';
  return isCancelled ? { state: 'failed', failure: new Failure('cancelled'), retry } : { state: 'loading', cancel };
}
