import { expect, test } from 'vitest';
import { aCompany } from '#testing/a-company.ts';

test('orders fall into six value bands a decade, each named by its least amount', async () => {
  const amounts = ['999.99', '1000', '1467', '1468', '0', '9999', '10000'];
  const company = await aCompany({
    rows: {
      sale_order: amounts.map((amount, index) => ({ order_id: `o${index}`, ordered_on: '2026-01-05', amount })),
    },
  });
  const answer = await company.ask({ measures: ['order_count'], by: ['order_value_band'] });
  const counts = Object.fromEntries(answer.rows.map((row) => [row['order_value_band'], row['order_count']]));
  expect(counts).toEqual({ '681.29': 1, '1000.00': 2, '1467.80': 1, '6812.92': 1, '10000.00': 1, null: 1 });
});

test('refunds are told apart by their reason', async () => {
  const company = await aCompany({
    rows: {
      sale_order: [{ order_id: 'a', ordered_on: '2026-01-05', amount: '100' }],
      refund_fact: [
        { refund_id: 'r', order_id: 'a', refunded_on: '2026-01-06', amount: '5', reason: '质量' },
        { refund_id: 's', order_id: 'a', refunded_on: '2026-01-07', amount: '2' },
      ],
    },
  });
  const answer = await company.ask({ measures: ['refund_amount'], by: ['refund_reason'] });
  expect(answer.rows).toMatchObject([
    { refund_reason: '质量', refund_amount: '5.0000' },
    { refund_reason: null, refund_amount: '2.0000' },
  ]);
});
