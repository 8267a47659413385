import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';
import type { Interval } from './wilson.ts';

/** Stays in a stage that are alike: how long they have lasted, and whether they are over; one that still lasts is censored. */
export type Stay = Readonly<{
  duration: number;
  ended: boolean;
  /** How many there are; one unless told. */
  count?: number;
}>;

/** What is known from time `at` on: the share of stays that last longer, with a 95 % interval (none once all are over). */
type SurvivalStep = Readonly<{
  at: number;
  atRisk: number;
  ended: number;
  survival: number;
  interval: Interval | null;
}>;

/** The share of stays that last longer than a time, as steps at the times when stays ended; `n` includes the open ones. */
export type SurvivalCurve = Readonly<{ kind: 'curve'; n: number; open: number; steps: readonly SurvivalStep[] }>;

/**
 * How long stays last, with the open ones counted for as long as they are known to have lasted: Kaplan & Meier 1958,
 * variance by Greenwood 1926, 95 % interval on the log(−log) scale (Kalbfleisch & Prentice 2002), which stays in [0, 1].
 * A stay that ends when another is censored is taken to end first. Durations in any one unit; throws RangeError when one is
 * negative or not a number, or a count is no whole number.
 */
export function survivalCurve(stays: readonly Stay[]): SurvivalCurve | NotEnoughData {
  const byDuration = sortedByDuration(stays);
  const n = counted(byDuration);
  if (n === 0) return notEnoughData(1, 0);
  const steps: SurvivalStep[] = [];
  let [survival, greenwood, index, atRisk] = [1, 0, 0, n];
  while (index < byDuration.length) {
    const at = byDuration[index]?.duration ?? 0;
    const first = index;
    while (byDuration[index]?.duration === at) index += 1;
    const alike = byDuration.slice(first, index);
    const ended = counted(alike.filter((stay) => stay.ended));
    if (ended > 0) {
      survival = ended === atRisk ? 0 : survival * (1 - ended / atRisk);
      greenwood += ended / (atRisk * (atRisk - ended));
      steps.push({ at, atRisk, ended, survival, interval: logLogInterval(survival, greenwood) });
    }
    atRisk -= counted(alike);
  }
  return { kind: 'curve', n, open: counted(stays.filter((stay) => !stay.ended)), steps };
}

/** Share of stays that last longer than `time`. */
export function survivalAt(curve: SurvivalCurve, time: number): number {
  return curve.steps.findLast((step) => step.at <= time)?.survival ?? 1;
}

/** When a share of the stays has ended, with a 95 % interval; null where the stays seen do not reach it. */
type SurvivalQuantile = Readonly<{ value: number | null; low: number | null; high: number | null }>;

/** Products of fractions miss a round share by some 1e-16. */
const rounding = 1e-9;

/**
 * The time by which a share `q` of the stays has ended: the first with S(t) ≤ 1 − q. The interval inverts the one of the
 * curve (Brookmeyer & Crowley 1982).
 */
export function survivalQuantile(curve: SurvivalCurve, q: number): SurvivalQuantile {
  const left = 1 - q + rounding;
  const first = (reached: (step: SurvivalStep) => boolean) => curve.steps.find(reached)?.at ?? null;
  return {
    value: first((step) => step.survival <= left),
    low: first((step) => (step.interval?.low ?? 0) <= left),
    high: first((step) => step.interval !== null && step.interval.high <= left),
  };
}

const z95 = 1.959963984540054;

function logLogInterval(survival: number, greenwood: number): Interval | null {
  if (survival === 0) return null;
  const reach = (z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(reach), high: survival ** Math.exp(-reach) };
}

function sortedByDuration(stays: readonly Stay[]): Stay[] {
  const wrong = stays.find((stay) => !(stay.duration >= 0 && stay.duration < Number.POSITIVE_INFINITY));
  if (wrong) throw new RangeError(`a stay cannot last ${wrong.duration}`);
  const fractional = stays.find(({ count = 1 }) => !(Number.isInteger(count) && count >= 0));
  if (fractional) throw new RangeError(`there cannot be ${fractional.count} stays`);
  return stays.toSorted((left, right) => left.duration - right.duration);
}

function counted(stays: readonly Stay[]): number {
  return stays.reduce((sum, { count = 1 }) => sum + count, 0);
}
