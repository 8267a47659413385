import { expect, test } from 'vitest';
import { aCompany } from '#testing/a-company.ts';
import { winRate, winRateQuestion } from './win-rate.ts';

const question = winRateQuestion.parse({ period: { from: '2026-01-01', before: '2027-01-01' } });

test('3 of 10 decided deals is 30 %, somewhere between 10.8 % and 60.3 %, whatever is open or disqualified', async () => {
  const company = await aCompany({ won: 3, lost: 7, open: 20, disqualified: 5 });
  const { interval, ...found } = await winRate(company.asking, question);
  expect(found).toEqual({ won: 3, lost: 7, rate: 0.3 });
  expect(interval?.low).toBeCloseTo(0.1078, 4);
  expect(interval?.high).toBeCloseTo(0.6032, 4);
});

test('where nothing was decided the win rate is unknown, not zero', async () => {
  const company = await aCompany({ open: 4 });
  expect(await winRate(company.asking, question)).toEqual({ won: 0, lost: 0, rate: null, interval: null });
});
