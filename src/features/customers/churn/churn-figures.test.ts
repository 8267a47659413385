import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '#shared/day.ts';
import { buyingHistory } from '#stats/buying-history.ts';
import { buyingRhythm, rhythmOfGaps } from '#stats/recency-rhythm.ts';
import { aCompany } from '#testing/a-company.ts';
import { churnFigures } from './churn-figures.ts';
import { historyOf } from './churn-models.ts';

type Sold = Readonly<{ on: string; amount?: number; customer?: string; cancelled?: string }>;

async function figures(sales: readonly Sold[], asOf = '2026-11-21', heldOut = false) {
  const company = await aCompany({
    rows: {
      customer: [{ id: 'jia' }],
      sale_order: sales.map(({ on, amount = 100, customer = 'jia', cancelled }, index) => ({
        order_id: `o${index}`,
        customer_id: customer,
        ordered_on: on,
        amount: String(amount),
        cancelled_on: cancelled ?? null,
      })),
    },
  });
  return churnFigures(company.asking, asOf as Day, heldOut);
}

test('purchases are distinct days with an order', async () => {
  const [found] = await figures([
    { on: '2026-10-01', amount: 10 },
    { on: '2026-10-11', amount: 20 },
    { on: '2026-10-11', amount: 40 },
    { on: '2026-10-31', amount: 30 },
  ]);
  expect(found).toMatchObject({
    orderDays: 3,
    activeDays: 30,
    knownDays: 50,
    silentDays: 20,
    medianGapDays: 15,
    p90GapDays: 19,
    repeatAmount: 45,
    recent: 100,
  });
});

test('what comes after the day is not known, and is only counted apart when asked for', async () => {
  const sales = [{ on: '2026-06-01' }, { on: '2026-07-01' }, { on: '2026-08-01', amount: 7 }];
  expect(await figures(sales, '2026-07-15')).toMatchObject([{ orderDays: 2, silentDays: 13, heldOut: 0 }]);
  expect(await figures(sales, '2026-07-15', true)).toMatchObject([{ orderDays: 2, heldOut: 1, heldOutAmount: 7 }]);
});

test('an order cancelled later still counted then, one cancelled by then did not', async () => {
  const sales = [{ on: '2026-06-01' }, { on: '2026-07-01', cancelled: '2026-08-01' }];
  expect(await figures(sales, '2026-07-15')).toMatchObject([{ orderDays: 2 }]);
  expect(await figures(sales, '2026-08-15')).toMatchObject([{ orderDays: 1, medianGapDays: null }]);
});

test('gaps and histories summed up in SQL are those of the statistics', async () => {
  const ages = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 });
  const customers = fc.sample(ages, { numRuns: 40, seed: 7 });
  const asOf = '2026-11-21' as Day;
  const name = (index: number) => `c${String(index).padStart(2, '0')}`;
  const found = await figures(
    customers.flatMap((each, index) => each.map((age) => ({ on: addDays(asOf, -age), customer: name(index) }))),
  );
  expect(found.map(({ id }) => id)).toEqual(customers.map((_, index) => name(index)));
  for (const [index, each] of found.entries()) {
    const orderDays = (customers[index] ?? []).map((age) => -age);
    expect(historyOf(each)).toEqual(buyingHistory(orderDays, -1));
    expect(rounded(rhythmOfGaps(each))).toEqual(rounded(buyingRhythm(orderDays, -1)));
  }
});

/** Quantiles between two days differ by some 1e-14. */
function rounded(value: object): object {
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, each]) => [name, typeof each === 'number' ? Number(each.toFixed(9)) : each]),
  );
}
