import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import { calendarRows, seedCalendar, setWorkday } from './calendar.ts';
import { springFestival } from './chinese-calendar.ts';
import { throwawayKeyring } from './seal.ts';
import type { Store } from './store.ts';
import { createWorkspace } from './workspaces.ts';

const keyring = throwawayKeyring();
const china = { fiscalStartMonth: 1, weekStart: 1 };

function rowOn(text: string, rules = china) {
  const year = Number(text.slice(0, 4));
  const range = { from: day(`${year}-01-01`), before: day(`${year + 1}-01-01`) };
  const found = calendarRows({ ...range, ...rules }).find((row) => row.day === text);
  if (!found) throw new Error(`no row for ${text}`);
  return found;
}

test('20 November 2026 is workday 33 of the 62 of its quarter', () => {
  expect(rowOn('2026-11-20').workday_of_quarter).toBe(33);
  expect(rowOn('2026-12-31').workday_of_quarter).toBe(62);
  expect(rowOn('2025-12-31').workday_of_quarter).toBe(61);
});

test('National Day 2026 is off, and Saturday 10 October makes up for it', () => {
  expect(rowOn('2026-10-07')).toMatchObject({ is_workday: false, holiday: '国庆节', weekday: 3 });
  expect(rowOn('2026-10-08')).toMatchObject({ is_workday: true, holiday: null });
  expect(rowOn('2026-10-10')).toMatchObject({ is_workday: true, holiday: '国庆节', weekday: 6 });
  expect(rowOn('2026-10-11').is_workday).toBe(false);
});

test('Spring Festival falls on the days of METRICS', () => {
  expect([2024, 2025, 2026, 2027].map(springFestival)).toEqual([
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
  ]);
  expect([1901, 2030, 2100].map(springFestival)).toEqual(['1901-02-19', '2030-02-03', '2100-02-09']);
  expect(rowOn('2026-02-17').spring_festival_offset).toBe(0);
  expect(rowOn('2026-02-01').spring_festival_offset).toBe(-16);
  expect(rowOn('2026-12-31').spring_festival_offset).toBe(-37);
});

test('a year without a published arrangement has plain weekdays', () => {
  expect(rowOn('2035-10-01')).toMatchObject({ is_workday: true, holiday: null, weekday: 1 });
  expect(rowOn('2035-10-06').is_workday).toBe(false);
});

test('ISO weeks run over the new year', () => {
  expect(rowOn('2024-12-30')).toMatchObject({ iso_week: 1, iso_year: 2025 });
  expect(rowOn('2027-01-01')).toMatchObject({ iso_week: 53, iso_year: 2026 });
  expect(rowOn('2026-01-01')).toMatchObject({ iso_week: 1, iso_year: 2026 });
});

test('a fiscal year from April, weeks from Sunday', () => {
  const rules = { fiscalStartMonth: 4, weekStart: 7 };
  expect(rowOn('2026-02-10', rules)).toMatchObject({
    week_on: '2026-02-08',
    fiscal_quarter_on: '2026-01-01',
    fiscal_year_on: '2025-04-01',
    quarter_on: '2026-01-01',
    half_year_on: '2026-01-01',
  });
  expect(rowOn('2026-05-31', rules)).toMatchObject({ fiscal_quarter_on: '2026-04-01', fiscal_year_on: '2026-04-01' });
});

describe.each(bothEngines())('the calendar on $name', (engine) => {
  let store: Store;
  let id: string;

  beforeAll(async () => {
    store = await engine.open();
    id = (await createWorkspace(store, keyring, { slug: 'calendar', name: '日历' })).id;
  }, 30_000);

  const on = async (text: string) => {
    const [row] = await store.query<Record<string, unknown>>(
      sql`select * from calendar_day where workspace_id = ${id} and day = ${text}::date`,
    );
    return row;
  };

  test('a new workspace has one from 2010 to 2035', async () => {
    expect(await on('2010-01-01')).toMatchObject({ is_workday: false, workday_number: 0 });
    expect(await on('2035-12-31')).toBeDefined();
    expect(await on('2026-11-20')).toMatchObject({ workday_of_quarter: 33, month_on: '2026-11-01' });
  });

  test('a day made free counts later workdays anew, and can be taken back', async () => {
    const before = await on('2027-01-04');
    await setWorkday(store, { workspaceId: id, day: day('2026-11-20'), isWorkday: false, holiday: '公司日' });
    expect(await on('2026-11-20')).toMatchObject({ is_workday: false, holiday: '公司日', workday_of_quarter: 32 });
    expect(await on('2026-12-31')).toMatchObject({ workday_of_quarter: 61 });
    expect((await on('2027-01-04'))?.workday_number).toBe(Number(before?.workday_number) - 1);
    await setWorkday(store, { workspaceId: id, day: day('2026-11-20'), isWorkday: true });
    expect(await on('2027-01-04')).toMatchObject({ workday_number: before?.workday_number });
  });

  test('it grows to older days without losing what was edited', async () => {
    await setWorkday(store, { workspaceId: id, day: day('2012-06-01'), isWorkday: false, holiday: '搬家' });
    const range = { from: day('1997-03-05'), before: day('1997-03-06') };
    await seedCalendar(store, { id, ...china, range });
    expect(await on('1997-01-01')).toMatchObject({ workday_number: 1 });
    expect(await on('2012-06-01')).toMatchObject({ holiday: '搬家' });
    const [gaps] = await store.query(
      sql`select max(day) - min(day) + 1 - count(*) as days from calendar_day where workspace_id = ${id}`,
    );
    expect(gaps).toEqual({ days: 0 });
  });

  test('a day outside is refused', async () => {
    const outside = setWorkday(store, { workspaceId: id, day: day('1900-01-01'), isWorkday: true });
    await expect(outside).rejects.toThrow('The calendar has no 1900-01-01');
  });
});
