import { expect, test } from 'vitest';
import type { JudgedCustomer } from '../churn/churn-book.ts';
import { nextAction, type Situation } from './next-action.ts';

const calm: Situation = {
  isInPool: false,
  tier: 'b',
  judged: null,
  contactDays: 10,
  overdueTask: null,
  hasOpenTask: false,
  overdueDeal: null,
};

/** Orders about every 20 days, the last one `silentDays` ago. */
function judged(silentDays: number, level: JudgedCustomer['judgement']['level']): JudgedCustomer {
  return {
    figures: {
      id: 'jia',
      orderDays: 9,
      activeDays: 160,
      knownDays: 160 + silentDays,
      silentDays,
      medianGapDays: 20,
      p90GapDays: 25,
      repeatAmount: 100,
      meanAmount: 100,
      recent: 0,
      norm: 0,
      lastYear: 900,
      heldOut: 0,
      heldOutAmount: 0,
    },
    judgement: {
      level,
      isGone: false,
      isSilent: level !== null,
      fall: null,
      thresholdDays: 40,
      medianGapDays: 20,
      alive: null,
      expectedOrders: null,
      atRisk: 900,
    },
  };
}

const code = (changes: Partial<Situation>) => nextAction({ ...calm, ...changes }).code;

test('an overdue follow-up comes before everything else', () => {
  const overdueTask = { title: '回电话', dueOn: '2026-11-20' };
  expect(code({ overdueTask, hasOpenTask: true, judged: judged(90, 'high') })).toBe('finish_task');
});

test('a customer at risk is called, unless somebody is on it already', () => {
  expect(nextAction({ ...calm, judged: judged(90, 'high') })).toMatchObject({
    code: 'call',
    kind: 'churn',
    reason: { zh: '平常约20天一单，已90天没下单，超过40天的界限' },
  });
  expect(code({ judged: judged(90, 'high'), hasOpenTask: true })).not.toBe('call');
});

test('an order that is about due is asked for', () => {
  expect(code({ judged: judged(15, null) })).toBe('keep');
  expect(code({ judged: judged(16, null) })).toBe('offer_again');
});

test('an A customer is not left alone for two months', () => {
  expect(code({ tier: 'a', contactDays: 59 })).toBe('keep');
  expect(code({ tier: 'a', contactDays: 60 })).toBe('contact');
  expect(code({ tier: 'a', contactDays: null })).toBe('contact');
  expect(code({ tier: 'c', contactDays: null })).toBe('keep');
});

test('a deal past its expected day is given a new one', () => {
  expect(code({ overdueDeal: { id: 'd', name: '扩容', expectedOn: '2026-11-01' } })).toBe('move_deal');
});
