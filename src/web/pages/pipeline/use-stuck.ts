import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type Asked, askedOf } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { fetchStuck, type StuckDeals, type StuckRule } from './stuck-query.ts';

/** Stuck deals of one rule or all, page by page; `more` is null when all are there. */
export function useStuck(
  base: QuestionBase,
  rule: StuckRule | null,
): Readonly<{ asked: Asked<StuckDeals>; more: (() => void) | null; isLoadingMore: boolean }> {
  const client = useQueryClient();
  const queryKey = ['pipeline', 'stuck', base.period, base.where, rule];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchStuck(base, { rule, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: StuckDeals) => next,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const [first] = pages ?? [];
  const whole = first && { ...first, deals: pages?.flatMap(({ deals }) => deals) ?? [] };
  return {
    asked: askedOf(query, whole, () => void client.cancelQueries({ queryKey })),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    isLoadingMore: query.isFetchingNextPage,
  };
}
