import { z } from 'zod';
import { type Asking, plannedQuestion } from '#features/ask.ts';
import { questionSchema } from '#semantic/parse.ts';
import type { Question } from '#semantic/question.ts';
import { type Day, type DayRange, daysBetween } from '#shared/day.ts';
import { closeForecast } from '#stats/close-forecast.ts';
import { type NotEnoughData, notEnoughData } from '#stats/not-enough-data.ts';
import { seededUniform } from '#stats/seeded-random.ts';
import { closeHistory, landmarkKey } from './close-history.ts';
import { keptPerPosition } from './kept-per-position.ts';
import { openChances, standingDeals } from './open-chances.ts';

/** What a forecast is asked for: the period that is running, and the page's filters. */
export const forecastQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
});

export type ForecastQuestion = z.infer<typeof forecastQuestion>;

/** The amount that a period closes with, as seen at the end of a day: in one of ten cases at most `p10`. */
export type Outlook = Readonly<{
  kind: 'outlook';
  asOf: Day;
  daysLeft: number;
  wonSoFar: number;
  wonDeals: number;
  p10: number;
  p50: number;
  p90: number;
  expected: number;
  /** What deals not open yet are expected to bring; part of the above. */
  fresh: number;
  openDeals: number;
  /** Open deals older than any won one like them. */
  outlived: number;
  /** What was learnt from: deals old enough, those won within `followDays`, and for how long they are followed. */
  learnt: Readonly<{ deals: number; won: number; followDays: number }>;
}>;

/** `not_running`: a period that is over or has not begun has no forecast. */
export type Forecast = Readonly<{ period: DayRange }> & (Outlook | NotEnoughData | Readonly<{ kind: 'not_running' }>);

/** The running period's close, with what was learnt from history; asked once per state of the data. */
export async function forecast(asking: Asking, question: ForecastQuestion): Promise<Forecast> {
  const { period, clock } = await plannedQuestion(asking, { measures: ['won_amount'], ...question });
  const { range } = period;
  if (range.from > clock.today || range.before <= clock.today) return { period: range, kind: 'not_running' };
  const daysLeft = daysBetween(clock.today, range.before);
  const seen = await keptPerPosition(asking, ['forecast', range, question.where, clock.today], () =>
    outlook(asking, { period: range, where: question.where, asOf: clock.today, daysLeft }),
  );
  return { period: range, ...seen };
}

type Seen = Readonly<{ period: DayRange; where: Question['where']; asOf: Day; daysLeft: number }>;

/** Draws per forecast: enough for the tenth and ninetieth percentile, bounded where deals are many and their sum is tame. */
const mostDraws = 4_000_000;

/** What could be said at the end of a day, with nothing but what was known then. */
export async function outlook(
  asking: Asking,
  { period, where, asOf, daysLeft }: Seen,
): Promise<Outlook | NotEnoughData> {
  const [history, standing] = await Promise.all([
    closeHistory(asking, where, { period, asOf, daysLeft }),
    standingDeals(asking, { asOf, where }),
  ]);
  const all = history.landmarks.get(landmarkKey('', 0));
  const deals = openChances(history, standing);
  if (!deals) return notEnoughData(20, history.wins);
  const { wonSoFar, wonDeals, fresh } = history;
  const runs = Math.max(200, Math.min(10_000, Math.floor(mostDraws / Math.max(1, deals.length))));
  const simulated = closeForecast({ wonSoFar, deals, daysLeft, fresh, runs, uniform: seededUniform(daysLeft) });
  if (simulated.kind === 'not_enough_data') return simulated;
  return {
    ...simulated,
    kind: 'outlook',
    asOf,
    daysLeft,
    wonSoFar,
    wonDeals,
    fresh: fresh.length === 0 ? 0 : fresh.reduce((sum, each) => sum + each, 0) / fresh.length,
    openDeals: deals.length,
    learnt: { deals: all?.deals ?? 0, won: all?.wins ?? 0, followDays: history.followDays },
  };
}
