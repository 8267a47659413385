import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { addDays } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { OpenDeal } from '#stats/close-forecast.ts';
import { type CloseHistory, landmarkBefore, landmarkKey } from './close-history.ts';
import { type KnownThen, landmarkAges } from './close-history-sql.ts';

/** An open deal as a forecast sees it: where it stands and since when, in days; null where nobody knows. */
export type Standing = Readonly<{
  stage: string | null;
  stageDays: number | null;
  ageDays: number | null;
  amount: number;
}>;

/** Deals that were open at the end of a day. */
export async function standingDeals(asking: Asking, { asOf, where }: KnownThen): Promise<readonly Standing[]> {
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'standing',
        question: { measures: ['opportunities_open'], period: { from: asOf, before: addDays(asOf, 1) }, where, asOf },
        columns: `if(f.has_stage_history, f.stage_id, null) as stage_id, f.stage_on, f.status_on, f.created_on, f.amount, :as_of - 1 as today`,
      },
    ],
    sql`select stage_id, today - greatest(stage_on, status_on), today - created_on, cast(coalesce(amount, 0) as double) from standing`,
  );
  return rows.map(([stage, stageDays, ageDays, amount]) => ({
    stage: stage === null ? null : String(stage),
    stageDays: stageDays === null ? null : Number(stageDays),
    ageDays: ageDays === null ? null : Number(ageDays),
    amount: Number(amount),
  }));
}

/** How many deals a wider rate counts for against a narrower one, and fewer wins than these say nothing about time. */
const priorDeals = 20;
const fewestWins = 20;

/**
 * Open deals with their probability of being won at all and the days that won ones like them still took. By stage and age in
 * it; a rate of few deals is drawn towards its stage's, and that towards all deals' (each counts as 20 deals); times of fewer
 * than 20 wins are those of an earlier age, else of all deals since creation. Null when even these are fewer than 20.
 */
export function openChances(history: CloseHistory, deals: readonly Standing[]): readonly OpenDeal[] | null {
  if ((history.landmarks.get(landmarkKey('', 0))?.won ?? 0) < fewestWins) return null;
  return deals.map((deal) => {
    const stage = deal.stage !== null && deal.stageDays !== null ? deal.stage : '';
    const days = Math.max(0, (stage === '' ? deal.ageDays : deal.stageDays) ?? 0);
    const rate = shrunkRate(history, stage, landmarkBefore(days));
    return {
      amount: deal.amount * keptShare(history, stage),
      winProbability: rate,
      ...timesFor(history, deal, { stage, days }),
    };
  });
}

function shrunkRate({ landmarks }: CloseHistory, stage: string, age: number): number {
  const drawn = (prior: number, key: string) => {
    const { n, won } = landmarks.get(key) ?? { n: 0, won: 0 };
    return (won + priorDeals * prior) / (n + priorDeals);
  };
  const all = landmarks.get(landmarkKey('', 0));
  const base = all && all.n > 0 ? all.won / all.n : 0;
  const ofStage = stage === '' ? base : drawn(base, landmarkKey(stage, 0));
  return age === 0 ? ofStage : drawn(ofStage, landmarkKey(stage, age));
}

/**
 * How much of its amount a deal of the stage is worth in wins: large deals are won less often, and prices are cut on the way.
 * The share of value won over the share of deals won; 1 where fewer than 20 wins tell.
 */
function keptShare({ values }: CloseHistory, stage: string): number {
  const own = values.get(stage);
  const known = own && own.won >= fewestWins ? own : values.get('');
  if (!known || known.won < fewestWins || known.came === 0) return 1;
  return known.wonValue / known.came / (known.won / known.n);
}

type Place = Readonly<{ stage: string; days: number }>;

/** The times of the last landmark passed that rest on 20 wins, in the stage, else since creation; and how far into them the deal is. */
function timesFor(
  history: CloseHistory,
  deal: Standing,
  { stage, days }: Place,
): Pick<OpenDeal, 'ageDays' | 'cycleDays'> {
  const inStage = stage === '' ? null : lastTimed(history, stage, days);
  const age = deal.ageDays ?? days;
  const found = inStage ?? lastTimed(history, '', age);
  return { ageDays: (inStage ? days : age) - (found?.age ?? 0), cycleDays: found?.days ?? [] };
}

function lastTimed({ landmarks }: CloseHistory, stage: string, days: number) {
  for (const age of landmarkAges.toReversed()) {
    const mark = age <= Math.max(0, days) ? landmarks.get(landmarkKey(stage, age)) : undefined;
    if (mark && mark.won >= fewestWins) return { age, days: mark.days };
  }
  return null;
}
