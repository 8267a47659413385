import type { Bilingual, Locale } from '#shared/bilingual.ts';
import { addDays, addMonths, type Day, type DayRange, partsOf, weekday } from '#shared/day.ts';
import type { Grain } from '#web/api/types.ts';

type DateStyle = Readonly<{ locale: Locale; today: Day }>;

/** A day, its year only when it differs from today's: `11-20`, `2025-11-20`; `20 Nov`, `20 Nov 2025`. */
export function dayText(value: Day, { locale, today }: DateStyle): string {
  const [year, , date] = partsOf(value);
  const sameYear = year === partsOf(today)[0];
  if (locale === 'zh') return sameYear ? value.slice(5) : value;
  return `${date} ${monthName(value)}${sameYear ? '' : ` ${year}`}`;
}

/** A day written in full with its weekday: `2026-11-20周五`, `Fri 20 Nov 2026`. */
export function fullDayText(value: Day, locale: Locale): string {
  const [year, , date] = partsOf(value);
  const index = weekday(value) - 1;
  if (locale === 'zh') return `${value}周${'一二三四五六日'[index]}`;
  return `${weekdayNames[index]} ${date} ${monthName(value)} ${year}`;
}

/** A half-open range as people say it, last day included: `10-01至11-21`, `1 Oct – 21 Nov`. */
export function rangeText(range: DayRange, style: DateStyle): string {
  const last = addDays(range.before, -1);
  if (last <= range.from) return dayText(range.from, style);
  const joint = { zh: '至', en: ' – ' }[style.locale];
  return dayText(range.from, style) + joint + dayText(last, style);
}

/** A bucket on an axis, without its year: `11-20`, `11月`, `Q4`, `2026`. */
export function bucketText(start: Day, grain: Grain, locale: Locale): string {
  return bucketTexts[grain](start)[locale];
}

const bucketTexts: Readonly<Record<Grain, (start: Day) => Bilingual>> = {
  day: shortDay,
  week: shortDay,
  month: (start) => ({ zh: `${partsOf(start)[1]}月`, en: monthName(start) }),
  quarter: (start) => same(`Q${Math.ceil(partsOf(start)[1] / 3)}`),
  half_year: (start) => (partsOf(start)[1] < 7 ? { zh: '上半年', en: 'H1' } : { zh: '下半年', en: 'H2' }),
  year: (start) => same(String(partsOf(start)[0])),
  fiscal_quarter: (start) => ({ zh: `${partsOf(start)[1]}月起的一季`, en: `Quarter from ${monthName(start)}` }),
  fiscal_year: (start) => {
    const [year, month] = partsOf(start);
    const name = month === 1 ? year : year + 1;
    return { zh: `${name}财年`, en: `FY${name}` };
  },
};

function shortDay(start: Day): Bilingual {
  const [, month, date] = partsOf(start);
  return { zh: `${month}-${date}`, en: `${month}/${date}` };
}

function same(text: string): Bilingual {
  return { zh: text, en: text };
}

/** A bucket named on its own, in a table, a tooltip or a sentence: `2026年11月`, `2026 Q4`, `11-16当周`. */
export function bucketName(start: Day, grain: Grain, style: DateStyle): string {
  const short = bucketText(start, grain, style.locale);
  const year = partsOf(start)[0];
  if (grain === 'day') return dayText(start, style);
  if (grain === 'week')
    return { zh: `${dayText(start, style)}当周`, en: `Week of ${dayText(start, style)}` }[style.locale];
  if (grain === 'fiscal_year') return short;
  if (grain === 'year') return { zh: `${short}年`, en: short }[style.locale];
  if (grain === 'quarter') return { zh: `${year} ${short}`, en: `${short} ${year}` }[style.locale];
  return { zh: `${year}年${short}`, en: `${short} ${year}` }[style.locale];
}

/** The days of a bucket that starts on `start`. */
export function bucketDays(start: Day, grain: Grain): DayRange {
  const months = { month: 1, quarter: 3, half_year: 6, year: 12, fiscal_quarter: 3, fiscal_year: 12 };
  if (grain === 'day') return { from: start, before: addDays(start, 1) };
  if (grain === 'week') return { from: start, before: addDays(start, 7) };
  return { from: start, before: addMonths(start, months[grain]) };
}

/** The clock of an instant in the workspace's zone: `15:40`; with the date when it is not today: `11-18 09:12`. */
export function clockText(instantMs: number, { zone, locale, today }: DateStyle & Readonly<{ zone: string }>): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instantMs);
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const on = `${value('year')}-${value('month')}-${value('day')}` as Day;
  const clock = `${value('hour')}:${value('minute')}`;
  return on === today ? clock : `${dayText(on, { locale, today })} ${clock}`;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The month of a day in English, three letters. */
export function monthName(value: Day): string {
  return monthNames[partsOf(value)[1] - 1] ?? '';
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
