import { useMemo } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useFilters } from '#web/filters/use-filters.ts';
import { type Span, spanOf } from './span.ts';

/** The stretch of days the page is about. */
export function useSpan(): Span {
  const { workspace, calendar } = useMe();
  const { filters } = useFilters();
  const { fiscalStartMonth, weekStart = 1 } = workspace;
  const { today } = calendar;
  return useMemo(
    () => spanOf(filters, { today, fiscalStartMonth, weekStart }),
    [filters, today, fiscalStartMonth, weekStart],
  );
}
