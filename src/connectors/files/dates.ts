import { type Day, dayOfEpoch, type Instant, isDay, localMoment } from '#shared/day.ts';

/** The order of day, month and year where only a person or the whole column can tell. */
export const dayOrders = ['dmy', 'mdy', 'ymd'] as const;

export type DayOrder = (typeof dayOrders)[number];

export type SourceMoment = Readonly<{ day: Day; minute: number | null }>;

/** `order`: three numbers whose order is open. `serial`: days since 1899-12-30, as Excel counts. */
export type DateShape =
  | Readonly<{ kind: 'certain'; moment: SourceMoment }>
  | Readonly<{ kind: 'order'; parts: readonly [string, string, string]; minute: number | null }>
  | Readonly<{ kind: 'serial'; moment: SourceMoment }>
  | Readonly<{ kind: 'impossible' }>
  | Readonly<{ kind: 'not_a_date' }>;

const timePart = String.raw`(?:[T ]\s*(上午|下午)?\s*(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(AM|PM|am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4,})[-/.](\d{1,2})[-/.](\d{1,2})${timePart}$`);
const chinese = new RegExp(String.raw`^(\d{4,})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?${timePart}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4,})${timePart}$`);
const dayMonthName = new RegExp(String.raw`^(\d{1,2})[-/. ]([A-Za-z]{3,9})[-/., ]+(\d{2}|\d{4})${timePart}$`);
const monthNameDay = new RegExp(String.raw`^([A-Za-z]{3,9})[-/. ](\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})${timePart}$`);
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const serial = /^(\d{5})(?:\.(\d+))?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const impossible = { kind: 'impossible' } as const;

/** What a text can mean as a date; `zone` is where clocks stand when the text carries an offset. */
export function dateShape(source: string, zone: string): DateShape {
  const text = source.trim();
  const first = yearFirst.exec(text) ?? chinese.exec(text);
  if (first) return certain([first[1], first[2], first[3]], first.slice(4), zone);
  const last = yearLast.exec(text);
  if (last) return openOrder(last);
  return namedMonth(text, zone) ?? digitsOnly(text) ?? { kind: 'not_a_date' };
}

/** The moment under an order of day, month and year; null when that is no real day between 1900 and 2200. */
export function momentOf(shape: DateShape, order: DayOrder | null): SourceMoment | null {
  if (shape.kind === 'certain' || shape.kind === 'serial') return shape.moment;
  if (shape.kind !== 'order' || !order) return null;
  const [a, b, c] = shape.parts;
  const [year, month, date] = order === 'dmy' ? [c, b, a] : order === 'mdy' ? [c, a, b] : [a, b, c];
  const day = realDay(year, month, date);
  return day && { day, minute: shape.minute };
}

function openOrder(match: RegExpExecArray): DateShape {
  const [, a = '', b = '', c = '', ...time] = match;
  if (c.length > 4) return impossible;
  return { kind: 'order', parts: [a, b, c], minute: minuteOf(time) };
}

function namedMonth(text: string, zone: string): DateShape | null {
  const named = dayMonthName.exec(text);
  if (named) return certain([named[3], monthNumber(named[2]), named[1]], named.slice(4), zone);
  const american = monthNameDay.exec(text);
  if (american) return certain([american[3], monthNumber(american[1]), american[2]], american.slice(4), zone);
  return null;
}

function digitsOnly(text: string): DateShape | null {
  const joined = compact.exec(text);
  if (joined) return certain([joined[1], joined[2], joined[3]], [], 'UTC');
  const counted = serial.exec(text);
  if (!counted) return null;
  const minute = counted[2] === undefined ? null : Math.min(1439, Math.round(Number(`0.${counted[2]}`) * 1440));
  return { kind: 'serial', moment: { day: dayOfEpoch(Number(counted[1]) - 25_569), minute } };
}

type Three = readonly [string | undefined, string | undefined, string | undefined];

function certain(
  [year = '', month = '', date = '']: Three,
  time: readonly (string | undefined)[],
  zone: string,
): DateShape {
  const day = realDay(year, month, date);
  if (!day) return impossible;
  const minute = minuteOf(time);
  const offset = time[4];
  if (minute === null || offset === undefined) return { kind: 'certain', moment: { day, minute } };
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const instant = new Date(`${day}T${clock}:00${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  if (Number.isNaN(instant.getTime())) return impossible;
  return { kind: 'certain', moment: localMoment(instant.toISOString() as Instant, zone) };
}

function minuteOf([half, hour, minute, suffix]: readonly (string | undefined)[]): number | null {
  if (hour === undefined || minute === undefined) return null;
  const afternoon = half === '下午' || suffix?.toLowerCase() === 'pm';
  const morning = half === '上午' || suffix?.toLowerCase() === 'am';
  const hours = (Number(hour) % (afternoon || morning ? 12 : 24)) + (afternoon ? 12 : 0);
  return Math.min(1439, hours * 60 + Number(minute));
}

/** A year of two digits below 70 is 20xx, else 19xx. */
function realDay(year = '', month = '', date = ''): Day | null {
  const full = year.length <= 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year);
  if (full < 1900 || full >= 2200) return null;
  const text = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
