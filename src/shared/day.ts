/** A calendar day in the workspace's time zone, `YYYY-MM-DD`. It never carries a time or a zone. */
export type Day = string & { readonly __brand: 'Day' };

/** A moment in time, ISO 8601 in UTC (`2026-11-20T07:40:00.000Z`). */
export type Instant = string & { readonly __brand: 'Instant' };

/** A half-open range of days: `from` belongs to it, `before` does not. */
export type DayRange = Readonly<{ from: Day; before: Day }>;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Whether the text is a real calendar day; 2023-02-30 is not. */
export function isDay(text: string): text is Day {
  const parts = dayPattern.exec(text);
  if (!parts) return false;
  return toText(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))) === text;
}

/** The text as a day. Throws `RangeError` when it is not a real one. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** The day `count` days later (earlier when negative). */
export function addDays(start: Day, count: number): Day {
  return toText(epochMs(start) + count * dayMs);
}

/** The same day of the month `count` months later, clamped to the month's last day (31 Mar → 28/29 Feb). */
export function addMonths(start: Day, count: number): Day {
  const [year, month, date] = partsOf(start);
  const first = Date.UTC(year, month - 1 + count, 1);
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return toText(first + (Math.min(date, lastDate) - 1) * dayMs);
}

/** Days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return Math.round((epochMs(end) - epochMs(start)) / dayMs);
}

/** Days since 1970-01-01: how DuckDB and PostgreSQL binary formats count. */
export function epochDay(value: Day): number {
  return Math.round(epochMs(value) / dayMs);
}

/** The day that is `count` days after 1970-01-01. */
export function dayOfEpoch(count: number): Day {
  return toText(count * dayMs);
}

/** Year, month (1–12) and date (1–31). */
export function partsOf(value: Day): readonly [year: number, month: number, date: number] {
  return [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))];
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(value: Day): number {
  return new Date(epochMs(value)).getUTCDay() || 7;
}

export type LocalMoment = Readonly<{ day: Day; minute: number }>;

/** The day and the minute of that day (0–1439) which clocks in `zone` show at the instant. */
export function localMoment(instant: Instant | Date, zone: string): LocalMoment {
  const parts = zoneFormat(zone).formatToParts(new Date(instant));
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: day(`${value('year').padStart(4, '0')}-${value('month')}-${value('day')}`),
    minute: Number(value('hour')) * 60 + Number(value('minute')),
  };
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  zoneFormats.set(zone, made);
  return made;
}

function epochMs(value: Day): number {
  return Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)) - 1, Number(value.slice(8, 10)));
}

function toText(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day;
}
