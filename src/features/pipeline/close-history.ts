import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Day, DayRange } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import {
  historyTables,
  horizonTable,
  type KnownThen,
  landmarkAges,
  soFarRows,
  unitRows,
  unitTables,
} from './close-history-sql.ts';

/** How deals that reached an age fared: won of how many, and how long it still took the won ones, rising, at most 200 of them. */
type Landmark = Readonly<{ n: number; won: number; days: readonly number[] }>;

/** What deals were worth when they came, and what of it was won, at its last amount. */
type Valued = Readonly<{ n: number; won: number; came: number; wonValue: number }>;

/** What history says about open deals as of a day. Stage `` is "since creation, whatever the stage". */
export type CloseHistory = Readonly<{
  /** The key is `stage age`. */
  landmarks: ReadonlyMap<string, Landmark>;
  /** By stage; `` is all stages. */
  values: ReadonlyMap<string, Valued>;
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
    sql`, ${horizonTable}, ${unitTables(asOf)}
      ${unitRows}
      union all ${soFarRows(period, asOf, daysLeft)}
      order by 1, 2, 3, 4`,
  );
  const of = (kind: string) => rows.filter((row) => row[0] === kind);
  const units = of('unit').map(unitOf);
  const [won] = of('won');
  return {
    landmarks: landmarksOf(units),
    values: valuesOf(units),
    wonDeals: Number(won?.[4] ?? 0),
    wonSoFar: Number(won?.[5] ?? 0),
    horizonDays: Number(of('horizon')[0]?.[4] ?? 0),
    fresh: of('fresh').map((row) => Number(row[5])),
  };
}

/** Units alike: their stage, how many landmarks they reached, and after how many days they were won, if they were. */
type Units = Readonly<{ stage: string; marks: number; wonDays: number | null; n: number; came: number; won: number }>;

function unitOf([, stage, marks, wonDays, n, came, won]: readonly unknown[]): Units {
  return {
    stage: stage === null ? '' : String(stage),
    marks: Number(marks),
    wonDays: wonDays === null ? null : Number(wonDays),
    n: Number(n),
    came: Number(came),
    won: Number(won),
  };
}

type Draft = { n: number; won: number; at: Map<number, number> };

function landmarksOf(units: readonly Units[]): ReadonlyMap<string, Landmark> {
  const drafts = new Map<string, Draft>();
  for (const { stage, marks, wonDays, n } of units) {
    for (const age of landmarkAges.slice(0, marks)) {
      const key = landmarkKey(stage, age);
      const draft = drafts.get(key) ?? { n: 0, won: 0, at: new Map<number, number>() };
      drafts.set(key, draft);
      draft.n += n;
      if (wonDays === null) continue;
      draft.won += n;
      draft.at.set(wonDays - age, (draft.at.get(wonDays - age) ?? 0) + n);
    }
  }
  return new Map([...drafts].map(([key, { n, won, at }]) => [key, { n, won, days: spread(at, won) }]));
}

const mostDays = 200;

/** The days of wins, rising; of more than 200 as many quantiles. */
function spread(at: ReadonlyMap<number, number>, won: number): readonly number[] {
  const rising = [...at].toSorted(([left], [right]) => left - right);
  const size = Math.min(won, mostDays);
  const days: number[] = [];
  let passed = 0;
  for (const [day, n] of rising) {
    passed += n;
    while (days.length < size && ((days.length + 0.5) / size) * won <= passed) days.push(day);
  }
  return days;
}

function valuesOf(units: readonly Units[]): ReadonlyMap<string, Valued> {
  const values = new Map<string, { n: number; won: number; came: number; wonValue: number }>();
  const add = (stage: string, { n, wonDays, came, won }: Units) => {
    const value = values.get(stage) ?? { n: 0, won: 0, came: 0, wonValue: 0 };
    values.set(stage, value);
    value.n += n;
    value.won += wonDays === null ? 0 : n;
    value.came += came;
    value.wonValue += won;
  };
  for (const each of units.filter(({ stage }) => stage !== '')) {
    add(each.stage, each);
    add('', each);
  }
  return values;
}

/** The name of a landmark in a history. */
export function landmarkKey(stage: string, age: number): string {
  return `${stage} ${age}`;
}

/** The last landmark that a deal of this age has passed. */
export function landmarkBefore(ageDays: number): number {
  return landmarkAges.findLast((age) => age <= Math.max(0, ageDays)) ?? 0;
}
