import { addDays, type Day, type DayRange, type Instant } from '#shared/day.ts';
import { type Calendar, type Clock, clockAt, earlier, stretchesOf, stretchOf } from '#shared/period.ts';
import { Problem } from '#shared/problem.ts';
import { type Comparison, comparison, elapsedPart, isFinished } from './compare.ts';
import type { Catalogue, Dimension } from './define.ts';
import type { Parsed, ParsedFilter } from './parse.ts';
import type { Grain, Note, Question, Scope } from './question.ts';
import { type ResolvedPeriod, resolvedPeriod } from './resolve-period.ts';
import { type ResolvedMeasure, resolvedMeasures } from './ways.ts';

/** What a question is planned against; the viewer's scope is part of it and has no default. */
export type PlanContext = Readonly<{
  catalogue: Catalogue;
  scope: Scope;
  now: Instant;
  zone: string;
  calendar: Calendar;
  /** First and last day with data; needed by the period `all` only. */
  dataDays: DayRange | null;
  /** How long a cohort is watched. */
  cohortDays: number;
  cap: number;
}>;

/** A question with everything decided; compiling it needs nothing else. */
export type Plan = Readonly<{
  catalogue: Catalogue;
  question: Question;
  measures: readonly ResolvedMeasure[];
  by: readonly Dimension[];
  where: readonly ParsedFilter[];
  scope: Scope;
  period: ResolvedPeriod;
  clock: Clock;
  /** The part of the period whose days have begun. */
  elapsed: DayRange;
  /** First day not known to stocks, when it is not the period's: the end of one bucket. */
  standsAt: Day | null;
  grain: Grain | null;
  /** Every bucket of the elapsed part. */
  buckets: readonly Readonly<{ bucket: Day; range: DayRange }>[];
  /** The bucket that is still running. */
  partial: Day | null;
  comparison: Comparison | null;
  cohortDays: number;
  /** As-was when null, else everyone's team on this day. */
  restatedOn: Day | null;
  limit: number | null;
  cap: number;
  notes: readonly Note[];
}>;

type Draft = Omit<Plan, 'measures' | 'comparison' | 'notes'>;

/** Decides a parsed question. Throws `illegal_question` for what cannot be asked together. */
export function plan(parsed: Parsed, context: PlanContext): Plan {
  const drafted = draft(parsed, context);
  const measures = resolvedMeasures(context.catalogue, parsed);
  for (const measure of measures) refuseOperator(measure, drafted);
  const compared = parsed.question.compare
    ? comparison({
        calendar: context.calendar,
        clock: drafted.clock,
        kind: parsed.question.compare,
        period: drafted.period,
        grain: drafted.grain,
      })
    : null;
  return { ...drafted, measures, comparison: compared, notes: compared?.notes ?? [] };
}

/** The same question without its split: what totals are computed by. */
export function totalsPlan(whole: Plan): Plan {
  return {
    ...whole,
    by: [],
    grain: null,
    buckets: [],
    partial: null,
    limit: null,
    measures: whole.measures.filter((each) => each.show === 'value'),
    question: { ...whole.question, order: undefined },
  };
}

function draft(parsed: Parsed, context: PlanContext): Draft {
  const { question } = parsed;
  const clock = clockAt(context.now, context.zone, question.asOf);
  const period = resolvedPeriod(question.period, { calendar: context.calendar, clock, dataDays: context.dataDays });
  const elapsed = elapsedPart(period.range, clock);
  const grain = question.grain ?? null;
  return {
    catalogue: context.catalogue,
    question,
    by: parsed.by,
    where: parsed.where,
    scope: context.scope,
    period,
    clock,
    elapsed,
    standsAt: null,
    grain,
    buckets: grain ? stretchesOf(context.calendar, elapsed, grain) : [],
    partial: grain ? runningBucket(context.calendar, { clock, period: period.range, elapsed, grain }) : null,
    cohortDays: context.cohortDays,
    restatedOn: question.organisation === 'restated' ? clockAt(context.now, context.zone).today : null,
    limit: question.limit ?? null,
    cap: context.cap,
  };
}

type Running = Readonly<{ clock: Clock; period: DayRange; elapsed: DayRange; grain: Grain }>;

function runningBucket(calendar: Calendar, { clock, period, elapsed, grain }: Running): Day | null {
  if (elapsed.from >= elapsed.before || isFinished(period, clock)) return null;
  const last = stretchOf(calendar, addDays(elapsed.before, -1), grain);
  const within = { from: last.from, before: earlier(last.before, period.before) };
  return isFinished(within, clock) ? null : last.from;
}

function refuseOperator(measure: ResolvedMeasure, { grain, by }: Pick<Draft, 'grain' | 'by'>): void {
  if (measure.show === 'value') return;
  const { label, id } = measure.measure;
  const isShareAtAMoment = measure.show === 'share' && (!grain || by.length > 0);
  if (measure.addsUp === 'never' || (measure.addsUp === 'at_a_moment' && !isShareAtAMoment)) {
    refuse(`${label.zh}各部分相加不等于合计，不能求占比或累计`, `${id} does not add up, so it has no ${measure.show}`);
  }
  if (measure.show !== 'share' && !grain) {
    refuse('累计和移动平均需要时间粒度', `${measure.show} needs a grain`);
  }
}

function refuse(zh: string, en: string): never {
  throw new Problem('illegal_question', [{ detail: { zh, en } }]);
}
