import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Day, DayRange } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import {
  historyTables,
  horizonTable,
  judgedTables,
  type KnownThen,
  landmarkAges,
  learntRows,
  soFarRows,
} from './close-history-sql.ts';

/** How deals that reached an age fared: won of how many, and how long it still took the won ones. */
type Landmark = Readonly<{ n: number; won: number; days: readonly number[]; winsTimed: number }> & Valued;

/** What deals were worth when they came, and what of it was won, at its last amount. */
type Valued = Readonly<{ came: number; wonValue: number }>;

/** What history says about open deals as of a day. The key of a landmark is `stage age`; stage `` is "since creation". */
export type CloseHistory = Readonly<{
  landmarks: ReadonlyMap<string, Landmark>;
  wonSoFar: number;
  wonDeals: number;
  /** What deals created within a stretch as long as what is left brought within it, for past stretches. */
  fresh: readonly number[];
  /** Deals younger than this many days teach nothing yet. */
  horizonDays: number;
}>;

export type Stretch = Readonly<{ period: DayRange; asOf: Day; daysLeft: number }>;

/** Learns from the two years before the end of a day how open deals fare, and what the period brought so far. */
export async function closeHistory(asking: Asking, where: KnownThen['where'], stretch: Stretch): Promise<CloseHistory> {
  const { period, asOf, daysLeft } = stretch;
  const rows = await runOverRows(
    asking,
    historyTables({ asOf, where }),
    sql`, ${horizonTable}, ${judgedTables(asOf)}
      ${learntRows}
      union all ${soFarRows(period, asOf, daysLeft)}
      order by 1, 2, 3, 4`,
  );
  return historyOf(rows);
}

type Draft = { n: number; won: number; days: number[]; winsTimed: number; came: number; wonValue: number };

function historyOf(rows: readonly (readonly unknown[])[]): CloseHistory {
  const landmarks = new Map<string, Draft>();
  const found = { wonSoFar: 0, wonDeals: 0, horizonDays: 0, fresh: [] as number[] };
  for (const [kind, stage, age, first, second] of rows) {
    const [x, y] = [Number(first), Number(second)];
    if (kind === 'won') Object.assign(found, { wonSoFar: x, wonDeals: y });
    else if (kind === 'horizon') found.horizonDays = x;
    else if (kind === 'fresh') found.fresh.push(x);
    else addTo(landmarks, landmarkKey(stage === null ? '' : String(stage), Number(age)), { kind, x, y });
  }
  return { landmarks, ...found };
}

function addTo(landmarks: Map<string, Draft>, key: string, { kind, x, y }: { kind: unknown; x: number; y: number }) {
  const mark = landmarks.get(key) ?? { n: 0, won: 0, days: [], winsTimed: 0, came: 0, wonValue: 0 };
  landmarks.set(key, mark);
  if (kind === 'rate') Object.assign(mark, { n: x, won: y });
  else if (kind === 'value') Object.assign(mark, { came: x, wonValue: y });
  else {
    mark.days.push(x);
    mark.winsTimed = y;
  }
}

/** The name of a landmark in a history. */
export function landmarkKey(stage: string, age: number): string {
  return `${stage} ${age}`;
}

/** The last landmark that a deal of this age has passed. */
export function landmarkBefore(ageDays: number): number {
  return landmarkAges.findLast((age) => age <= Math.max(0, ageDays)) ?? 0;
}
