import { z } from 'zod';
import { type Asking, plannedQuestion } from '#features/ask.ts';
import { calendarIn } from '#features/calendar-in.ts';
import { type CountedRows, runOverRows } from '#features/counted-rows.ts';
import { questionSchema } from '#semantic/parse.ts';
import type { Question } from '#semantic/question.ts';
import { addDays, type Day, type DayRange, isDay } from '#shared/day.ts';
import { type Money, moneyOf, unitsOf } from '#shared/money.ts';
import { clockAt, stretchOf } from '#shared/period.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { stateColumns, type WaterfallRow, type WaterfallStep, walkTables, waterfallSteps } from './waterfall-sql.ts';

const dayText = z.custom<Day>((value) => typeof value === 'string' && isDay(value), { error: 'a day is YYYY-MM-DD' });

/** What a waterfall is asked for: the days in between (since last Monday unless told), and what "closing" means, if it matters. */
export const waterfallQuestion = z.strictObject({
  between: z.strictObject({ from: dayText, before: dayText }).optional(),
  closing: questionSchema.shape.period.optional(),
  where: questionSchema.shape.where,
});

export type WaterfallQuestion = z.infer<typeof waterfallQuestion>;

type Level = Readonly<{ amount: Money; deals: number }>;

/** From what stood on the morning of the first day to what stands after the last: every deal that came, changed or went. */
export type Waterfall = Readonly<{
  between: DayRange;
  closing: DayRange | null;
  start: Level;
  steps: readonly Readonly<{ step: WaterfallStep } & Level>[];
  end: Level;
  /** What the steps do not explain; zero, always. */
  residual: Level;
}>;

/** The steps between two days, of all open deals or of those that close in a period. Throws `illegal_question` for days to come. */
export async function waterfall(asking: Asking, question: WaterfallQuestion): Promise<Waterfall> {
  const days = await waterfallDays(asking, question);
  const rows = await runOverRows(
    asking,
    waterfallTables(days, question.where),
    sql`, ${walkTables(days.between, days.closing)}
      select step, cast(sum(value) as decimal(38, 4)), count(*) from walk group by step`,
  );
  const found = new Map(rows.map(([step, amount, deals]) => [String(step), levelOf(amount, deals)]));
  const level = (row: WaterfallRow) => found.get(row) ?? nothing;
  const steps = waterfallSteps.map((step) => ({ step, ...level(step) }));
  const [start, end] = [level('start'), level('end')];
  return { ...days, start, steps, end, residual: residualOf(start, steps, end) };
}

const nothing: Level = { amount: moneyOf(0n), deals: 0 };

function levelOf(amount: unknown, deals: unknown): Level {
  return { amount: moneyOf(unitsOf(String(amount))), deals: Number(deals) };
}

/** How a step changes the number of deals. */
const dealsBy: Readonly<Record<WaterfallStep, -1 | 0 | 1>> = {
  new: 1,
  pulled_in: 1,
  reopened: 1,
  transferred_in: 1,
  increased: 0,
  decreased: 0,
  won: -1,
  lost: -1,
  disqualified: -1,
  pushed_out: -1,
  transferred_out: -1,
};

function residualOf(start: Level, steps: Waterfall['steps'], end: Level): Level {
  const amount = steps.reduce((sum, step) => sum + unitsOf(step.amount), unitsOf(start.amount)) - unitsOf(end.amount);
  const deals = steps.reduce((sum, { step, deals: n }) => sum + dealsBy[step] * n, start.deals) - end.deals;
  return { amount: moneyOf(amount), deals };
}

/** The days asked about, resolved: what is between, and what closing means. */
export async function waterfallDays(
  asking: Asking,
  { between, closing }: WaterfallQuestion,
): Promise<Readonly<{ between: DayRange; closing: DayRange | null }>> {
  const { today } = clockAt(asking.now, asking.workspace.zone);
  if (between && (between.from > today || between.from >= between.before)) refuseDays();
  return {
    between: between ?? { from: await lastMonday(asking, today), before: addDays(today, 1) },
    closing: closing ? await daysOf(asking, closing) : null,
  };
}

/** The first day of the week; when it is today, of the week before. */
async function lastMonday({ replica }: Asking, today: Day): Promise<Day> {
  const calendar = await calendarIn(replica);
  const { from } = stretchOf(calendar, today, 'week');
  return from < today ? from : stretchOf(calendar, addDays(today, -1), 'week').from;
}

async function daysOf(asking: Asking, period: Question['period']): Promise<DayRange> {
  const planned = await plannedQuestion(asking, { measures: ['opportunities_open'], period });
  return planned.period.range;
}

/** The deals that stood on the eve, those that stand at the end, and those closed in between: as their tiles count them. */
export function waterfallTables(
  { between }: Readonly<{ between: DayRange }>,
  where: Question['where'],
): readonly [CountedRows, ...CountedRows[]] {
  const open = (period: DayRange) => ({ measures: ['opportunities_open'], period, where });
  const eve = { from: addDays(between.from, -1), before: between.from };
  return [
    { name: 'before_rows', question: open(eve), columns: stateColumns },
    { name: 'after_rows', question: open(between), columns: stateColumns },
    {
      name: 'closed_rows',
      question: { measures: ['opportunities_closed'], period: between, where },
      columns: stateColumns,
    },
  ];
}

function refuseDays(): never {
  const detail = {
    zh: '起始日要早于结束日，也不能晚于今天',
    en: 'the first day is before the last and not after today',
  };
  throw new Problem('illegal_question', [{ detail, place: { field: 'between' } }]);
}
