import { expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { aCompany } from '#testing/a-company.ts';
import { trends } from './trends.ts';

const question = { period: { from: '2026-01-01' as Day, before: '2027-01-01' as Day } };

/** One order line a quarter from 2023 Q4 on; it is 2026-11-20, so 2026 Q4 is not complete. */
function quarterly(customer_id: string, product_id: string, amounts: readonly number[]) {
  return amounts.map((amount, index) => ({
    line_id: `${customer_id}${index}`,
    customer_id,
    product_id,
    rep_id: customer_id === 'grows' ? 'li' : 'wang',
    ordered_on: `${2023 + Math.floor((index + 3) / 4)}-${String(((index + 3) % 4) * 3 + 2).padStart(2, '0')}-15`,
    amount: String(amount),
  }));
}

async function company() {
  const lines = [
    ...quarterly('grows', 'pump', [10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 999]),
    ...quarterly('stopped', 'valve', [50, 50, 50, 50, 50, 50, 50, 50, 50, 0, 0, 0]),
    ...quarterly('yearly', 'valve', [40, 41, 40, 39, 40, 41, 40, 39, 40, 41, 40, 39]),
  ];
  return aCompany({
    rows: {
      customer: ['grows', 'stopped', 'yearly'].map((id) => ({ id })),
      product_line: ['pumps', 'valves'].map((id) => ({ id, name: id })),
      product: [
        { id: 'pump', line_id: 'pumps', root_line_id: 'pumps' },
        { id: 'valve', line_id: 'valves', root_line_id: 'valves' },
      ],
      sale: lines,
      sale_order: lines.map(({ line_id, customer_id, rep_id, ordered_on, amount }) => ({
        order_id: line_id,
        customer_id,
        rep_id,
        ordered_on,
        amount,
      })),
    },
  });
}

test('a customer that buys more every quarter grows, one that stopped is stalled; the running quarter is left out', async () => {
  const { customers } = await trends((await company()).asking, question);
  expect(customers.periods).toHaveLength(12);
  expect(customers.periods.at(-1)).toBe('2026-07-01');
  expect(customers.rows.map(({ id, trend, revenue }) => [id, trend, revenue])).toEqual([
    ['yearly', 'seasonal', '480.0000'],
    ['stopped', 'stalled', '450.0000'],
    ['grows', 'growing', '252.0000'],
  ]);
  // 32 against 24 a year before; nothing against 50; 39 again.
  expect(customers.rows.map(({ yearChange }) => yearChange?.toFixed(4))).toEqual(['0.0000', '-1.0000', '0.3333']);
  // Two more every quarter around a mean of 21.
  expect(customers.rows[2]?.evidence?.slopeShare).toBeCloseTo(2 / 21, 12);
});

test('the months of a product line add up to its customers’ revenue', async () => {
  const { lines } = await trends((await company()).asking, question);
  expect(lines.periods).toHaveLength(36);
  expect(lines.rows.map(({ id, revenue }) => [id, revenue])).toEqual([
    ['valves', '930.0000'],
    ['pumps', '252.0000'],
  ]);
});

test('a rep sees the trends of own rows only', async () => {
  const narrow = (await company()).as({ kind: 'some', people: ['li'], teams: [] });
  const { customers, lines } = await trends(narrow.asking, question);
  expect(customers.rows.map(({ id }) => id)).toEqual(['grows']);
  expect(lines.rows.map(({ id }) => id)).toEqual(['pumps']);
});
