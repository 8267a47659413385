import { type Asking, ask, plannedQuestion } from '#features/ask.ts';
import { calendarIn } from '#features/calendar-in.ts';
import { addDays, type Day, type DayRange, daysBetween } from '#shared/day.ts';
import { type Calendar, covers, stretchOf, type TimeUnit } from '#shared/period.ts';
import { forecastAccuracy } from '#stats/forecast-accuracy.ts';
import { type ForecastQuestion, type Outlook, outlook } from './forecast.ts';
import { keptPerPosition } from './kept-per-position.ts';

/** A forecast made `lead` days before the end of a past period, with what was known then, and what came. */
type PastForecast = Readonly<{
  period: DayRange;
  lead: number;
  actual: number;
  seen: Pick<Outlook, 'asOf' | 'wonSoFar' | 'p10' | 'p50' | 'p90'>;
}>;

/** How good forecasts were at one lead; `coverage`: the share of periods that closed between P10 and P90 (80 % if honest). */
type LeadAccuracy = Readonly<{ lead: number; n: number; bias: number | null; wape: number | null; coverage: number }>;

export type ForecastHistory = Readonly<{
  unit: TimeUnit;
  points: readonly PastForecast[];
  leads: readonly LeadAccuracy[];
}>;

/** Days before the end at which the past is looked at. */
const leadsOf: Readonly<Partial<Record<TimeUnit, readonly number[]>>> = { month: [20, 10, 5], week: [5, 3, 1] };
const usualLeads = [60, 30, 15] as const;
const mostPeriods = 8;
/** Before, there is too little to learn from. */
const fewestDaysBefore = 180;

/** What the forecast would have said at fixed leads in each of the last eight finished periods of the same kind. */
export async function forecastHistory(asking: Asking, question: ForecastQuestion): Promise<ForecastHistory> {
  const { period, clock } = await plannedQuestion(asking, { measures: ['won_amount'], ...question });
  const unit = period.unit === null || period.unit === 'day' ? 'quarter' : period.unit;
  return keptPerPosition(asking, ['forecast history', unit, question.where, clock.today], async () => {
    const calendar = await calendarIn(asking.replica);
    const first = await firstCreation(asking, question.where);
    const points: PastForecast[] = [];
    // One after another: the past need not hurry, and others ask meanwhile.
    for (const range of finishedPeriods(calendar, clock.today, unit)) {
      const actual = await wonIn(asking, range, question.where);
      for (const lead of leadsOf[unit] ?? usualLeads) {
        const point = await pointAt(asking, question, { range, lead, actual, first });
        if (point) points.push(point);
      }
    }
    return { unit, points, leads: accuracies(points) };
  });
}

/** Finished periods, oldest first, as far as the calendar reaches. */
function finishedPeriods(calendar: Calendar, today: Day, unit: TimeUnit): readonly DayRange[] {
  const found: DayRange[] = [];
  let from = stretchOf(calendar, today, unit).from;
  while (found.length < mostPeriods) {
    const last = addDays(from, -1);
    if (!covers(calendar, { from: last, before: from })) break;
    const whole = stretchOf(calendar, last, unit);
    found.unshift(whole);
    from = whole.from;
  }
  return found;
}

type Then = Readonly<{ range: DayRange; lead: number; actual: number; first: Day | null }>;

async function pointAt(
  asking: Asking,
  { where }: ForecastQuestion,
  { range, lead, actual, first }: Then,
): Promise<PastForecast | null> {
  const asOf = addDays(range.before, -1 - lead);
  if (asOf < range.from || first === null || daysBetween(first, asOf) < fewestDaysBefore) return null;
  const seen = await outlook(asking, { period: range, where, asOf, daysLeft: lead });
  if (seen.kind !== 'outlook') return null;
  const { wonSoFar, p10, p50, p90 } = seen;
  return { period: range, lead, actual, seen: { asOf, wonSoFar, p10, p50, p90 } };
}

async function wonIn(asking: Asking, period: DayRange, where: ForecastQuestion['where']): Promise<number> {
  const { totals } = await ask(asking, { measures: ['won_amount'], period, where });
  return Number(totals.won_amount ?? 0);
}

/** The first month in which a deal was created. */
async function firstCreation(asking: Asking, where: ForecastQuestion['where']): Promise<Day | null> {
  const { rows } = await ask(asking, {
    measures: ['opportunities_created'],
    period: { kind: 'all' },
    grain: 'month',
    where,
  });
  const month = rows.find((row) => Number(row.opportunities_created) > 0)?.month;
  return typeof month === 'string' ? (month as Day) : null;
}

function accuracies(points: readonly PastForecast[]): readonly LeadAccuracy[] {
  return [...Map.groupBy(points, ({ lead }) => lead)].map(([lead, own]) => {
    const accuracy = forecastAccuracy(own.map(({ seen, actual }) => ({ forecast: seen.p50, actual })));
    const { bias, wape } = accuracy.kind === 'accuracy' ? accuracy : { bias: null, wape: null };
    const covered = own.filter(({ seen, actual }) => seen.p10 <= actual && actual <= seen.p90).length;
    return { lead, n: own.length, bias, wape, coverage: covered / own.length };
  });
}
