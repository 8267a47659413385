import { amountDrop } from '#stats/amount-drop.ts';
import { expectedAmount } from '#stats/gamma-gamma.ts';
import { rhythmOfGaps } from '#stats/recency-rhythm.ts';
import { buyingForecast } from './buying-forecast.ts';
import { type ChurnFigures, recentDays } from './churn-figures.ts';
import { historyOf, type WarningModel, weeks } from './churn-models.ts';

/** How urgent a warning is. */
export const churnLevels = ['high', 'medium', 'low'] as const;

export type ChurnLevel = (typeof churnLevels)[number];

/** What is seen in a customer; `level` null: no warning. */
export type Judgement = Readonly<{
  level: ChurnLevel | null;
  /** No order for a year: lost already, no warning any more. */
  isGone: boolean;
  isSilent: boolean;
  /** The change of the last 90 days against the own norm, where it is a fall of a half or more. */
  fall: number | null;
  thresholdDays: number | null;
  medianGapDays: number | null;
  /** P(alive); null without a model. */
  alive: number | null;
  /** Days with an order to expect in the next 90 days; null without a model. */
  expectedOrders: number | null;
  /** What the customer would bring in a year if it stayed; where only its amount fell, what is missing to the norm in a year. */
  atRisk: number;
}>;

/** After so long without an order a customer is lost, not at risk. */
const goneAfterDays = 365;

/** Below, a customer is more likely gone than not. */
const unlikelyBelow = 0.5;

/** A fall by this share of the own norm is a warning; single orders vary too much for less. */
export const fallFrom = 0.5;

const urgentFactor = 1.5;
const yearDays = 365;

/**
 * Judges a customer (METRICS 32). With a model: high when the silence exceeds the own rhythm *and* P(alive) is below a half, medium
 * when one of them holds (the model's of who bought twice), low when the amount fell or a one-time buyer is likely gone. By the rule
 * alone: high when the silence is 1.5 times the limit, medium when it exceeds it, low when the amount fell.
 */
export function judgeCustomer(figures: ChurnFigures, model: WarningModel | null): Judgement {
  const rhythm = rhythmOfGaps(figures);
  const [isSilent, thresholdDays] = rhythm.kind === 'rhythm' ? [rhythm.isSilent, rhythm.thresholdDays] : [false, null];
  const fall = fallOf(figures);
  const isGone = figures.silentDays > goneAfterDays;
  const expected = model ? expectations(figures, model) : null;
  const alive = expected?.alive ?? null;
  const isUrgent = thresholdDays !== null && figures.silentDays > urgentFactor * thresholdDays;
  const level = isGone
    ? null
    : levelOf({ isSilent, isUrgent, isDown: fall !== null, isRepeat: figures.orderDays > 1, alive });
  const yearIfKept = expected?.yearIfKept ?? figures.lastYear;
  return {
    level,
    isGone,
    isSilent,
    fall,
    thresholdDays,
    medianGapDays: figures.medianGapDays,
    alive,
    expectedOrders: expected?.orders ?? null,
    atRisk: Math.max(0, level === 'low' && fall !== null ? missingInYear(figures) : yearIfKept),
  };
}

type Signs = Readonly<{
  isSilent: boolean;
  isUrgent: boolean;
  isDown: boolean;
  isRepeat: boolean;
  alive: number | null;
}>;

function levelOf({ isSilent, isUrgent, isDown, isRepeat, alive }: Signs): ChurnLevel | null {
  const isUnlikely = alive !== null && alive < unlikelyBelow;
  if (isSilent && (alive === null ? isUrgent : isUnlikely)) return 'high';
  if (isSilent || (isUnlikely && isRepeat)) return 'medium';
  return isDown || isUnlikely ? 'low' : null;
}

function missingInYear({ recent, norm }: ChurnFigures): number {
  return norm - (recent * yearDays) / recentDays;
}

/** The rule needs the customer's sums only, so the recent and the earlier ones stand for the single amounts. */
function fallOf({ knownDays, recent, norm }: ChurnFigures): number | null {
  const today = knownDays;
  const amounts = [
    { day: 0, amount: 0 },
    { day: today - recentDays, amount: norm },
    { day: today, amount: recent },
  ];
  const found = amountDrop(amounts, today, { recentDays, drop: fallFrom });
  return found.kind === 'amounts' && found.isDown ? found.change : null;
}

/** P(alive), orders of the next 90 days, and revenue of a year if the customer stays: expected orders × expected value. */
function expectations(figures: ChurnFigures, { buying, spending }: WarningModel) {
  const history = historyOf(figures);
  const forecast = buyingForecast(buying);
  const alive = forecast.alive(history);
  const yearOrders = forecast.purchases(history, weeks(yearDays)) / alive;
  // The first order counts too: of a one-time buyer it is all there is.
  const bought = { purchases: figures.orderDays, amount: Math.max(0, figures.meanAmount) };
  const amount = (spending && expectedAmount(spending, bought)) ?? figures.meanAmount;
  return {
    alive,
    orders: forecast.purchases(history, weeks(recentDays)),
    yearIfKept: Number.isFinite(yearOrders) ? yearOrders * amount : 0,
  };
}
