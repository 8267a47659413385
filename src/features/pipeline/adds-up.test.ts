import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question, Scope } from '#semantic/question.ts';
import type { Day } from '#shared/day.ts';
import { sumOfMoney } from '#shared/money.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import { randomCompany } from '#testing/random-company.ts';
import { lostReasons, lostReasonsQuestion } from './lost-reasons.ts';
import { repLoads, repsQuestion } from './reps.ts';
import { stuckDeals } from './stuck-deals.ts';
import { stuckQuestion } from './stuck-question.ts';

const scope: fc.Arbitrary<Scope> = fc.constantFrom<Scope>(
  { kind: 'all' },
  { kind: 'some', people: ['bob'], teams: [] },
  { kind: 'some', people: ['eve'], teams: [{ id: 'north', below: true }] },
);

const question: fc.Arbitrary<Pick<Question, 'period' | 'where'>> = fc.record(
  {
    period: fc.constantFrom(
      { from: '2026-10-01' as Day, before: '2027-01-01' as Day },
      { from: '2025-08-01' as Day, before: '2026-06-01' as Day },
    ),
    where: fc.constantFrom(
      [{ field: 'region', op: 'in' as const, values: ['地区 east'] }],
      [{ field: 'team', op: 'in' as const, values: ['团队 south'] }],
      [{ field: 'rep', op: 'not_in' as const, values: ['bob'] }],
    ),
  },
  { requiredKeys: ['period'] },
);

test('whoever asks with whatever filter, every list adds up to its tile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(100_000), scope, question, async (seed, who, asked) => {
      const company = (await aCompany({ rows: randomCompany(seed) })).as(who);
      await expectStuckAddsUp(company, asked);
      await expectRepsAddUp(company, asked);
      await expectLostAddsUp(company, asked);
      company.close();
    }),
    { numRuns: 6 },
  );
}, 60_000);

type Asked = Pick<Question, 'period' | 'where'>;

async function expectStuckAddsUp({ asking, measure }: Company, asked: Asked): Promise<void> {
  const stuck = await stuckDeals(asking, stuckQuestion.parse({ ...asked, limit: 200 }));
  expect(stuck.open.deals).toBe(await measure('opportunities_open', asked));
  expect(Number(stuck.open.amount)).toBe(Number(await measure('open_amount', asked)));
  expect(stuck.deals.length).toBe(stuck.stuck.deals);
  expect(sumOfMoney(stuck.deals.flatMap(({ amount }) => amount ?? []))).toBe(stuck.stuck.amount);
  for (const { rule, deals } of stuck.byRule) {
    expect(stuck.deals.filter(({ rules }) => rules.includes(rule)).length).toBe(deals);
  }
  expect(stuck.byStage.reduce((sum, { deals }) => sum + deals, 0)).toBe(stuck.stuck.deals);
  expect(stuck.byCause.reduce((sum, { deals }) => sum + deals, 0)).toBe(stuck.stuck.deals);
}

async function expectRepsAddUp({ asking, measure }: Company, asked: Asked): Promise<void> {
  const { reps, others, total } = await repLoads(asking, repsQuestion.parse(asked));
  expect(reps.reduce((sum, { deals }) => sum + deals, others.deals)).toBe(total.deals);
  expect(sumOfMoney([...reps.map(({ amount }) => amount), others.amount])).toBe(total.amount);
  expect(total.deals).toBe(await measure('opportunities_open', asked));
  expect(others.deals).toBeGreaterThanOrEqual(0);
}

async function expectLostAddsUp({ asking, measure }: Company, asked: Asked): Promise<void> {
  const { total, reasons, splits } = await lostReasons(asking, lostReasonsQuestion.parse(asked));
  expect(total.deals).toBe(await measure('lost_deals', asked));
  expect(Number(total.amount)).toBe(Number(await measure('lost_amount', asked)));
  for (const parts of [reasons, ...Object.values(splits)]) {
    expect(parts.reduce((sum, { deals }) => sum + deals, 0)).toBe(total.deals);
    expect(sumOfMoney(parts.map(({ amount }) => amount))).toBe(total.amount);
  }
}
