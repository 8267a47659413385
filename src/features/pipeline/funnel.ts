import { z } from 'zod';
import { type Asking, plannedQuestion } from '#features/ask.ts';
import { catalogue } from '#metrics/catalogue.ts';
import { legalDimensions } from '#semantic/define.ts';
import { questionSchema } from '#semantic/parse.ts';
import type { Question } from '#semantic/question.ts';
import type { ShareDifference } from '#stats/share-difference.ts';
import { type Cohort, cohortsOf } from './cohort-days.ts';
import {
  type CohortQuestion,
  leadTallies,
  outcomeTallies,
  type StageTally,
  stageTallies,
  type Tally,
} from './funnel-sql.ts';
import { type Stage, stagesIn } from './stage-list.ts';
import {
  type BehindOthers,
  behindOthers,
  summed,
  tallyDifference,
  totalOf,
  type WeakestLink,
  weakestLink,
} from './weakest-link.ts';

/** What a funnel is asked for. */
export const funnelQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
  pipeline: z.string().max(200).optional(),
  way: z
    .enum(['any', 'strict'])
    .default('any')
    .describe('`any`: came to any later stage or was won. `strict`: stage by stage, none left out'),
  matureDays: z.int().min(1).max(730).default(45).describe('Younger members of a cohort are left out'),
});

export type FunnelQuestion = z.output<typeof funnelQuestion>;

/** A step in the three cohorts, and how far its conversion lies from the other two. */
type FunnelStep = Readonly<{
  now: Tally;
  previous: Tally;
  yearAgo: Tally;
  sincePrevious: ShareDifference | null;
  sinceYearAgo: ShareDifference | null;
}>;

export type FunnelAnswer = Readonly<{
  way: FunnelQuestion['way'];
  matureDays: number;
  /** 0: the cohort is the period's own; else the period is too young, and it is that many periods earlier. */
  periodsBack: number;
  now: Cohort;
  previous: Cohort;
  yearAgo: Cohort;
  pipeline: Stage['pipeline'] | null;
  pipelines: readonly Stage['pipeline'][];
  /** Deals created, by outcome; `reached`: won. */
  deals: FunnelStep;
  steps: readonly Readonly<{ stage: Stage; next: string | null } & FunnelStep>[];
  /** Deals of the cohort without stage history; they are in `deals`, not in the steps. */
  withoutHistory: number;
  /** Leads judged valid, turned into an opportunity, won; null where the filters do not reach leads. */
  leads: readonly FunnelStep[] | null;
  weakest: Readonly<{ against: 'previous' | 'year_ago' } & WeakestLink> | null;
  /** Where the chosen reps or teams are furthest behind the rest of the same cohort; null without such a choice. */
  behindOthers: BehindOthers | null;
}>;

/** What became of those that came in together: stage by stage, with what is still open, beside two earlier cohorts of the same age. */
export async function funnel(asking: Asking, question: FunnelQuestion): Promise<FunnelAnswer> {
  const { matureDays, way, period } = question;
  const planned = await plannedQuestion(asking, { measures: ['win_rate_cohort'], period, where: question.where });
  const cohorts = cohortsOf(planned.period.range, planned.clock.knownBefore, matureDays);
  const stages = await stagesIn(asking);
  const pipelines = [...new Map(stages.map((stage) => [stage.pipeline.id, stage.pipeline])).values()];
  const own = { cohort: cohorts.now, where: question.where, matureDays };
  const pipeline = pipelines.find(({ id }) => id === question.pipeline) ?? (await mostUsed(asking, own, pipelines));
  const where = within(question.where, pipeline);
  const [now, previous, yearAgo, leads, everyone] = await Promise.all([
    dealsOf(asking, { cohort: cohorts.now, where, matureDays }),
    dealsOf(asking, { cohort: cohorts.previous, where, matureDays }),
    dealsOf(asking, { cohort: cohorts.yearAgo, where, matureDays }),
    leadSteps(asking, question, cohorts),
    isOfPeople(where)
      ? stageTallies(asking, { cohort: cohorts.now, where: where?.filter((each) => !namesPeople(each)), matureDays })
      : null,
  ]);
  const passed = stages.filter((stage) => stage.pipeline.id === pipeline?.id && stage.rank !== null);
  return {
    way,
    matureDays,
    ...cohorts,
    pipeline,
    pipelines,
    deals: stepOf(now.all, previous.all, yearAgo.all),
    steps: passed.map((stage, index) => ({
      stage,
      next: passed[index + 1]?.name ?? null,
      ...stepOf(
        totalOf(now.tallies, stage.id, way),
        totalOf(previous.tallies, stage.id, way),
        totalOf(yearAgo.tallies, stage.id, way),
      ),
    })),
    withoutHistory: now.withoutHistory,
    leads,
    weakest: weakestOf({ now: now.tallies, previous: previous.tallies, yearAgo: yearAgo.tallies }, way),
    behindOthers: everyone && behindOthers(now.tallies, everyone, way),
  };
}

type Three<T> = Readonly<{ now: T; previous: T; yearAgo: T }>;

function weakestOf(tallies: Three<readonly StageTally[]>, way: FunnelQuestion['way']): FunnelAnswer['weakest'] {
  const previous = weakestLink(tallies.now, tallies.previous, way);
  if (previous) return { against: 'previous', ...previous };
  const yearAgo = weakestLink(tallies.now, tallies.yearAgo, way);
  return yearAgo && { against: 'year_ago', ...yearAgo };
}

async function dealsOf(asking: Asking, question: CohortQuestion) {
  const [tallies, outcomes] = await Promise.all([stageTallies(asking, question), outcomeTallies(asking, question)]);
  return {
    tallies,
    all: summed(outcomes.map(({ tally }) => tally)),
    withoutHistory: summed(outcomes.filter(({ hasHistory }) => !hasHistory).map(({ tally }) => tally)).n,
  };
}

async function leadSteps(
  asking: Asking,
  { where, matureDays }: FunnelQuestion,
  { now, previous, yearAgo }: Three<Cohort>,
): Promise<readonly FunnelStep[] | null> {
  if (!reachesLeads(where)) return null;
  const [own, before, year] = await Promise.all(
    [now, previous, yearAgo].map((cohort) => leadTallies(asking, { cohort, where, matureDays })),
  );
  return (own ?? []).map((tally, index) => stepOf(tally, before?.[index] ?? none, year?.[index] ?? none));
}

const none = summed([]);

/** Whether leads know what the filters ask for: a lead has no product yet. */
function reachesLeads(where: Question['where']): boolean {
  const measure = catalogue.measures.get('lead_conversion_rate');
  const legal = new Set(measure ? legalDimensions(catalogue, measure).map(({ id }) => id) : []);
  return (where ?? []).every(({ field }) => legal.has(field) || legal.has(field.replace(/_key$/, '')));
}

function stepOf(now: Tally, previous: Tally, yearAgo: Tally): FunnelStep {
  return {
    now,
    previous,
    yearAgo,
    sincePrevious: tallyDifference(now, previous),
    sinceYearAgo: tallyDifference(now, yearAgo),
  };
}

type Filter = NonNullable<Question['where']>[number];

function isOfPeople(where: Question['where']): boolean {
  return where?.some(namesPeople) ?? false;
}

function namesPeople({ field }: Filter): boolean {
  return ['rep', 'rep_key', 'team', 'team_key'].includes(field);
}

/** The pipeline that most deals of the cohort are in. */
async function mostUsed(
  asking: Asking,
  question: CohortQuestion,
  pipelines: FunnelAnswer['pipelines'],
): Promise<FunnelAnswer['pipeline']> {
  if (pipelines.length < 2) return pipelines[0] ?? null;
  const found = await outcomeTallies(asking, question);
  const countOf = ({ id }: Stage['pipeline']) =>
    summed(found.filter(({ pipelineId }) => pipelineId === id).map(({ tally }) => tally)).n;
  return pipelines.toSorted((left, right) => countOf(right) - countOf(left))[0] ?? null;
}

function within(where: Question['where'], pipeline: Stage['pipeline'] | null): Question['where'] {
  return pipeline ? [...(where ?? []), { field: 'pipeline_key', op: 'in', values: [pipeline.id] }] : where;
}
