import { epochDay } from '#shared/day.ts';
import { lostReasons, lostReasonWeights, rivals } from './assortment.ts';
import { dayOf, type Moment, moment, workMinute, workMomentAfter } from './moment.ts';
import type { Chance } from './random.ts';
import type { EventKind, StageRow } from './rows.ts';
import type { Season } from './season.ts';
import type { Trouble } from './trouble.ts';

/** What one event changes about a deal. Amounts in yuan. */
export type DealChange = Readonly<{
  at: Moment;
  kind: EventKind;
  status?: StageRow['kind'];
  stageId?: string;
  ownerId?: string;
  amount?: number;
  /** Days since 1970-01-01. */
  expected?: number;
  lostReason?: string;
  competitor?: string;
  note?: string;
}>;

/** What the life of a deal depends on. `strength`: factor on the chance to pass each stage. */
export type DealStart = Readonly<{
  at: Moment;
  amount: number;
  ownerId: string;
  strength: number;
  season: Season;
  trouble: Trouble;
}>;

const stageIds = ['s1', 's2', 's3', 's4'] as const;
const dwellMedian = [8, 12, 15, 14] as const;
const passes = [0.665, 0.69, 0.69, 0.71] as const;
const disqualifies = [0.42, 0.2, 0.06, 0.03] as const;
const negotiation = 3;

type Life = {
  at: Moment;
  stage: number;
  amount: number;
  expected: number;
  wasReopened: boolean;
  readonly changes: DealChange[];
};

/** The whole life of a deal, its future included, in the order in which things happen. */
export function dealLife(start: DealStart, by: Chance): readonly DealChange[] {
  const expected = start.season.workday(dayOf(start.at) + Math.round(by.logNormal(52, 0.4)));
  const life: Life = { at: start.at, stage: 0, amount: start.amount, expected, wasReopened: false, changes: [] };
  const born = {
    at: start.at,
    status: 'open',
    stageId: 's1',
    ownerId: start.ownerId,
    amount: start.amount,
    expected,
  } as const;
  life.changes.push({ ...born, kind: 'created' }, { at: start.at, kind: 'stage' });
  while (liveStage(life, start, by));
  return life.changes;
}

/** One visit of a stage and what ends it; false when the deal is closed for good. */
function liveStage(life: Life, start: DealStart, by: Chance): boolean {
  const isStuck =
    life.stage === negotiation && dayOf(life.at) >= epochDay(start.trouble.pricesFrom) && by.happens(0.65);
  const dwell = by.logNormal(dwellMedian[life.stage] ?? 10, 0.75) * (isStuck ? 3.4 : 1);
  const leaves = workMomentAfter(life.at, dwell, { chance: by, season: start.season });
  if (isStuck) concede(life, leaves, start, by);
  pushExpectedClose(life, leaves, start, by);
  life.at = leaves;
  if (life.stage > 0 && by.happens(0.03)) return enter(life, life.stage - 1, by);
  if (by.happens((passes[life.stage] ?? 0) * start.strength * (isStuck ? 0.42 : 1))) {
    if (life.stage < negotiation) return enter(life, life.stage + 1, by);
    life.changes.push({ at: life.at, kind: 'won', status: 'won', stageId: 'won' });
    return false;
  }
  return fail(life, isStuck, start, by);
}

function enter(life: Life, stage: number, by: Chance): true {
  const isForward = stage > life.stage;
  life.stage = stage;
  const stageId = stageIds[stage] ?? 's1';
  life.changes.push({ at: life.at, kind: 'stage', stageId });
  if (isForward && stage === 2 && by.happens(0.6)) changeAmount(life, by.between(0.72, 1.34));
  if (isForward && stage === 3 && by.happens(0.45)) changeAmount(life, by.between(0.88, 0.98));
  return true;
}

function changeAmount(
  life: Life,
  factor: number,
  at = life.at,
  words: Readonly<{ competitor?: string; note?: string }> = {},
): void {
  life.amount = Math.max(2_000, Math.round((life.amount * factor) / 100) * 100);
  life.changes.push({ at, kind: 'amount', amount: life.amount, ...words });
}

/** A deal stuck over the price: the buyer names a rival, the rep gives way twice. */
function concede(life: Life, leaves: Moment, start: DealStart, by: Chance): void {
  for (const [share, note] of [
    [0.3, '客户拿竞品报价要求降价'],
    [0.65, '价格仍未谈拢，客户要求再让'],
  ] as const) {
    const days = ((leaves - life.at) / 1_440) * share;
    const at = workMomentAfter(life.at, days, { chance: by, season: start.season });
    if (at < leaves) changeAmount(life, by.between(0.93, 0.975), at, { competitor: rivals[0], note });
  }
}

/** Most reps move an expected close that has passed; one in eight leaves it standing. */
function pushExpectedClose(life: Life, leaves: Moment, start: DealStart, by: Chance): void {
  while (life.expected < dayOf(leaves) && by.happens(0.88)) {
    const at = moment(
      start.season.workday(Math.max(life.expected - by.whole(-1, 4), dayOf(life.at) + 1)),
      workMinute(by),
    );
    if (at >= leaves) return;
    life.expected = start.season.workday(Math.max(life.expected, dayOf(at)) + by.whole(14, 45));
    life.changes.push({ at, kind: 'expected_close', expected: life.expected });
  }
}

function fail(life: Life, isStuck: boolean, start: DealStart, by: Chance): boolean {
  const at = life.at;
  if (by.happens(disqualifies[life.stage] ?? 0)) {
    life.changes.push({ at, kind: 'disqualified', status: 'disqualified', stageId: 'invalid' });
    return false;
  }
  const lostReason = isStuck && by.happens(0.86) ? '价格' : by.weighted(lostReasons, lostReasonWeights);
  const rival = isStuck ? rivals[0] : by.pick(rivals);
  const toRival = lostReason === '选择竞品' || (lostReason === '价格' && by.happens(0.7));
  life.changes.push({
    at,
    kind: 'lost',
    status: 'lost',
    stageId: 'lost',
    lostReason,
    ...(toRival ? { competitor: rival } : {}),
  });
  if (life.wasReopened || !by.happens(0.03)) return false;
  life.wasReopened = true;
  life.stage = 2;
  life.at = workMomentAfter(at, by.whole(20, 60), { chance: by, season: start.season });
  life.expected = start.season.workday(dayOf(life.at) + by.whole(25, 50));
  life.changes.push({ at: life.at, kind: 'reopened', status: 'open', stageId: 's3', expected: life.expected });
  return true;
}
