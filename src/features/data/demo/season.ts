import { addDays, addMonths, type Day, dayOfEpoch, epochDay, partsOf } from '#shared/day.ts';
import { calendarRows } from '#store/calendar.ts';

/** What the season needs to know of a day: a row of the store's calendar. */
export type SeasonDay = Readonly<{ day: Day; isWorkday: boolean; springFestivalOffset: number }>;

/**
 * Business time: a clock that runs fast on busy days and almost stands still on holidays. One unit is an average year of the
 * first one. Rhythms are kept in business time, so that seasons, growth and holidays show in whatever is counted.
 */
export type Season = Readonly<{
  /** Days since 1970-01-01 of the first day of the story and of today. */
  first: number;
  last: number;
  /** Business time at the end of today. */
  end: number;
  /** Day (since 1970-01-01) at which business time has reached `time`; a day after `last` means: not yet. */
  dayAt: (time: number) => number;
  /** Business time at the start of the day. */
  timeAt: (epoch: number) => number;
  /** The first workday at or after the day. */
  workday: (epoch: number) => number;
}>;

const growthAYear = 0.13;
const quarterFactor = [0.86, 1, 0.98, 1.19] as const;

/** First day of the story: three years before the anchor, on the first of a month. */
function storyStart(anchor: Day): Day {
  const [year, month] = partsOf(addMonths(anchor, -36));
  return `${year}-${String(month).padStart(2, '0')}-01` as Day;
}

/** Lays business time over the calendar. `calendar` covers the story up to today without gaps. */
export function season(calendar: readonly SeasonDay[], today: Day): Season {
  const firstRow = calendar[0];
  if (!firstRow) throw new RangeError('the calendar is empty');
  const first = epochDay(firstRow.day);
  const last = epochDay(today);
  const weights = dayWeights(calendar);
  const scale = weights.slice(0, 365).reduce((sum, weight) => sum + weight, 0);
  const starts = [0];
  for (let index = 0; index <= last - first; index += 1) {
    starts.push(
      (starts[index] ?? 0) +
        ((weights[index] ?? 0) / scale) * Math.exp((Math.log1p(growthAYear) * (index - 182)) / 365),
    );
  }
  const end = starts.at(-1) ?? 0;
  const workdays = calendar.map((row) => row.isWorkday);
  return {
    first,
    last,
    end,
    dayAt: (time) => first + lastAtMost(starts, time),
    timeAt: (epoch) => starts[Math.min(Math.max(epoch - first, 0), starts.length - 1)] ?? 0,
    workday: (epoch) => nextWorkday(workdays, epoch - first) + first,
  };
}

function dayWeights(calendar: readonly SeasonDay[]): number[] {
  const toMonthEnd = workdaysLeftInMonth(calendar);
  return calendar.map((row, index) => {
    const [, month] = partsOf(row.day);
    const left = toMonthEnd[index] ?? 0;
    const closing = left > 4 || !row.isWorkday ? 1 : month % 3 === 0 ? 1.45 : 1.2;
    const quarter = quarterFactor[Math.floor((month - 1) / 3)] ?? 1;
    return workFactor(row) * festivalFactor(row.springFestivalOffset) * closing * quarter;
  });
}

function workFactor(row: SeasonDay): number {
  const weekend = [0, 6].includes(new Date(row.day).getUTCDay());
  if (row.isWorkday) return weekend ? 0.75 : 1;
  return weekend ? 0.06 : 0.03;
}

/** Orders thin out two weeks before Spring Festival and come back over three. */
function festivalFactor(offset: number): number {
  if (offset < -15 || offset > 21) return 1;
  if (offset < 0) return 0.25 + (0.75 * -offset) / 16;
  return offset < 8 ? 0.3 : 0.4 + (0.6 * (offset - 7)) / 15;
}

function workdaysLeftInMonth(calendar: readonly SeasonDay[]): number[] {
  const left = new Array<number>(calendar.length).fill(0);
  for (let index = calendar.length - 1, count = 0, month = ''; index >= 0; index -= 1) {
    const row = calendar[index];
    if (!row) continue;
    if (row.day.slice(0, 7) !== month) count = 0;
    month = row.day.slice(0, 7);
    if (row.isWorkday) count += 1;
    left[index] = count;
  }
  return left;
}

function lastAtMost(starts: readonly number[], time: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= time) low = middle;
    else high = middle;
  }
  return low;
}

function nextWorkday(workdays: readonly boolean[], from: number): number {
  let index = Math.max(from, 0);
  while (index < workdays.length && !workdays[index]) index += 1;
  return index;
}

const dayTexts = new Map<number, Day>();

/** The day as text; the same few thousand days come up again and again. */
export function dayText(epoch: number): Day {
  const known = dayTexts.get(epoch);
  if (known) return known;
  const text = dayOfEpoch(epoch);
  dayTexts.set(epoch, text);
  return text;
}

/** The calendar of the story, as the store ships it, with room for the closing days that reps expect. */
export function storyCalendar(anchor: Day, today: Day): SeasonDay[] {
  const start = storyStart(anchor);
  const from = `${start.slice(0, 4)}-01-01` as Day;
  const rows = calendarRows({ from, before: addDays(today, 420), fiscalStartMonth: 1, weekStart: 1 });
  return rows
    .filter((row) => row.day >= start)
    .map((row) => ({ day: row.day, isWorkday: row.is_workday, springFestivalOffset: row.spring_festival_offset }));
}
