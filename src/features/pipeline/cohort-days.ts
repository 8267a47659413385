import { addDays, addMonths, type Day, type DayRange, daysBetween, partsOf } from '#shared/day.ts';
import { earlier, later } from '#shared/period.ts';

/** A cohort: what came in on these days, looked at on the evening before `seenBefore`. */
export type Cohort = Readonly<{ range: DayRange; seenBefore: Day }>;

/** A cohort and those it is compared with, each at the same age. `periodsBack`: how many periods before the one asked for. */
export type Cohorts = Readonly<{ periodsBack: number; now: Cohort; previous: Cohort; yearAgo: Cohort }>;

/** Days are the shortest periods, two years the longest maturity. */
const furthestBack = 800;

/**
 * The cohort of a period, without members younger than `matureDays`; while most of the period is younger, that of the period
 * before. The others are as long, and seen as many days after they began.
 */
export function cohortsOf(period: DayRange, knownBefore: Day, matureDays: number): Cohorts {
  const matureBefore = addDays(knownBefore, -matureDays);
  let periodsBack = 0;
  while (periodsBack < furthestBack && !isMostlyMature(shifted(period, periodsBack), matureBefore)) periodsBack += 1;
  const range = shifted(period, periodsBack);
  const age = daysBetween(range.from, knownBefore);
  const cohort = (days: DayRange): Cohort => {
    const seenBefore = addDays(days.from, age);
    const before = earlier(days.before, addDays(seenBefore, -matureDays));
    return { range: { from: days.from, before: later(before, days.from) }, seenBefore };
  };
  const yearAgo = { from: addMonths(range.from, -12), before: addMonths(range.before, -12) };
  return {
    periodsBack,
    now: cohort(range),
    previous: cohort(shifted(period, periodsBack + 1)),
    yearAgo: cohort(yearAgo),
  };
}

function isMostlyMature({ from, before }: DayRange, matureBefore: Day): boolean {
  return daysBetween(from, earlier(before, matureBefore)) * 2 >= daysBetween(from, before);
}

/** The period so many periods earlier: by months when it is made of whole ones, else by its days. */
function shifted({ from, before }: DayRange, periods: number): DayRange {
  const months = wholeMonths({ from, before });
  if (months !== null)
    return { from: addMonths(from, -months * periods), before: addMonths(before, -months * periods) };
  const days = daysBetween(from, before) * periods;
  return { from: addDays(from, -days), before: addDays(before, -days) };
}

function wholeMonths({ from, before }: DayRange): number | null {
  const [fromYear, fromMonth, fromDate] = partsOf(from);
  const [year, month, date] = partsOf(before);
  return fromDate === 1 && date === 1 ? (year - fromYear) * 12 + month - fromMonth : null;
}
