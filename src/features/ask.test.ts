import { expect, test } from 'vitest';
import { aCompany } from '#testing/a-company.ts';

test('win rate leaves out deals that are still open', async () => {
  const company = await aCompany({ won: 3, lost: 2, open: 5 });
  expect(await company.measure('win_rate')).toBe(0.6);
});

test('win rate of a company that closed nothing is unknown, not zero', async () => {
  expect(await (await aCompany({ open: 4 })).measure('win_rate')).toBeNull();
});

test('revenue by region and month', async () => {
  const company = await aCompany({
    rows: {
      region: [
        { id: 'east', name: '华东' },
        { id: 'jiangsu', name: '江苏', level: 'province', root_id: 'east', parent_id: 'east', province_id: 'jiangsu' },
      ],
      sale_order: [
        { order_id: 'a', ordered_on: '2026-01-31', region_id: 'east', amount: '100.5' },
        { order_id: 'b', ordered_on: '2026-02-01', region_id: 'jiangsu', amount: '50' },
        { order_id: 'c', ordered_on: '2026-02-28', amount: '7' },
      ],
      refund_fact: [{ refund_id: 'r', order_id: 'a', refunded_on: '2026-02-02', region_id: 'east', amount: '0.5' }],
    },
  });
  const answer = await company.ask({
    measures: ['revenue', 'order_count', 'average_order_value'],
    by: ['region'],
    grain: 'month',
    compare: 'year_ago',
  });
  expect(answer.rows).toMatchObject([
    { month: '2026-01-01', region: '华东', revenue: '100.5000', order_count: 1 },
    {
      month: '2026-02-01',
      region: '华东',
      region_key: 'east',
      revenue: '49.5000',
      order_count: 1,
      average_order_value: '49.5000',
    },
    {
      month: '2026-02-01',
      region: null,
      region_key: null,
      revenue: '7.0000',
      order_count: 1,
      revenue_base: '0.0000',
      revenue_change: null,
    },
  ]);
  expect(answer.totals).toMatchObject({ revenue: '157.0000', order_count: 3, average_order_value: '52.3333' });
});
