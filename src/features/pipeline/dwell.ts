import { z } from 'zod';
import { type Asking, plannedQuestion } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { questionSchema } from '#semantic/parse.ts';
import type { Question } from '#semantic/question.ts';
import { addDays, addMonths, type Day, type DayRange } from '#shared/day.ts';
import { earlier } from '#shared/period.ts';
import { sql } from '#shared/sql.ts';
import { type SurvivalCurve, survivalCurve, survivalQuantile } from '#stats/survival.ts';
import { type SizeBands, sizeBands } from './size-bands.ts';
import { type StageLine, stageLines } from './stage-lines.ts';
import { type Stage, stagesIn } from './stage-list.ts';
import { type Standing, standingByStage } from './standing-deals.ts';
import { type StayQuestion, staysByStage } from './stays.ts';

/** What dwell is asked for. */
export const dwellQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
  pipeline: z.string().max(200).optional(),
  sizeBand: z.enum(['small', 'medium', 'large']).optional(),
  unit: z.enum(['calendar', 'workdays']).default('calendar'),
  months: z.int().min(1).max(60).default(6).describe('Stays entered in so many months; a longer period counts whole'),
});

export type DwellQuestion = z.infer<typeof dwellQuestion>;

/** How long stays last, by Kaplan–Meier; a share that the stays seen do not reach is null. `low` and `high`: 95 % of the median. */
type Dwell = Readonly<{
  n: number;
  open: number;
  median: number | null;
  low: number | null;
  high: number | null;
  p75: number | null;
  p90: number | null;
}>;

/** A stage: what stands there, how long deals stay, how long they stayed a year before, and when one counts as stuck. */
type StageDwell = Readonly<{
  /** Null for deals whose stage nobody knows. */
  stage: Stage | null;
  standing: Standing;
  dwell: Dwell | null;
  base: Dwell | null;
  /** P80 of won deals' stays, in calendar days; null in workdays, and where nobody can say. */
  line: Pick<StageLine, 'days' | 'n' | 'basis'> | null;
}>;

export type DwellAnswer = Readonly<{
  /** The day that is looked from, its end. */
  asOf: Day;
  unit: DwellQuestion['unit'];
  /** Stays entered in these days. */
  window: DayRange;
  base: DayRange | null;
  bands: SizeBands | null;
  stages: readonly StageDwell[];
  /** The stage whose median rose most against the year before, beyond its interval. */
  slowed: Readonly<{ stageId: string; days: number }> | null;
  pipelines: readonly Stage['pipeline'][];
  /** Deals open now or closed in the window of which nobody knows when they were in which stage, of how many. */
  withoutHistory: Readonly<{ deals: number; of: number }>;
}>;

/** Where open deals stand and how long deals stay in each stage, open stays counted as far as they are known. */
export async function dwell(asking: Asking, question: DwellQuestion): Promise<DwellAnswer> {
  const { unit, period } = question;
  const where = narrowed(question);
  const seen = await seenDays(asking, { period, where, months: question.months });
  const bands = await sizeBands(asking, { window: seen.window, where });
  const band = question.sizeBand && bands ? bands[question.sizeBand] : null;
  const ask = { window: seen.window, where, unit, band };
  const stages = await stagesIn(asking);
  const [standing, stays, before, lines, withoutHistory] = await Promise.all([
    standingByStage(asking, { period, where, unit, band }),
    dwellByStage(asking, ask),
    seen.base ? dwellByStage(asking, { ...ask, window: seen.base }) : nothing,
    unit === 'calendar' ? stageLines(asking, seen.window.before, stuckLine) : [],
    historyGap(asking, { window: seen.window, where, period }),
  ]);
  const shown = shownStages(stages, (id) => standing.has(id) || stays.has(id));
  const rows = shown.map(
    (stage): StageDwell => ({
      stage,
      standing: standing.get(stage.id) ?? noDeals,
      dwell: stays.get(stage.id) ?? null,
      base: before.get(stage.id) ?? null,
      line: lineOf(lines, stage.id),
    }),
  );
  const unstaged = standing.get(null);
  return {
    ...seen,
    unit,
    bands,
    stages: unstaged ? [...rows, { stage: null, standing: unstaged, dwell: null, base: null, line: null }] : rows,
    slowed: slowedMost(rows),
    pipelines: pipelinesOf(stages),
    withoutHistory,
  };
}

const stuckLine = { share: 0.8, minWon: 20 };

function lineOf(lines: readonly StageLine[], id: string): StageDwell['line'] {
  const found = lines.find(({ stageId }) => stageId === id);
  return found && found.days !== null ? { days: found.days, n: found.n, basis: found.basis } : null;
}

const noDeals: Standing = { count: 0, amount: '0.0000', age: null };
const nothing: ReadonlyMap<string, Dwell> = new Map();

function narrowed({ where = [], pipeline }: DwellQuestion): Question['where'] {
  return pipeline ? [...where, { field: 'pipeline_key', op: 'in', values: [pipeline] }] : where;
}

type Seen = Pick<Question, 'period' | 'where'> & Readonly<{ months: number }>;

/** Some months up to the end of the period, or the whole period when it is longer; and the same days a year before, unless they overlap. */
async function seenDays(asking: Asking, { period, where, months }: Seen) {
  const planned = await plannedQuestion(asking, { measures: ['opportunities_open'], period, where });
  const before = earlier(planned.period.range.before, planned.clock.knownBefore);
  const monthsBack = addMonths(before, -months);
  const window = { from: earlier(planned.period.range.from, monthsBack), before };
  const base = { from: addMonths(window.from, -12), before: addMonths(before, -12) };
  return { asOf: addDays(before, -1), window, base: base.before <= window.from ? base : null };
}

async function dwellByStage(asking: Asking, question: StayQuestion): Promise<ReadonlyMap<string, Dwell>> {
  const stays = await staysByStage(asking, question);
  return new Map(
    [...stays].flatMap(([stage, list]) => {
      const curve = survivalCurve(list);
      return curve.kind === 'curve' ? [[stage, dwellOf(curve)] as const] : [];
    }),
  );
}

function dwellOf(curve: SurvivalCurve): Dwell {
  const { value: median, low, high } = survivalQuantile(curve, 0.5);
  const [p75, p90] = [survivalQuantile(curve, 0.75).value, survivalQuantile(curve, 0.9).value];
  return { n: curve.n, open: curve.open, median, low, high, p75, p90 };
}

/** Stages with deals, and the stages between them that have none. */
function shownStages(stages: readonly Stage[], isSeen: (id: string) => boolean): readonly Stage[] {
  const used = new Set(stages.filter(({ id }) => isSeen(id)).map(({ pipeline }) => pipeline.id));
  return stages.filter(({ id, pipeline, rank }) => isSeen(id) || (rank !== null && used.has(pipeline.id)));
}

/** Fewer stays than this are not compared. */
const fewestCompared = 20;

/** Rises of the median beyond its interval; a median not reached yet is longer than its lower bound, and no more is said. */
function slowedMost(rows: readonly StageDwell[]): DwellAnswer['slowed'] {
  const risen = rows.flatMap(({ stage, dwell, base }) => {
    if (!stage || !dwell || !base || dwell.median === null || base.median === null || dwell.low === null) return [];
    const isKnown = Math.min(dwell.n, base.n) >= fewestCompared && dwell.low > base.median;
    return isKnown ? [{ stageId: stage.id, days: dwell.median - base.median }] : [];
  });
  return risen.toSorted((left, right) => right.days - left.days)[0] ?? null;
}

function pipelinesOf(stages: readonly Stage[]): readonly Stage['pipeline'][] {
  return [...new Map(stages.map(({ pipeline }) => [pipeline.id, pipeline])).values()];
}

type Gap = Readonly<{ window: DayRange; where: Question['where']; period: Question['period'] }>;

async function historyGap(asking: Asking, { window, where, period }: Gap): Promise<DwellAnswer['withoutHistory']> {
  const columns = 'f.opportunity_id, f.has_stage_history';
  const rows = await runOverRows(
    asking,
    [
      { name: 'standing', question: { measures: ['opportunities_open'], period, where }, columns },
      { name: 'closed', question: { measures: ['opportunities_closed'], period: window, where }, columns },
    ],
    sql`select count(*) filter (not has_stage_history), count(*)
      from (select * from standing union select * from closed)`,
  );
  return { deals: Number(rows[0]?.[0] ?? 0), of: Number(rows[0]?.[1] ?? 0) };
}
