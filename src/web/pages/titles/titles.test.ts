import { expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import type { Answer, Row } from '#web/api/types.ts';
import { concentrationOf } from './concentration.ts';
import { foldedParts } from './folded-parts.ts';
import { matrixOf, strongestCells } from './matrix.ts';
import { runningTotals, soldInWeek, turningOf, weeksOf, workdaysIn } from './pace.ts';
import { driversOf, medianOf, type Part, partsOf, ranksOf } from './parts.ts';
import { perWorkday } from './per-workday.ts';
import { goingOf } from './revenue-headline.ts';
import { smallOrders, valueBandsOf } from './value-bands.ts';

const part = (name: string, value: number, base: number | null = null): Part => ({
  key: name,
  name,
  value,
  base,
  delta: base === null ? null : value - base,
  change: base ? (value - base) / base : null,
});

const answerOf = (rows: readonly Row[], totals: Row = {}) => ({ rows, totals, compare: null }) as unknown as Answer;
const days = (...texts: string[]) => texts as Day[];

test('the driver is the part that moved most in the direction of the whole', () => {
  const found = driversOf([part('云平台', 150, 100), part('传感器', 80, 100), part('网关', 110, 100)], 40);
  expect(found).toMatchObject({ driver: { name: '云平台' }, share: 1.25, counter: { name: '传感器' } });
});

test('a small pull against the change is not mentioned', () => {
  expect(driversOf([part('云平台', 150, 100), part('传感器', 99, 100)], 49)?.counter).toBeNull();
});

test('revenue without a name cannot be the driver', () => {
  expect(driversOf([{ ...part('x', 150, 100), name: null }], 50)).toBeNull();
});

test('the headline takes the cause that explains most, over all dimensions', () => {
  const going = goingOf(part('', 200, 100), {
    region: [part('华东', 130, 80), part('华南', 70, 20)],
    product_line: [part('网关', 120, 30), part('传感器', 80, 70)],
  });
  expect(going).toMatchObject({
    kind: 'up',
    cause: { dimension: 'product_line', share: 0.9, driver: { name: '网关' } },
  });
});

test('the headline knows an empty period, one without comparison, and one that stands still', () => {
  expect(goingOf(part('', 0, 0), {}).kind).toBe('nothing');
  expect(goingOf(part('', 100), { region: [part('华东', 60), part('华南', 40)] })).toMatchObject({
    kind: 'uncompared',
    leader: { name: '华东' },
    leaderShare: 0.6,
  });
  expect(goingOf(part('', 1002, 1000), {}).kind).toBe('flat');
});

test('ties share a rank and the unknown has none', () => {
  expect(ranksOf([9, 7, 7, 3, null])).toEqual([1, 2, 2, 4, null]);
});

test('the median of an even team lies between the two in the middle', () => {
  expect([medianOf([]), medianOf([3, 1]), medianOf([5, 1, 2])]).toEqual([null, 2, 2]);
});

test('a total of money strings becomes numbers and the unnamed stays null', () => {
  const [first] = partsOf(
    answerOf([{ region: null, region_key: null, revenue: '12.5000', revenue_base: '10.0000' }]),
    'region',
    'revenue',
  );
  expect(first).toEqual({ key: null, name: null, value: 12.5, base: 10, delta: 2.5, change: null });
});

const workdays = days('2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13');

test('what is sold on a day off counts to the next workday, after the last to that one', () => {
  const sold = [
    { day: '2026-10-01', value: 5 },
    { day: '2026-10-09', value: 2 },
    { day: '2026-10-11', value: 3 },
    { day: '2026-10-17', value: 1 },
  ];
  expect(runningTotals(sold, workdays)).toEqual([5, 7, 7, 10, 11]);
});

test('weeks lie on the axis of workdays and make-up Saturdays belong to theirs', () => {
  expect(weeksOf(workdays, 1)).toEqual([
    { start: '2026-10-08', bucket: '2026-10-05', from: 0, to: 3 },
    { start: '2026-10-12', bucket: '2026-10-12', from: 3, to: 5 },
  ]);
});

test('a week sells what its days sold, the first also the holiday before it', () => {
  const sold = [
    { day: '2026-10-01', value: 5 },
    { day: '2026-10-11', value: 2 },
    { day: '2026-10-12', value: 3 },
  ];
  expect(weeksOf(workdays, 1).map((week, index) => soldInWeek(sold, week, index === 0))).toEqual([7, 3]);
});

test('workdays are read from the calendar', () => {
  const range = { from: '2026-10-08' as Day, before: '2026-10-12' as Day };
  expect(workdaysIn(range, (day) => day !== '2026-10-11')).toEqual(days('2026-10-08', '2026-10-09', '2026-10-10'));
});

test('a lead is dated from the week in which it began', () => {
  const weeks = weeksOf(workdays, 1);
  const race = { base: [2, 4, 6, 8, 10], weeks, now: null };
  expect(turningOf({ ...race, current: [1, 3, 5, 9, 12] })).toMatchObject({
    isAhead: true,
    difference: 2,
    since: { start: '2026-10-12' },
  });
  expect(turningOf({ ...race, current: [3, 5, 7, 9] })).toMatchObject({ isAhead: true, since: null });
  expect(turningOf({ ...race, current: [1, 3, 5, 9], now: -1 })).toMatchObject({
    isAhead: false,
    difference: -1,
    since: null,
  });
});

test('a holiday week is judged by the days that were worked', () => {
  const weeks = {
    values: [10, 30, null],
    starts: ['2026-10-05', '2026-10-12', '2026-10-19'],
    today: '2026-10-13' as Day,
  };
  expect(
    perWorkday({ ...weeks, workdays: days('2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13', '2026-10-14') }),
  ).toEqual([5, 15, null]);
});

test('concentration counts customers that were cut from the rows', () => {
  const customers = Array.from({ length: 80 }, (_, index) => part(`c${index}`, index < 8 ? 10 : 0.25));
  const found = concentrationOf(customers, 100, 100);
  expect(found).toMatchObject({ count: 100, topTen: 0.805, fifth: { count: 20, share: 0.83 }, leader: { name: 'c0' } });
  expect(found?.tiers.map((tier) => tier.before - tier.from)).toEqual([7, 41, 52]);
});

test('small parts are folded into one', () => {
  expect(foldedParts([part('a', 5), part('b', 3), part('c', 2), part('d', 1)], 3)).toMatchObject([
    { name: 'a', folded: 0 },
    { name: 'b', folded: 0 },
    { name: null, value: 3, folded: 2 },
  ]);
});

test('value bands have no gap between the least and the greatest', () => {
  const bands = valueBandsOf(
    answerOf([
      { order_value_band: '2154.43', order_count: 4 },
      { order_value_band: '1000.00', order_count: 1 },
      { order_value_band: null, order_count: 9 },
    ]),
  );
  expect(bands.map((band) => band.count)).toEqual([1, 0, 4]);
  expect(bands.map((band) => Math.round(band.from))).toEqual([1000, 1468, 2154]);
});

test('small orders are suggested only when they are many, with the line most of them hold', () => {
  const bands = valueBandsOf(
    answerOf([
      { order_value_band: '1000.00', order_count: 30 },
      { order_value_band: '10000.00', order_count: 70 },
    ]),
  );
  const lines = answerOf([
    { order_value_band: '1000.00', product_line: '传感器', order_count: 25 },
    { order_value_band: '1000.00', product_line: '网关', order_count: 9 },
    { order_value_band: '10000.00', product_line: '网关', order_count: 70 },
  ]);
  expect(smallOrders(bands, 12_000, lines)).toMatchObject({
    keys: ['1000.00'],
    count: 30,
    line: { name: '传感器', count: 25 },
  });
  expect(smallOrders(bands, 1200, lines)).toBeNull();
});

test('the strongest cells of a matrix are named with their share', () => {
  const margin = (dimension: string, names: readonly string[]) =>
    answerOf(names.map((name) => ({ [dimension]: name, [`${dimension}_key`]: name, revenue: '1' })));
  const cell = (region: string, line: string, revenue: string) => ({
    region,
    region_key: region,
    product_line: line,
    product_line_key: line,
    revenue,
  });
  const answer = answerOf([cell('华东', '网关', '50'), cell('华东', '云平台', '30'), cell('华南', '网关', '20')]);
  const matrix = matrixOf(answer, {
    regions: margin('region', ['华东', '华南']),
    lines: margin('product_line', ['网关', '云平台']),
  });
  expect(matrix.values).toEqual([
    [50, 30],
    [20, null],
  ]);
  expect(strongestCells(matrix)).toEqual({ region: '华东', line: '网关', second: '云平台', share: 0.8 });
});
