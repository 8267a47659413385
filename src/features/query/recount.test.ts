import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plannedQuestion } from '#features/ask.ts';
import { catalogue } from '#metrics/catalogue.ts';
import { compile } from '#semantic/compile.ts';
import { legalDimensions } from '#semantic/define.ts';
import type { Answer, Cell, Question, Scope } from '#semantic/question.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { render } from '#shared/sql.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import { randomCompany } from '#testing/random-company.ts';
import { recountOf } from '#testing/recount.ts';
import type { Window } from '#testing/recount-items.ts';

const everyone: Scope = { kind: 'all' };
const scopes: readonly Scope[] = [
  everyone,
  { kind: 'some', people: ['bob'], teams: [] },
  { kind: 'some', people: ['eve'], teams: [{ id: 'north', below: true }] },
  { kind: 'some', people: [], teams: [{ id: 'south', below: false }] },
];

const periods: readonly DayRange[] = [
  { from: '2026-01-01' as Day, before: '2026-04-01' as Day },
  { from: '2026-10-01' as Day, before: '2027-01-01' as Day },
  { from: '2025-08-01' as Day, before: '2026-11-01' as Day },
];

const tomorrow = '2026-11-21';
const asked = [null, ...catalogue.dimensions.keys()];

test('every measure by every legal dimension equals a plain recount, whoever asks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(100_000),
      fc.nat(scopes.length - 1),
      fc.nat(periods.length - 1),
      async (seed, who, when) => {
        const rows = randomCompany(seed);
        const company = await aCompany({ rows });
        const scope = scopes[who] ?? everyone;
        const period = periods[when] as DayRange;
        for (const dimension of asked) await expectRecount(company.as(scope), { rows, scope, period, dimension });
        company.close();
      },
    ),
    { numRuns: 1 },
  );
}, 120_000);

type Case = Readonly<{
  rows: ReturnType<typeof randomCompany>;
  scope: Scope;
  period: DayRange;
  dimension: string | null;
}>;

async function expectRecount(company: Company, { rows, scope, period, dimension }: Case): Promise<void> {
  const measures = [...catalogue.measures.values()]
    .filter((m) => dimension === null || legalDimensions(catalogue, m).some(({ id }) => id === dimension))
    .map(({ id }) => id);
  const question: Question = { measures, period, compare: 'year_ago', ...(dimension ? { by: [dimension] } : {}) };
  const answer = await company.ask(question);
  if (dimension === 'region') await expectFollowing(company, { question, answer });
  const text = render(compile(await plannedQuestion(company.asking, question))).text;
  const asOf = period.before < tomorrow ? period.before : tomorrow;
  const current: Window = { from: period.from, before: asOf, asOf, known: tomorrow, whole: period };
  expectSame(answer, { measures, dimension, text, suffix: '', counts: recountOf(rows, scope, current) });
  const compared = answer.compare?.compared;
  if (!compared) return;
  const cut = period.before > tomorrow ? { day: addDays(compared.before, -1), minute: 15 * 60 + 40 } : null;
  const whole = answer.compare?.period ?? compared;
  const base: Window = {
    from: compared.from,
    before: compared.before,
    asOf: compared.before,
    known: tomorrow,
    whole,
    cut,
  };
  expectSame(answer, { measures, dimension, text, suffix: '_base', counts: recountOf(rows, scope, base) });
}

/** Totals that follow from rows, asked measure by measure, equal those asked for all measures together. */
async function expectFollowing(company: Company, { question, answer }: { question: Question; answer: Answer }) {
  for (const id of ['revenue', 'win_rate', 'average_deal_value', 'gross_profit'].filter((each) =>
    question.measures.includes(each),
  )) {
    const alone = await company.ask({ ...question, measures: [id] });
    expect(answer.totals, id).toMatchObject(alone.totals);
  }
}

type Expected = Readonly<{
  measures: readonly string[];
  dimension: string | null;
  text: string;
  suffix: '' | '_base';
  counts: ReturnType<typeof recountOf>;
}>;

function expectSame(answer: Answer, { measures, dimension, text, suffix, counts }: Expected): void {
  const found = new Map(
    dimension ? answer.rows.map((row) => [row[`${dimension}_key`] ?? null, row]) : [['', answer.totals]],
  );
  if (dimension) expectSameTotals(answer, { measures, dimension, text, suffix, counts });
  const pairs = measures.flatMap((measure) =>
    [...counts.by(measure, dimension)].map(([key, value]) => ({ measure, key, value })),
  );
  for (const { measure, key, value } of pairs) {
    const row = found.get(key);
    const cell = row ? numberOf(row[`${measure}${suffix}`], measure) : nothingHappened(value);
    const message = () => `${measure}${suffix} by ${dimension} = ${key}: ${cell}, recounted ${value}\n${text}`;
    expectClose({ cell, value, within: isDecimal(measure) ? 0.11 : 1e-9 }, message);
  }
}

function expectSameTotals(answer: Answer, { measures, text, suffix, counts }: Expected): void {
  for (const measure of measures) {
    // Undefined: the viewer sees no row at all, and there is nothing to count.
    const [whole] = counts.by(measure, null).values();
    if (whole === undefined) continue;
    const cell = numberOf(answer.totals[`${measure}${suffix}`], measure);
    const message = () => `${measure}${suffix} in total: ${cell}, recounted ${whole}\n${text}`;
    expectClose({ cell, value: whole, within: isDecimal(measure) ? 0.11 : 1e-9 }, message);
  }
}

function isDecimal(measure: string): boolean {
  const unit = catalogue.measures.get(measure)?.unit;
  return unit === 'money' || unit === 'quantity';
}

/** The recount keeps money in thousandths. */
function numberOf(cell: Cell | undefined, measure: string): number | null {
  if (cell === null || cell === undefined) return null;
  return Number(cell) * (isDecimal(measure) ? 1000 : 1);
}

function nothingHappened(value: number | null): number | null {
  return value === null ? null : 0;
}

type Close = Readonly<{ cell: number | null; value: number | null; within: number }>;

/** Money agrees to a tenth of a thousandth: a place between two amounts is rounded there. */
function expectClose({ cell, value, within }: Close, message: () => string): void {
  if (cell === null || value === null) expect(cell, message()).toBe(value);
  else if (Math.abs(cell - value) > within) expect(cell, message()).toBe(value);
}
