import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question, Scope } from '#semantic/question.ts';
import { day } from '#shared/day.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import { randomCompany } from '#testing/random-company.ts';
import { dwell, dwellQuestion } from './dwell.ts';
import { type FunnelAnswer, funnel, funnelQuestion } from './funnel.ts';
import type { Tally } from './funnel-sql.ts';

const scope: fc.Arbitrary<Scope> = fc.constantFrom<Scope>(
  { kind: 'all' },
  { kind: 'some', people: ['bob'], teams: [] },
  { kind: 'some', people: ['eve'], teams: [{ id: 'north', below: true }] },
);

const question: fc.Arbitrary<Pick<Question, 'period' | 'where'>> = fc.record(
  {
    period: fc.constantFrom(
      { from: day('2026-10-01'), before: day('2027-01-01') },
      { from: day('2025-08-01'), before: day('2026-06-01') },
    ),
    where: fc.constantFrom(
      [{ field: 'region', op: 'in' as const, values: ['地区 east'] }],
      [{ field: 'team', op: 'in' as const, values: ['团队 south'] }],
      [{ field: 'rep', op: 'not_in' as const, values: ['bob'] }],
    ),
  },
  { requiredKeys: ['period'] },
);

test('whoever asks with whatever filter, stages add up to the tiles and every step of a funnel to what came to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(100_000), scope, question, async (seed, who, asked) => {
      const company = (await aCompany({ rows: randomCompany(seed) })).as(who);
      await expectStagesAddUp(company, asked);
      for (const way of ['any', 'strict'] as const) expectStepsAddUp(await funnelOf(company, { ...asked, way }));
      company.close();
    }),
    { numRuns: 4 },
  );
}, 120_000);

type Asked = Pick<Question, 'period' | 'where'>;

async function expectStagesAddUp(company: Company, asked: Asked): Promise<void> {
  const answer = await dwell(company.asking, dwellQuestion.parse(asked));
  const sum = (of: (row: (typeof answer.stages)[number]) => number) =>
    answer.stages.reduce((built, row) => built + of(row), 0);
  const tiles = await company.ask({ measures: ['opportunities_open', 'open_amount'], ...asked });
  expect(sum(({ standing }) => standing.count)).toBe(tiles.totals.opportunities_open);
  expect(sum(({ standing }) => Number(standing.amount))).toBeCloseTo(Number(tiles.totals.open_amount ?? 0), 4);
  const entries = await company.ask({ measures: ['stage_entries'], ...asked, period: answer.window });
  expect(sum(({ dwell: stays }) => stays?.n ?? 0)).toBe(entries.totals.stage_entries);
}

function funnelOf(company: Company, asked: Asked & Readonly<{ way: 'any' | 'strict' }>): Promise<FunnelAnswer> {
  return funnel(company.asking, funnelQuestion.parse(asked));
}

function expectStepsAddUp({ deals, steps, leads }: FunnelAnswer): void {
  for (const step of [deals, ...steps, ...(leads ?? [])]) {
    for (const tally of [step.now, step.previous, step.yearAgo]) expect(partsOf(tally)).toBe(tally.n);
  }
}

function partsOf({ reached, skipped, open, lost, disqualified }: Tally): number {
  return reached + skipped + open + lost + disqualified;
}
