import type { CompanyRows } from './a-company.ts';

type Row = Readonly<Record<string, string | number | boolean>>;

const ours = { rep_id: 'li', region_id: 'east' };

/**
 * A company small enough to count by hand. Two regions, two reps, three customers; five orders in 2026 that count, one
 * draft, one cancelled; one refund; four deals decided in 2026, two open; four leads.
 */
export const goldenCompany: CompanyRows = {
  person: [
    { id: 'li', name: '李' },
    { id: 'wang', name: '王' },
  ],
  team: [{ id: 'one', name: '一部' }],
  team_ancestor: [{ team_id: 'one', ancestor_id: 'one' }],
  assignment: [{ person_id: 'li', team_id: 'one' }],
  region: [
    { id: 'east', name: '华东' },
    { id: 'south', name: '华南' },
  ],
  product_line: [
    { id: 'hard', name: '硬件' },
    { id: 'soft', name: '软件' },
  ],
  product: [
    { id: 'box', name: '盒子', line_id: 'hard', root_line_id: 'hard' },
    { id: 'app', name: '应用', line_id: 'soft', root_line_id: 'soft' },
  ],
  customer: [
    { id: 'a', name: '甲公司', type: '直销' },
    { id: 'b', name: '乙公司', type: '渠道' },
    { id: 'c', name: '丙公司', type: '直销' },
  ],
  stage: [{ id: 'talk', name: '谈判', probability: '0.25' }],
  // 2026: 甲 100 + 300, 乙 200 + 400, 丙 1000; discounts 10; costs known for 1400 of revenue.
  sale: [
    ...line('o1', '2026-01-10', {
      customer_id: 'a',
      product_id: 'box',
      amount: '60',
      discount: '10',
      cost: '40',
      quantity: '2',
      is_first: true,
    }),
    ...line('o1', '2026-01-10', {
      line_id: 'o1b',
      customer_id: 'a',
      product_id: 'app',
      amount: '40',
      cost: '10',
      quantity: '1',
      is_first: true,
    }),
    ...line('o2', '2026-02-10', {
      customer_id: 'b',
      product_id: 'box',
      amount: '200',
      cost: '150',
      quantity: '5',
      rep_id: 'wang',
      region_id: 'south',
    }),
    ...line('o3', '2026-03-10', { customer_id: 'a', product_id: 'app', amount: '300', quantity: '3' }),
    ...line('o4', '2026-04-10', {
      customer_id: 'b',
      product_id: 'box',
      amount: '400',
      quantity: '4',
      rep_id: 'wang',
      region_id: 'south',
    }),
    ...line('o5', '2026-05-10', {
      customer_id: 'c',
      product_id: 'box',
      amount: '1000',
      cost: '700',
      quantity: '10',
      is_first: true,
    }),
    ...line('draft', '2026-05-11', { customer_id: 'c', amount: '9999', is_draft: true }),
    ...line('gone', '2026-05-12', { customer_id: 'c', amount: '8888', cancelled_on: '2026-06-01' }),
  ],
  sale_order: [
    order('o1', '2026-01-10', { customer_id: 'a', amount: '100', is_first: true, line_count: 2 }),
    order('o2', '2026-02-10', { customer_id: 'b', amount: '200', rep_id: 'wang', region_id: 'south' }),
    order('o3', '2026-03-10', { customer_id: 'a', amount: '300' }),
    order('o4', '2026-04-10', { customer_id: 'b', amount: '400', rep_id: 'wang', region_id: 'south' }),
    order('o5', '2026-05-10', { customer_id: 'c', amount: '1000', is_first: true }),
    order('draft', '2026-05-11', { customer_id: 'c', amount: '9999', is_draft: true }),
    order('gone', '2026-05-12', { customer_id: 'c', amount: '8888', cancelled_on: '2026-06-01' }),
  ],
  refund_fact: [
    {
      refund_id: 'r1',
      order_id: 'o3',
      line_id: 'o3',
      refunded_on: '2026-06-15',
      amount: '50',
      customer_id: 'a',
      product_id: 'app',
      rep_id: 'li',
      region_id: 'east',
    },
  ],
  invoice_fact: [{ invoice_id: 'i1', order_id: 'o5', invoiced_on: '2026-05-20', amount: '1000', rep_id: 'li' }],
  payment_fact: [
    { payment_id: 'm1', order_id: 'o5', paid_on: '2026-06-20', amount: '600', rep_id: 'li' },
    { payment_id: 'm2', order_id: 'o5', paid_on: '2026-07-20', amount: '150', rep_id: 'li' },
  ],
  // Won: 1000 after 30 days, 3000 after 100 days, no amount after 20. Lost: 2000. Disqualified: one. Open: 400 and 600, and one
  // of the year before without an amount, expected in 2026 and pushed to 2027.
  deal: [
    ...deal('w1', '2026-01-01', { status: 'won', status_on: '2026-01-31', amount: '1000' }),
    ...deal('w2', '2026-01-11', { status: 'won', status_on: '2026-04-21', amount: '3000' }),
    ...deal('w3', '2026-06-01', { status: 'won', status_on: '2026-06-21' }),
    ...deal('l1', '2026-02-01', { status: 'lost', status_on: '2026-03-01', amount: '2000', lost_reason: '价格' }),
    ...deal('x1', '2026-02-01', { status: 'disqualified', status_on: '2026-03-02', amount: '7000' }),
    ...deal('p1', '2026-02-01', { status: 'open', status_on: '2026-02-01', amount: '400', stage_id: 'talk' }),
    ...deal('p2', '2026-11-01', {
      status: 'open',
      status_on: '2026-11-01',
      amount: '600',
      expected_close_on: '2026-12-15',
    }),
    ...pushed('late', '2025-12-01', { on: '2026-03-01', from: '2026-03-31', to: '2027-01-31' }),
  ],
  stage_visit: [
    {
      visit_id: 'p1 1',
      opportunity_id: 'p1',
      stage_id: 'talk',
      entered_on: '2026-02-01',
      left_on: '2026-03-01',
      ...ours,
    },
    { visit_id: 'p1 3', opportunity_id: 'p1', stage_id: 'talk', entered_on: '2026-04-01', is_first: false, ...ours },
    {
      visit_id: 'w1 1',
      opportunity_id: 'w1',
      stage_id: 'talk',
      entered_on: '2026-01-01',
      left_on: '2026-01-31',
      advanced_on: '2026-01-31',
      ...ours,
    },
    {
      visit_id: 'w2 1',
      opportunity_id: 'w2',
      stage_id: 'talk',
      entered_on: '2026-01-11',
      has_stage_history: false,
      ...ours,
    },
  ],
  // Four leads; three valid; two old ones converted within 90 days, one after 100 days, one still young.
  lead_fact: [
    {
      lead_id: 'l1',
      created_on: '2026-01-05',
      responded_on: '2026-01-05',
      response_minutes: 10,
      valid_on: '2026-01-06',
      converted_on: '2026-02-01',
    },
    {
      lead_id: 'l2',
      created_on: '2026-02-05',
      responded_on: '2026-02-06',
      response_minutes: 30,
      valid_on: '2026-02-06',
      converted_on: '2026-05-16',
    },
    { lead_id: 'l3', created_on: '2026-03-05', invalid_on: '2026-03-06' },
    {
      lead_id: 'l4',
      created_on: '2026-11-05',
      responded_on: '2026-11-05',
      response_minutes: 500,
      valid_on: '2026-11-06',
      converted_on: '2026-11-07',
    },
  ],
  interaction_fact: [
    { interaction_id: 'v1', on_day: '2026-03-03', type: 'visit' },
    { interaction_id: 'v2', on_day: '2026-03-04' },
  ],
};

function line(id: string, on: string, more: Row) {
  return [{ line_id: id, order_id: id, ordered_on: on, ...ours, ...more }];
}

function order(id: string, on: string, more: Row) {
  return { order_id: id, ordered_on: on, ...ours, ...more };
}

function deal(id: string, on: string, more: Row) {
  const { status, status_on: since } = more as Record<string, string>;
  const fixed = { opportunity_id: id, name: id, created_on: on, created_rep_id: 'li', rep_id: 'li' };
  if (status === 'open' || !since) return [{ ...fixed, from_on: on, ...more }];
  const { lost_reason: _, ...before } = more;
  return [
    { ...fixed, ...before, from_on: on, before_on: since, status: 'open', status_on: on },
    { ...fixed, ...more, from_on: since },
  ];
}

function pushed(id: string, on: string, push: Readonly<{ on: string; from: string; to: string }>) {
  const [open] = deal(id, on, { status: 'open', status_on: on, expected_close_on: push.from });
  const then = { ...open, from_on: push.on, expected_close_on: push.to, push_count: 1 };
  return [{ ...open, before_on: push.on }, then];
}
