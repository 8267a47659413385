import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { membersQuery } from '#web/api/queries.ts';
import type { Member } from '#web/api/types.ts';
import type { FilterDimension } from './filters.ts';

/** The values a filter offers; asked for once the page itself has what it needs. */
export function useMembers(
  dimension: FilterDimension,
  search = '',
): Readonly<{ members: readonly Member[] | null; failed: boolean }> {
  const isIdle = useIdle();
  const query = useQuery({ ...membersQuery(dimension, search), enabled: isIdle, placeholderData: keepPreviousData });
  return { members: query.data ?? null, failed: query.isError };
}

function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return isIdle;
}
