import { addDays, addMonths, type Day, type DayRange, daysBetween, partsOf } from '#shared/day.ts';
import {
  type Calendar,
  type Clock,
  calendarDay,
  covers,
  earlier,
  nthWorkday,
  stretchesOf,
  type TimeUnit,
  workdaysIn,
} from '#shared/period.ts';
import type { CompareBasis, CompareKind, Note } from './question.ts';
import type { ResolvedPeriod } from './resolve-period.ts';

/** The day up to which base rows count, and the minute on its last day; rows that know no minute count whole. */
type Cut = Readonly<{ before: Day; minute: number | null }>;

/** What is compared with what. `basis.compared` null: nothing can be compared. */
export type Comparison = Readonly<{
  basis: CompareBasis;
  cut: Cut | null;
  /** The base days under each bucket of the question, whole ones in full; a bucket that cannot be compared yet has none. */
  pairs: readonly Readonly<{ bucket: Day; range: DayRange }>[];
  /** The last pair's minute, as in `cut`. */
  lastMinute: number | null;
  notes: readonly Note[];
}>;

type Context = Readonly<{
  calendar: Calendar;
  clock: Clock;
  kind: CompareKind;
  period: ResolvedPeriod;
  grain: TimeUnit | null;
}>;

type Base = Readonly<{
  kind: CompareKind;
  range: DayRange;
  months: number | null;
  shiftDays: number | null;
  notes: Note[];
}>;

/** The comparison of a period: like for like by workdays while it runs, whole with whole when it is over. */
export function comparison(context: Context): Comparison {
  const { calendar, clock, period, grain } = context;
  const base = baseOf(context);
  const elapsed = elapsedPart(period.range, clock);
  const cut = likeForLike({ calendar, clock, range: period.range, base });
  const basis: CompareBasis = {
    kind: base.kind,
    period: base.range,
    compared: cut.cut ? { from: base.range.from, before: cut.cut.before } : null,
    basis: cut.basis,
    workdaysElapsed: workdaysIn(calendar, elapsed) ?? 0,
    workdaysTotal: workdaysIn(calendar, period.range) ?? 0,
  };
  // Buckets from before the calendar begins have no base; that is no reason to refuse the question.
  const paired =
    grain && cut.cut && covers(calendar, base.range)
      ? pairedBuckets({ ...context, grain, base }, cut.cut)
      : { pairs: [], lastMinute: null };
  return { basis, cut: cut.cut, ...paired, notes: base.notes };
}

/** The part of a period whose days have begun. */
export function elapsedPart(range: DayRange, clock: Clock): DayRange {
  const before = earlier(range.before, clock.knownBefore);
  return before < range.from ? { from: range.from, before: range.from } : { from: range.from, before };
}

/** Whether every day of the range is over. */
export function isFinished(range: DayRange, clock: Clock): boolean {
  const over = clock.runningMinute === null ? clock.knownBefore : addDays(clock.knownBefore, -1);
  return range.before <= over;
}

type Likeness = Readonly<{ basis: CompareBasis['basis']; cut: Cut | null }>;
type Pair = Readonly<{
  calendar: Calendar;
  clock: Clock;
  range: DayRange;
  base: Pick<Base, 'range' | 'months' | 'shiftDays'>;
}>;

const nothing: Likeness = { basis: 'none', cut: null };

/** How much of the base goes with the elapsed part: METRICS §1. */
function likeForLike(pair: Pair): Likeness {
  const { calendar, clock, range, base } = pair;
  if (isFinished(range, clock)) return { basis: 'whole', cut: { before: base.range.before, minute: null } };
  const elapsed = elapsedPart(range, clock);
  const days = daysBetween(elapsed.from, elapsed.before);
  if (days === 0) return nothing;
  if (base.shiftDays === null && hasWorkdays(calendar, range) && hasWorkdays(calendar, base.range)) {
    return firstWorkdays(pair, elapsed);
  }
  return days === 1 && clock.runningMinute !== null ? nothing : sameDays(pair, elapsed);
}

function hasWorkdays(calendar: Calendar, range: DayRange): boolean {
  return (workdaysIn(calendar, range) ?? 0) > 0;
}

function firstWorkdays({ calendar, clock, base }: Pair, elapsed: DayRange): Likeness {
  const k = workdaysIn(calendar, elapsed) ?? 0;
  const lastDay = calendarDay(calendar, addDays(elapsed.before, -1));
  const minute = lastDay.isWorkday ? clock.runningMinute : null;
  if (k === 0 || (k === 1 && minute !== null)) return nothing;
  const last = nthWorkday(calendar, base.range, k);
  if (!last) return { basis: 'workdays', cut: { before: base.range.before, minute: null } };
  return { basis: 'workdays', cut: { before: addDays(last, 1), minute } };
}

function sameDays({ clock, base }: Pair, elapsed: DayRange): Likeness {
  const lastElapsed = addDays(elapsed.before, -1);
  const last =
    base.months === null
      ? addDays(base.range.from, daysBetween(elapsed.from, lastElapsed))
      : addMonths(lastElapsed, -base.months);
  const before = earlier(addDays(last, 1), base.range.before);
  return { basis: 'days', cut: { before, minute: before > last ? clock.runningMinute : null } };
}

type Bucketed = Context & Readonly<{ grain: TimeUnit; base: Base }>;

/** Buckets pair by their order, and by the festival when aligned to it; the running one keeps its own first workdays. */
function pairedBuckets(context: Bucketed, whole: Cut): Pick<Comparison, 'pairs' | 'lastMinute'> {
  const { calendar, clock, period, grain, base } = context;
  const current = stretchesOf(calendar, elapsedPart(period.range, clock), grain);
  if (base.shiftDays !== null) return { pairs: shiftedPairs(current, base.shiftDays, whole), lastMinute: whole.minute };
  if (!covers(calendar, base.range)) return { pairs: [], lastMinute: null };
  const known = stretchesOf(calendar, base.range, grain);
  const last = current.length - 1;
  const lastRange = stretchesOf(calendar, period.range, grain)[last]?.range;
  const lastBase = known[last]?.range;
  const cut =
    lastRange && lastBase
      ? likeForLike({ calendar, clock, range: lastRange, base: { ...base, range: lastBase } }).cut
      : null;
  const pairs = current.flatMap(({ bucket }, index) => {
    const range = known[index]?.range;
    if (!range || (index === last && !cut)) return [];
    return [{ bucket, range: index === last && cut ? { from: range.from, before: cut.before } : range }];
  });
  return { pairs, lastMinute: cut?.minute ?? null };
}

function shiftedPairs(current: Comparison['pairs'], shiftDays: number, whole: Cut): Comparison['pairs'] {
  return current.flatMap(({ bucket, range }) => {
    const from = addDays(range.from, -shiftDays);
    const before = earlier(addDays(range.before, -shiftDays), whole.before);
    return from < before ? [{ bucket, range: { from, before } }] : [];
  });
}

function baseOf(context: Context): Base {
  if (context.kind === 'previous') return previousBase(context);
  if (context.kind === 'year_ago') return yearAgoBase(context);
  return springFestivalBase(context) ?? withNote(yearAgoBase(context));
}

function withNote(base: Base): Base {
  const text = {
    zh: '春节对齐只用于一、二月内的期间，这里按去年同期',
    en: 'Spring Festival alignment is for periods within January and February; compared with the year before instead',
  };
  return { ...base, notes: [...base.notes, { code: 'spring_festival_not_applicable', text }] };
}

function previousBase({ calendar, period }: Context): Base {
  const { range } = period;
  const months = wholeMonths(range);
  if (months !== null) {
    const from = addMonths(range.from, -months);
    return { kind: 'previous', range: { from, before: range.from }, months, shiftDays: null, notes: [] };
  }
  const unit = period.unit;
  const before = range.from;
  const from =
    unit && covers(calendar, { from: addDays(before, -1), before })
      ? calendarDay(calendar, addDays(before, -1)).starts[unit]
      : addDays(before, -daysBetween(range.from, range.before));
  return { kind: 'previous', range: { from, before }, months: null, shiftDays: null, notes: [] };
}

const weeksOfYear = 52 * 7;

function yearAgoBase({ calendar, period, grain }: Context): Base {
  const { range, unit } = period;
  if (unit === 'week' || (grain === 'week' && wholeMonths(range) === null)) {
    const shifted = { from: addDays(range.from, -weeksOfYear), before: addDays(range.before, -weeksOfYear) };
    return {
      kind: 'year_ago',
      range: shifted,
      months: null,
      shiftDays: null,
      notes: longYearNotes(calendar, { from: shifted.from, before: range.from }),
    };
  }
  const shifted = { from: addMonths(range.from, -12), before: addMonths(range.before, -12) };
  const safe = shifted.from < shifted.before ? shifted : { from: shifted.from, before: addDays(shifted.from, 1) };
  return { kind: 'year_ago', range: safe, months: 12, shiftDays: null, notes: [] };
}

function longYearNotes(calendar: Calendar, between: DayRange): Note[] {
  if (!covers(calendar, between)) return [];
  for (let day = between.from; day < between.before; day = addDays(day, 7)) {
    if (calendarDay(calendar, day).isoWeek !== 53) continue;
    const year = calendarDay(calendar, day).isoYear;
    return [
      {
        code: 'iso_53_weeks',
        text: {
          zh: `${year} 年有 53 周，去年同期按前移 52 周`,
          en: `${year} has 53 weeks; the year before is 52 weeks earlier`,
        },
      },
    ];
  }
  return [];
}

function springFestivalBase({ calendar, period: { range } }: Context): Base | null {
  const [year] = partsOf(range.from);
  const window = { from: `${year}-01-01` as Day, before: `${year}-03-01` as Day };
  if (range.from < window.from || range.before > window.before) return null;
  const [now, then] = [springFestival(calendar, year), springFestival(calendar, year - 1)];
  if (!now || !then) return null;
  const shiftDays = daysBetween(then, now);
  const shifted = { from: addDays(range.from, -shiftDays), before: addDays(range.before, -shiftDays) };
  return { kind: 'spring_festival', range: shifted, months: null, shiftDays, notes: [] };
}

function springFestival(calendar: Calendar, year: number): Day | null {
  const window: DayRange = { from: `${year}-01-15` as Day, before: `${year}-03-01` as Day };
  if (!covers(calendar, window)) return null;
  for (let day = window.from; day < window.before; day = addDays(day, 1)) {
    if (calendarDay(calendar, day).springFestivalOffset === 0) return day;
  }
  return null;
}

/** Number of whole months in a range that begins and ends with a month; null otherwise. */
function wholeMonths({ from, before }: DayRange): number | null {
  const [fromYear, fromMonth, fromDate] = partsOf(from);
  const [beforeYear, beforeMonth, beforeDate] = partsOf(before);
  if (fromDate !== 1 || beforeDate !== 1) return null;
  return (beforeYear - fromYear) * 12 + beforeMonth - fromMonth;
}
