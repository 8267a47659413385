import { addDays, addMonths, type Day, day, partsOf, weekday } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { raw, sql } from '#shared/sql.ts';
import { chineseDay, springFestivalOffset } from './chinese-calendar.ts';
import type { Transaction } from './store.ts';

/** A calendar row before its workdays are counted, as the table has it. */
export type CalendarRow = Readonly<{
  day: Day;
  is_workday: boolean;
  holiday: string | null;
  weekday: number;
  week_on: Day;
  month_on: Day;
  quarter_on: Day;
  half_year_on: Day;
  year_on: Day;
  fiscal_quarter_on: Day;
  fiscal_year_on: Day;
  iso_week: number;
  iso_year: number;
  workday_of_month: number;
  workday_of_quarter: number;
  workday_of_year: number;
  workday_number: number;
  spring_festival_offset: number;
}>;

export type CalendarRules = Readonly<{ fiscalStartMonth: number; weekStart: number }>;
export type CalendarRange = Readonly<{ from: Day; before: Day }>;

/** What a new workspace gets: long before the first files and far enough for expected closing days. */
const defaultCalendarRange: CalendarRange = { from: day('2010-01-01'), before: day('2036-01-01') };

const columnTypes = `day date, is_workday boolean, holiday text, weekday smallint, week_on date, month_on date, quarter_on date,
  half_year_on date, year_on date, fiscal_quarter_on date, fiscal_year_on date, iso_week smallint, iso_year smallint,
  workday_of_month smallint, workday_of_quarter smallint, workday_of_year smallint, workday_number integer,
  spring_festival_offset smallint`;
const columnNames = columnTypes
  .split(',')
  .map((column) => column.trim().split(' ')[0])
  .join(', ');

/** Calendar rows for a range that starts on 1 January, with China's statutory holidays and make-up workdays. */
export function calendarRows(options: CalendarRange & CalendarRules): readonly CalendarRow[] {
  const counts = new Map<string, number>();
  const count = (bucket: string, isWorkday: boolean) => {
    const next = (counts.get(bucket) ?? 0) + (isWorkday ? 1 : 0);
    counts.set(bucket, next);
    return next;
  };
  const rows: CalendarRow[] = [];
  for (let each = options.from; each < options.before; each = addDays(each, 1)) {
    const chinese = chineseDay(each);
    const buckets = bucketsOf(each, options);
    rows.push({
      day: each,
      is_workday: chinese.isWorkday,
      holiday: chinese.holiday,
      weekday: weekday(each),
      ...buckets,
      workday_of_month: count(`month ${buckets.month_on}`, chinese.isWorkday),
      workday_of_quarter: count(`quarter ${buckets.quarter_on}`, chinese.isWorkday),
      workday_of_year: count(`year ${buckets.year_on}`, chinese.isWorkday),
      workday_number: count('all', chinese.isWorkday),
      spring_festival_offset: springFestivalOffset(each),
    });
  }
  return rows;
}

/**
 * Gives the workspace calendar rows for whole years around the range and everything between; rows that exist stay as they were
 * edited. Imports call it when their days lie outside.
 */
export async function seedCalendar(
  tx: Transaction,
  options: CalendarRules & Readonly<{ id: string; range?: CalendarRange }>,
): Promise<void> {
  const range = options.range ?? defaultCalendarRange;
  const [present] = await tx.query<{ from: Day | null; last: Day | null }>(
    sql`select min(day) as from, max(day) as last from calendar_day where workspace_id = ${options.id}`,
  );
  const from = earliest(range.from, present?.from ?? range.from);
  const before = latest(range.before, present?.last ? addDays(present.last, 1) : range.before);
  const whole = { from: startOfYear(from), before: endOfYear(before) };
  const rows = calendarRows({ ...options, ...whole });
  await tx.query(sql`
    insert into calendar_day (workspace_id, ${raw(columnNames)})
    select ${options.id}, ${raw(columnNames)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${raw(columnTypes)})
    on conflict (workspace_id, day) do nothing`);
  if (present?.from) await recountWorkdays(tx, options.id);
}

/** Makes a day a workday or a day off, under a name, and counts workdays anew. Throws `Problem('not_found')` outside the calendar. */
export async function setWorkday(
  tx: Transaction,
  change: Readonly<{ workspaceId: string; day: Day; isWorkday: boolean; holiday?: string | null }>,
): Promise<void> {
  const touched = await tx.query(sql`
    update calendar_day
    set is_workday = ${change.isWorkday}, holiday = ${change.holiday ?? null}
    where workspace_id = ${change.workspaceId} and day = ${change.day}
    returning day`);
  if (touched.length === 0) throw outside(change.day);
  await recountWorkdays(tx, change.workspaceId);
}

/** Puts every day into its week, fiscal quarter and fiscal year anew; workdays and holidays stay as they were edited. */
export async function rebucketCalendar(
  tx: Transaction,
  { id, ...rules }: CalendarRules & { id: string },
): Promise<void> {
  const days = await tx.query<{ day: Day }>(sql`select day from calendar_day where workspace_id = ${id}`);
  const rows = days.map(({ day: each }) => ({ day: each, ...bucketsOf(each, rules) }));
  await tx.query(sql`
    update calendar_day as present
       set week_on = r.week_on, fiscal_quarter_on = r.fiscal_quarter_on, fiscal_year_on = r.fiscal_year_on
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as r (day date, week_on date, fiscal_quarter_on date, fiscal_year_on date)
     where present.workspace_id = ${id} and present.day = r.day
       and (present.week_on, present.fiscal_quarter_on, present.fiscal_year_on)
           is distinct from (r.week_on, r.fiscal_quarter_on, r.fiscal_year_on)`);
}

async function recountWorkdays(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.query(sql`
    update calendar_day as present
    set workday_of_month = counted.of_month, workday_of_quarter = counted.of_quarter,
        workday_of_year = counted.of_year, workday_number = counted.number
    from (
      select day,
             count(*) filter (where is_workday) over (partition by month_on order by day)   as of_month,
             count(*) filter (where is_workday) over (partition by quarter_on order by day) as of_quarter,
             count(*) filter (where is_workday) over (partition by year_on order by day)    as of_year,
             count(*) filter (where is_workday) over (order by day)                         as number
      from calendar_day
      where workspace_id = ${workspaceId}
    ) as counted
    where present.workspace_id = ${workspaceId} and present.day = counted.day
      and (present.workday_of_month, present.workday_of_quarter, present.workday_of_year, present.workday_number)
          is distinct from (counted.of_month, counted.of_quarter, counted.of_year, counted.number)`);
}

function bucketsOf(value: Day, rules: CalendarRules) {
  const [year, month] = partsOf(value);
  const monthOn = firstOf(year, month);
  const intoFiscalYear = (month - rules.fiscalStartMonth + 12) % 12;
  const [isoYear, isoWeek] = isoWeekOf(value);
  return {
    week_on: addDays(value, -((weekday(value) - rules.weekStart + 7) % 7)),
    month_on: monthOn,
    quarter_on: firstOf(year, month - ((month - 1) % 3)),
    half_year_on: firstOf(year, month <= 6 ? 1 : 7),
    year_on: firstOf(year, 1),
    fiscal_quarter_on: addMonths(monthOn, -(intoFiscalYear % 3)),
    fiscal_year_on: addMonths(monthOn, -intoFiscalYear),
    iso_week: isoWeek,
    iso_year: isoYear,
  };
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeekOf(value: Day): readonly [year: number, week: number] {
  const thursday = addDays(value, 4 - weekday(value));
  const [year] = partsOf(thursday);
  const dayOfYear = Math.round((Date.parse(thursday) - Date.UTC(year, 0, 1)) / 86_400_000);
  return [year, Math.floor(dayOfYear / 7) + 1];
}

function firstOf(year: number, month: number): Day {
  return day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
}

function startOfYear(value: Day): Day {
  return firstOf(partsOf(value)[0], 1);
}

function endOfYear(before: Day): Day {
  return firstOf(partsOf(addDays(before, -1))[0] + 1, 1);
}

function earliest(left: Day, right: Day): Day {
  return left < right ? left : right;
}

function latest(left: Day, right: Day): Day {
  return left > right ? left : right;
}

function outside(value: Day): Problem {
  return new Problem('not_found', [{ detail: { zh: `日历里没有 ${value}`, en: `The calendar has no ${value}` } }]);
}
