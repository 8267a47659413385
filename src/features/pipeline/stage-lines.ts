import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { addDays, type Day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { StuckOptions } from './stuck-question.ts';

/** From how many days on a stay is too long in a stage, and what that rests on; `days` null: nobody can say. */
export type StageLine = Readonly<{
  stageId: string;
  stage: string;
  pipelineId: string;
  days: number | null;
  /** Finished stays of won deals: of this stage, or of its pipeline when `basis` says so. */
  n: number;
  basis: 'stage' | 'pipeline' | 'configured' | 'none';
}>;

/**
 * The line of every open stage: the given share of the stays of deals won in the 12 months before `asOf` were no longer. Of the
 * whole workspace whoever asks and whatever is filtered: one deal is not stuck for one reader and fine for another, and what is
 * stuck adds up over teams.
 */
export async function stageLines(
  asking: Asking,
  asOf: Day,
  { share, minWon }: Pick<StuckOptions, 'share' | 'minWon'>,
): Promise<readonly StageLine[]> {
  const [stages, found] = await Promise.all([openStages(asking), wonStays(asking, asOf, share)]);
  return stages.map(({ stageId, stage, pipelineId, limitDays }): StageLine => {
    const own = found.get(`${pipelineId} ${stageId}`);
    const pipeline = found.get(pipelineId);
    const named = { stageId, stage, pipelineId };
    if (own && own.n >= minWon) return { ...named, ...own, basis: 'stage' };
    if (pipeline && pipeline.n >= minWon) return { ...named, ...pipeline, basis: 'pipeline' };
    return { ...named, days: limitDays, n: own?.n ?? 0, basis: limitDays === null ? 'none' : 'configured' };
  });
}

async function openStages({ replica }: Asking) {
  const { rows } = await replica.run(sql`
    select id, name, pipeline_id, dwell_limit_days from stage where kind = 'open' order by pipeline_id, position, id`);
  return rows.map(([id, name, pipelineId, limit]) => ({
    stageId: String(id),
    stage: String(name),
    pipelineId: String(pipelineId),
    limitDays: limit === null ? null : Number(limit),
  }));
}

type Won = Readonly<{ n: number; days: number }>;

/** Stays are looked for this far back: whoever stays longer is no yardstick. */
const historyDays = 1826;

async function wonStays(asking: Asking, asOf: Day, share: number): Promise<ReadonlyMap<string, Won>> {
  const known = addDays(asOf, -1);
  const rows = await runOverRows(
    { ...asking, scope: { kind: 'all' } },
    [
      {
        name: 'stays',
        question: {
          measures: ['stage_entries'],
          period: { from: addDays(asOf, -historyDays), before: asOf },
          asOf: known,
        },
        columns:
          'f.opportunity_id, f.pipeline_id, f.stage_id, f.left_on - f.entered_on as days, f.left_on < :as_of as ended',
      },
      {
        name: 'wins',
        question: { measures: ['won_deals'], period: { from: addDays(asOf, -365), before: asOf }, asOf: known },
        columns: 'f.opportunity_id',
      },
    ],
    sql`
      select pipeline_id, stage_id, count(*), quantile_disc(days, ${share}::double)
      from stays semi join wins using (opportunity_id)
      where ended
      group by grouping sets ((pipeline_id, stage_id), (pipeline_id))`,
  );
  return new Map(
    rows.map(([pipelineId, stageId, n, days]) => [
      stageId === null ? String(pipelineId) : `${pipelineId} ${stageId}`,
      { n: Number(n), days: Number(days) },
    ]),
  );
}
