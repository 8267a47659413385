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

/** How many deals a wider rate counts for against a narrower one; fewer wins than these teach nothing, fewer timed ones no time. */
const priorDeals = 20;
const fewestWins = 20;
const fewestTimed = 5;

/**
 * Open deals with their probability of being won while they are followed, and the days that won ones like them still took. By
 * stage and age in it; a rate of few deals is drawn towards its stage's, and that towards all stages' (each counts as 20 deals);
 * times of fewer than 5 wins are those of an earlier age, else of all deals since creation, else any day alike. Null when
 * history has fewer than 20 wins.
 */
export function openChances(history: CloseHistory, deals: readonly Standing[]): readonly OpenDeal[] | null {
  if (history.wins < fewestWins) return null;
  const ofStages = rateOver(history, (key) => key.endsWith(' 0') && key !== landmarkKey('', 0));
  const ofAll = rateOver(history, (key) => key === landmarkKey('', 0));
  return deals.map((deal) => {
    const stage = deal.stage !== null && deal.stageDays !== null ? deal.stage : '';
    const days = Math.max(0, (stage === '' ? deal.ageDays : deal.stageDays) ?? 0);
    return {
      amount: deal.amount * keptShare(history, stage),
      winProbability: shrunkRate(history, { stage, days }, stage === '' ? ofAll : ofStages),
      ...timesFor(history, deal, { stage, days }),
    };
  });
}

function rateOver({ landmarks }: CloseHistory, isMeant: (key: string) => boolean): number {
  const meant = [...landmarks].filter(([key]) => isMeant(key)).map(([, mark]) => mark);
  const n = meant.reduce((sum, mark) => sum + mark.n, 0);
  return n === 0 ? 0 : meant.reduce((sum, mark) => sum + mark.won, 0) / n;
}

type Place = Readonly<{ stage: string; days: number }>;

function shrunkRate({ landmarks }: CloseHistory, { stage, days }: Place, wide: number): number {
  const drawn = (prior: number, age: number) => {
    const { n, won } = landmarks.get(landmarkKey(stage, age)) ?? { n: 0, won: 0 };
    return (won + priorDeals * prior) / (n + priorDeals);
  };
  const ofStage = drawn(wide, 0);
  const age = landmarkBefore(days);
  return age === 0 ? ofStage : drawn(ofStage, age);
}

/**
 * How much of its amount a deal of the stage is worth in wins: large deals are won less often, and prices are cut on the way.
 * The share of value won over the share of deals won; 1 where fewer than 20 wins tell.
 */
function keptShare({ values }: CloseHistory, stage: string): number {
  const own = values.get(stage);
  const known = own && own.wins >= fewestWins ? own : values.get('');
  if (!known || known.wins < fewestWins || known.came === 0) return 1;
  return known.wonValue / known.came / (known.won / known.n);
}

/** The times of the last landmark passed that rest on some wins, in the stage, else since creation; and how far into them the deal is. */
function timesFor(
  history: CloseHistory,
  deal: Standing,
  { stage, days }: Place,
): Pick<OpenDeal, 'ageDays' | 'cycleDays'> {
  const inStage = stage === '' ? null : lastTimed(history, stage, days);
  const age = deal.ageDays ?? days;
  const found = inStage ?? lastTimed(history, '', age);
  if (!found) return { ageDays: 0, cycleDays: anyDay(history.followDays) };
  return { ageDays: (inStage ? days : age) - found.age, cycleDays: found.days };
}

function lastTimed({ landmarks }: CloseHistory, stage: string, days: number) {
  for (const age of landmarkAges.toReversed()) {
    const mark = age <= Math.max(0, days) ? landmarks.get(landmarkKey(stage, age)) : undefined;
    if (mark && mark.wins >= fewestTimed) return { age, days: mark.days };
  }
  return null;
}

function anyDay(followDays: number): readonly number[] {
  return Array.from({ length: 20 }, (_, index) => ((index + 1) * followDays) / 20);
}
