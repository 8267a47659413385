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
  const counts = Object.fromEntries(answer.rows.map((row) => [row.order_value_band, row.order_count]));
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

test('a line falls into the band of its whole order', async () => {
  const company = await aCompany({
    rows: {
      product_line: [{ id: 'l', name: '网关', root_id: 'l' }],
      product: [{ id: 'p', name: 'G3', line_id: 'l', root_line_id: 'l' }],
      sale_order: [{ order_id: 'a', ordered_on: '2026-01-05', amount: '1500' }],
      sale: [
        { line_id: 'x', order_id: 'a', ordered_on: '2026-01-05', product_id: 'p', amount: '1400' },
        { line_id: 'y', order_id: 'a', ordered_on: '2026-01-05', product_id: 'p', amount: '100' },
      ],
    },
  });
  const answer = await company.ask({ measures: ['order_count'], by: ['order_value_band', 'product_line'] });
  expect(answer.rows).toMatchObject([{ order_value_band: '1467.80', product_line: '网关', order_count: 1 }]);
});

test('stages are listed as they follow each other when asked by stage', async () => {
  const company = await aCompany({
    rows: {
      stage: [
        { id: 's2', pipeline_id: 'p', name: '报价', position: 2 },
        { id: 's1', pipeline_id: 'p', name: '需求', position: 1 },
      ],
      deal: [
        { opportunity_id: 'd1', from_on: '2026-01-05', stage_id: 's2', amount: '9' },
        { opportunity_id: 'd2', from_on: '2026-01-05', stage_id: 's1', amount: '5' },
      ],
    },
  });
  const question = { measures: ['open_amount'], by: ['stage'] };
  const listed = await company.ask({ ...question, order: [{ by: 'stage', direction: 'asc' }] });
  expect(listed.rows.map((row) => row.stage)).toEqual(['需求', '报价']);
  expect((await company.ask(question)).rows.map((row) => row.stage)).toEqual(['报价', '需求']);
});
