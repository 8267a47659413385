import { addDays, type Day, type DayRange, daysBetween, isDay } from '#shared/day.ts';
import { earlier, later } from '#shared/period.ts';
import { raw, type Sql } from '#shared/sql.ts';
import type { Plan } from './plan.ts';

/** One of the two times a question is asked of: the period itself, or what it is compared with. */
export type Side = Readonly<{
  suffix: '' | '_base';
  /** Days whose rows count. */
  range: DayRange;
  /** The whole period, its days to come included. */
  whole: DayRange;
  /** First day that is not known. */
  asOf: Day;
  /** First day not known at all, for cohorts. */
  known: Day;
  /** Rows of this day later than this minute are not like for like. */
  cut: Readonly<{ day: Day; minute: number }> | null;
  /** Days of every bucket; null when the question has no grain. */
  pairs: readonly Readonly<{ bucket: Day; range: DayRange }>[] | null;
}>;

/** The period's own side. */
export function currentSide(plan: Plan): Side {
  return {
    suffix: '',
    range: plan.elapsed,
    whole: plan.period.range,
    asOf: earlier(plan.period.range.before, plan.clock.knownBefore),
    known: plan.clock.knownBefore,
    cut: null,
    pairs: plan.grain ? plan.buckets : null,
  };
}

/** The side compared with; null when nothing is or can be compared. */
export function baseSide(plan: Plan): Side | null {
  const compared = plan.comparison;
  if (!compared?.cut) return null;
  const pairs = plan.grain ? compared.pairs : null;
  const lastBefore = pairs?.at(-1)?.range.before ?? compared.cut.before;
  const range = pairs
    ? { from: pairs[0]?.range.from ?? compared.basis.period.from, before: lastBefore }
    : { from: compared.basis.period.from, before: compared.cut.before };
  const minute = pairs ? compared.lastMinute : compared.cut.minute;
  return {
    suffix: '_base',
    range,
    whole: compared.basis.period,
    asOf: later(compared.cut.before, lastBefore),
    known: plan.clock.knownBefore,
    cut: minute === null ? null : { day: addDays(range.before, -1), minute },
    pairs,
  };
}

/** Days from a day of this side to the day of the period that it is laid under, for buckets of a day. */
export function dayShift({ pairs }: Side): number {
  const first = pairs?.[0];
  return first ? daysBetween(first.range.from, first.bucket) : 0;
}

/** A day as SQL. It is checked, so it may be written out: the statement reads well and plans as fast as one by hand. */
export function dayLiteral(day: Day): Sql {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return raw(`date '${day}'`);
}

/** The first day that counts and the first day not known: columns where every bucket has its own. */
export type Bounds = Readonly<{ startsOn: Sql; asOf: Sql }>;

/** A text of the catalogue with its placeholders filled. */
export function expanded(text: string, side: Side, cohortDays: number, bounds: Bounds = boundsOf(side)): Sql {
  return raw(
    text
      .replaceAll(':starts_on', bounds.startsOn.parts.join(''))
      .replaceAll(':as_of', bounds.asOf.parts.join(''))
      .replaceAll(':known', dayLiteral(side.known).parts.join(''))
      .replaceAll(':period_from', dayLiteral(side.whole.from).parts.join(''))
      .replaceAll(':period_before', dayLiteral(side.whole.before).parts.join(''))
      .replaceAll(':cohort_days', String(Math.trunc(cohortDays))),
  );
}

function boundsOf(side: Side): Bounds {
  return { startsOn: dayLiteral(side.range.from), asOf: dayLiteral(side.asOf) };
}
