import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCompany, type Company } from '#testing/a-company.ts';
import { goldenCompany } from '#testing/golden-company.ts';
import { catalogue } from './catalogue.ts';

// The year 2026 of the golden company on 2026-11-20, one line per measure, each countable by hand.
const golden: Readonly<Record<string, string | number | null>> = {
  gross_revenue: '2000.0000', // 100 + 200 + 300 + 400 + 1000; neither draft nor cancelled
  refund_amount: '50.0000',
  revenue: '1950.0000',
  order_count: 5,
  units: '25.0000', // 2 + 1 + 5 + 3 + 4 + 10
  average_order_value: '390.0000', // 1950 ÷ 5
  median_order_value: '300.0000',
  p90_order_value: '760.0000', // 400 + 0.6 × (1000 − 400)
  discount_amount: '10.0000',
  gross_profit: '400.0000', // (60 − 40) + (40 − 10) + (200 − 150) + (1000 − 700)
  returning_revenue_share: 850 / 1950, // (200 + 300 + 400 − 50) ÷ 1950
  invoiced_amount: '1000.0000',
  collected_amount: '750.0000',
  new_customers: 2, // 甲 and 丙
  active_customers: 3,
  repeat_rate: 2 / 3, // 甲 and 乙
  top10_customer_share: 1,
  customer_hhi: (350 ** 2 + 600 ** 2 + 1000 ** 2) / 1950 ** 2,
  opportunities_created: 7,
  opportunities_open: 3,
  opportunities_closed: 5,
  won_deals: 3,
  won_amount: '4000.0000',
  lost_deals: 1,
  lost_amount: '2000.0000',
  open_amount: '1000.0000',
  due_deals: 1, // p2, expected in December; nobody knows when p1 closes
  due_amount: '600.0000',
  weighted_pipeline: '100.0000', // 400 × 0.25; the other has no stage
  win_rate: 0.75, // 3 ÷ (3 + 1): disqualified is not lost
  win_rate_value: 4000 / 6000,
  win_rate_cohort: 2 / 6, // w1 and w3 of six that are 90 days old; w2 took 100 days, p2 is young
  average_deal_value: '2000.0000', // 4000 ÷ the two with an amount
  sales_cycle_days: 30, // 20, 30, 100
  sales_cycle_days_mean: 50,
  closing_days: 29, // 20, 28, 30, 100
  closing_days_mean: 44.5,
  stage_entries: 3, // p1 twice, w1 once; w2 has no history
  push_count: 1, // late, in March
  slip_rate: 1, // late, the only one that was expected in 2026 when the year began
  stage_conversion: 0.5, // w1 was won; p1 only came back
  leads: 4,
  valid_leads: 3,
  lead_conversion_rate: 1 / 3, // l1; l2 took 100 days, l3 never did, l4 is young
  lead_response_minutes: 30,
  interactions: 2,
};

let company: Company;
beforeAll(async () => {
  company = await aCompany({ rows: goldenCompany });
});
afterAll(() => company.close());

test.each([...catalogue.measures.keys()])('%s of the golden company', async (id) => {
  const expected = golden[id];
  const found = await company.measure(id);
  expect(found).toEqual(typeof expected === 'number' ? expect.closeTo(expected, 9) : expected);
});
