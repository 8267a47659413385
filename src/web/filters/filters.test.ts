import { expect, test } from 'vitest';
import { defaultFilters, filtersOf, questionBase, searchOf, validSearch } from './filters.ts';

test('an empty address means this quarter against the same workdays a year ago', () => {
  expect(questionBase(filtersOf({}))).toEqual({ period: { kind: 'this', unit: 'quarter' }, compare: 'year_ago' });
});
test('defaults are left out of the address', () => {
  expect(Object.values(searchOf(defaultFilters)).filter((value) => value !== undefined)).toEqual([]);
});
test('what was chosen comes back from the address', () => {
  const filters = { ...defaultFilters, period: filtersOf({ period: 'last_30_days' }).period, region: ['r1', 'r2'] };
  const search = Object.fromEntries(Object.entries(searchOf(filters)).filter(([, value]) => value !== undefined));
  expect(search).toEqual({ period: 'last_30_days', region: 'r1,r2' });
  expect(filtersOf(validSearch(search))).toEqual(filters);
});
test('chosen teams and regions narrow every question, by key', () => {
  const { where } = questionBase(filtersOf({ team: 'a,b', region: 'c' }));
  expect(where).toEqual([
    { field: 'team_key', op: 'in', values: ['a', 'b'] },
    { field: 'region_key', op: 'in', values: ['c'] },
  ]);
});
test('no comparison asks for none', () => {
  expect(questionBase(filtersOf({ compare: 'none' }))).not.toHaveProperty('compare');
});
test('what makes no sense in an address is dropped, what belongs to a page is kept', () => {
  const search = validSearch({ period: 'yesterdayish', compare: 'mars', team: ' ', grain: 'month' });
  expect(search).toEqual({ grain: 'month' });
});
