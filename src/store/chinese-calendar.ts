import chineseDays from 'chinese-days';
import statutory from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Day, day, daysBetween, partsOf, weekday } from '#shared/day.ts';

/** Whether China works on that day, and the name of the holiday (or of the one a make-up workday, 调休, belongs to). */
export type ChineseDay = Readonly<{ isWorkday: boolean; holiday: string | null }>;

const offDays: Readonly<Record<string, string>> = statutory.holidays;
const makeUpDays: Readonly<Record<string, string>> = statutory.workdays;

/** By the arrangement the State Council published (2004 on); where none is known, Monday to Friday are workdays. */
export function chineseDay(value: Day): ChineseDay {
  const off = offDays[value];
  if (off) return { isWorkday: false, holiday: nameOf(off) };
  const makeUp = makeUpDays[value];
  if (makeUp) return { isWorkday: true, holiday: nameOf(makeUp) };
  return { isWorkday: weekday(value) <= 5, holiday: null };
}

/** Days from the nearest Spring Festival (初一), negative before it. */
export function springFestivalOffset(value: Day): number {
  const [year] = partsOf(value);
  const known = [year - 1, year, year + 1].map((each) => Math.min(Math.max(each, firstLunarYear), lastLunarYear));
  const offsets = known.map((each) => daysBetween(springFestival(each), value));
  return offsets.reduce((nearest, offset) => (Math.abs(offset) < Math.abs(nearest) ? offset : nearest));
}

/** First day of the first lunar month in that year, 1900 to 2100. */
export function springFestival(year: number): Day {
  const known = springFestivals.get(year);
  if (known) return known;
  if (year < firstLunarYear || year > lastLunarYear) throw new RangeError(`the lunar calendar of ${year} is not known`);
  const found = addDays(springFestival(year - 1), daysOfLunarYear(year - 1));
  springFestivals.set(year, found);
  return found;
}

const firstLunarYear = 1900;
const lastLunarYear = 2100;
const springFestivals = new Map<number, Day>([[firstLunarYear, day('1900-01-31')]]);

/**
 * Counted from the library's table of lunar months. TRAP: its functions that take or give dates depend on the machine's time zone,
 * and the Chinese calendar of `Intl` is a day off in 2027 and 2030.
 */
function daysOfLunarYear(year: number): number {
  const months = Array.from({ length: 12 }, (_, index) => chineseDays.monthDays(year, index + 1));
  return months.reduce((total, days) => total + days, chineseDays.getYearLeapMonth(year).days);
}

/** `National Day,国庆节,3` → `国庆节`. */
function nameOf(entry: string): string {
  return entry.split(',')[1] ?? entry;
}
