import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Day, DayRange } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { historyTables, type KnownThen, landmarkAges, soFarRows, unitRows, unitTables } from './close-history-sql.ts';

/**
 * How deals that reached an age fared: won of how many, recent ones weighing more; how many these are plainly; and how long it
 * still took the won ones, rising.
 */
type Landmark = Readonly<{ n: number; won: number; deals: number; wins: number; days: readonly number[] }>;

/** What deals were worth when they came, and what of it was won, at its last amount. */
type Valued = Readonly<{ n: number; won: number; wins: number; came: number; wonValue: number }>;

/** What history says about open deals as of a day. Stage `` is "since creation, whatever the stage". */
export type CloseHistory = Readonly<{
  /** The key is `stage age`. */
  landmarks: ReadonlyMap<string, Landmark>;
  /** By stage; `` is all stages. */
  values: ReadonlyMap<string, Valued>;
  /** Deals of the last two years that were won, however long it took. */
  wins: number;
  wonSoFar: number;
  wonDeals: number;
  /** What deals created within a stretch as long as what is left brought within it, for past stretches. */
  fresh: readonly number[];
  /** Deals are followed for so many days: longer than what is left, because an open deal may be past its last landmark. */
  followDays: number;
}>;

export type Stretch = Readonly<{ period: DayRange; asOf: Day; daysLeft: number }>;

/** How far an open deal may be past its last landmark, as a rule. */
const pastLandmarkDays = 15;

/** Learns from the two years before the end of a day how open deals fare, and what the period brought so far. */
export async function closeHistory(asking: Asking, where: KnownThen['where'], stretch: Stretch): Promise<CloseHistory> {
  const { period, asOf, daysLeft } = stretch;
  const followDays = Math.max(daysLeft, 0) + pastLandmarkDays;
  const rows = await runOverRows(
    asking,
    historyTables({ asOf, where }),
    sql`, ${unitTables(asOf, followDays)}
      ${unitRows}
      union all ${soFarRows(period, asOf, daysLeft)}
      order by 1, 2, 3, 4`,
  );
  const of = (kind: string) => rows.filter((row) => row[0] === kind);
  const units = of('unit').map(unitOf);
  const [won] = of('won');
  return {
    landmarks: landmarksOf(units, followDays),
    values: valuesOf(units),
    wins: units.reduce((sum, { stage, wonDays, n }) => sum + (stage === '' && wonDays !== null ? n : 0), 0),
    wonDeals: Number(won?.[4] ?? 0),
    wonSoFar: Number(won?.[6] ?? 0),
    followDays,
    fresh: of('fresh').map((row) => Number(row[6])),
  };
}

/** Units alike: their stage, how many landmarks they reached, and after how many days they were won, if they were. */
type Units = Readonly<{
  stage: string;
  marks: number;
  wonDays: number | null;
  n: number;
  weight: number;
  came: number;
  won: number;
}>;

function unitOf([, stage, marks, wonDays, n, weight, came, won]: readonly unknown[]): Units {
  return {
    stage: stage === null ? '' : String(stage),
    marks: Number(marks),
    wonDays: wonDays === null ? null : Number(wonDays),
    n: Number(n),
    weight: Number(weight),
    came: Number(came),
    won: Number(won),
  };
}

type Draft = { n: number; won: number; deals: number; wins: number; at: Map<number, number> };

function landmarksOf(units: readonly Units[], followDays: number): ReadonlyMap<string, Landmark> {
  const drafts = new Map<string, Draft>();
  for (const { stage, marks, wonDays, n, weight } of units) {
    for (const age of landmarkAges.slice(0, marks)) {
      const key = landmarkKey(stage, age);
      const draft = drafts.get(key) ?? { n: 0, won: 0, deals: 0, wins: 0, at: new Map<number, number>() };
      drafts.set(key, draft);
      draft.n += weight;
      draft.deals += n;
      if (wonDays === null || wonDays - age > followDays) continue;
      draft.won += weight;
      draft.wins += n;
      draft.at.set(wonDays - age, (draft.at.get(wonDays - age) ?? 0) + weight);
    }
  }
  return new Map([...drafts].map(([key, { at, ...draft }]) => [key, { ...draft, days: spread(at, draft) }]));
}

const fewestDays = 20;
const mostDays = 200;

/** The days of wins, rising, as 20 to 200 quantiles; none when there is no win. */
function spread(at: ReadonlyMap<number, number>, { won, wins }: Pick<Draft, 'won' | 'wins'>): readonly number[] {
  const rising = [...at].toSorted(([left], [right]) => left - right);
  const size = wins === 0 ? 0 : Math.min(Math.max(wins, fewestDays), mostDays);
  const days: number[] = [];
  let passed = 0;
  for (const [day, n] of rising) {
    passed += n;
    while (days.length < size && ((days.length + 0.5) / size) * won <= passed) days.push(day);
  }
  return days;
}

function valuesOf(units: readonly Units[]): ReadonlyMap<string, Valued> {
  const values = new Map<string, { n: number; won: number; wins: number; came: number; wonValue: number }>();
  const add = (stage: string, { n, weight, wonDays, came, won }: Units) => {
    const value = values.get(stage) ?? { n: 0, won: 0, wins: 0, came: 0, wonValue: 0 };
    values.set(stage, value);
    value.n += weight;
    value.won += wonDays === null ? 0 : weight;
    value.wins += wonDays === null ? 0 : n;
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
