import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type FilterSearch, type Filters, filtersOf, type QuestionBase, questionBase, searchOf } from './filters.ts';

/** What the reader chose for every page, from the URL, and how to choose otherwise. */
export function useFilters(): Readonly<{ filters: Filters; choose: (change: Partial<Filters>) => void }> {
  const search = useSearch({ strict: false }) as FilterSearch;
  const navigate = useNavigate();
  const filters = useMemo(() => filtersOf(search), [search]);
  return {
    filters,
    choose: (change) =>
      void navigate({
        to: '.',
        search: ((previous: object) => ({ ...previous, ...searchOf({ ...filters, ...change }) })) as never,
        resetScroll: false,
      }),
  };
}

/** Period, filters and comparison of the page, to be spread into each of its questions. */
export function useQuestionBase(): QuestionBase {
  const { filters } = useFilters();
  return useMemo(() => questionBase(filters), [filters]);
}
