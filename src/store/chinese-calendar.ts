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
  const offsets = [year - 1, year, year + 1].map((each) => daysBetween(springFestival(each), value));
  return offsets.reduce((nearest, offset) => (Math.abs(offset) < Math.abs(nearest) ? offset : nearest));
}

/** First day of the first lunar month in that year. */
export function springFestival(year: number): Day {
  const known = springFestivals.get(year);
  if (known) return known;
  const found = foundSpringFestival(year);
  springFestivals.set(year, found);
  return found;
}

const springFestivals = new Map<number, Day>();

function foundSpringFestival(year: number): Day {
  const january = day(`${String(year).padStart(4, '0')}-01-20`);
  for (let offset = 0; offset <= 33; offset++) {
    const candidate = addDays(january, offset);
    const [, month, date] = partsOf(candidate);
    // TRAP: given a text, the library reads it as UTC and answers in the machine's zone; a local noon is the same day in both.
    const lunar = chineseDays.getLunarDate(new Date(year, month - 1, date, 12));
    if (lunar.lunarMon === 1 && lunar.lunarDay === 1 && !lunar.isLeap) return candidate;
  }
  throw new RangeError(`the lunar calendar of ${year} is not known`);
}

/** `National Day,国庆节,3` → `国庆节`. */
function nameOf(entry: string): string {
  return entry.split(',')[1] ?? entry;
}
