import * as z from 'zod/mini';
import type { CompareKind, Filter, Question } from '#web/api/types.ts';
import { defaultPeriod, type PeriodCode, periodCode, periodInput } from './period-choice.ts';

/** The dimensions one can filter by on every page. A rep stands in the place of the team. */
export const filterDimensions = ['team', 'rep', 'region', 'product_line'] as const;

/** One of the global filters' dimensions. */
export type FilterDimension = (typeof filterDimensions)[number];

/** What is compared with; `none` shows no changes. */
type CompareChoice = CompareKind | 'none';

/** The comparisons offered, the default first. */
export const compareChoices = ['year_ago', 'previous', 'spring_festival', 'none'] as const;

/** What the reader chose for every page. Values of a dimension are keys; an empty list means all. */
export type Filters = Readonly<
  { period: PeriodCode; compare: CompareChoice } & Record<FilterDimension, readonly string[]>
>;

/** The URL's search parameters as they are written: text, defaults left out. */
export type FilterSearch = { period?: string; compare?: string } & { [dimension in FilterDimension]?: string };

const keys = z.catch(z.optional(z.string().check(z.regex(/^[^,\s][^\s]{0,999}$/))), undefined);

const searchShape = z.looseObject({
  period: z.catch(z.optional(z.string().check(z.refine((text) => periodCode(text) !== null))), undefined),
  compare: z.catch(z.optional(z.enum(compareChoices)), undefined),
  team: keys,
  rep: keys,
  region: keys,
  product_line: keys,
});

/** The search parameters that hold; what cannot be understood is dropped rather than failing the page. */
export function validSearch(search: Record<string, unknown>): FilterSearch {
  const kept = Object.entries(searchShape.parse(search)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as FilterSearch;
}

/** The filters that the search parameters stand for. */
export function filtersOf(search: FilterSearch): Filters {
  return {
    period: periodCode(search.period ?? '') ?? defaultPeriod,
    compare: compareChoices.find((choice) => choice === search.compare) ?? 'year_ago',
    team: listed(search.team),
    rep: listed(search.rep),
    region: listed(search.region),
    product_line: listed(search.product_line),
  };
}

/** The filters when the URL names none. */
export const defaultFilters: Filters = filtersOf({});

/** The search parameters for these filters; a default becomes `undefined`, so that it leaves the URL. */
export function searchOf(filters: Filters): { [name in keyof FilterSearch]: string | undefined } {
  const joined = (values: readonly string[]) => (values.length > 0 ? values.join(',') : undefined);
  return {
    period: filters.period === defaultPeriod ? undefined : filters.period,
    compare: filters.compare === 'year_ago' ? undefined : filters.compare,
    team: joined(filters.team),
    rep: joined(filters.rep),
    region: joined(filters.region),
    product_line: joined(filters.product_line),
  };
}

/** The part of a question that the filters decide: `{ ...questionBase, measures: ['revenue'], by: ['rep'] }`. */
export type QuestionBase = Pick<Question, 'period' | 'where' | 'compare'>;

/** The filters as every question of the page carries them. */
export function questionBase(filters: Filters): QuestionBase {
  const where = filterDimensions
    .filter((dimension) => filters[dimension].length > 0)
    .map((dimension): Filter => ({ field: `${dimension}_key`, op: 'in', values: filters[dimension] }));
  return {
    period: periodInput(filters.period),
    ...(where.length > 0 ? { where } : {}),
    ...(filters.compare === 'none' ? {} : { compare: filters.compare }),
  };
}

function listed(text: string | undefined): readonly string[] {
  return text ? text.split(',').filter((key) => key !== '') : [];
}
