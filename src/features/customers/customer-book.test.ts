import { expect, test } from 'vitest';
import { type Day, epochDay } from '#shared/day.ts';
import { activityPoints } from '#stats/activity-score.ts';
import { aCompany } from '#testing/a-company.ts';
import { activityMap } from './activity-map.ts';
import { customerKinds, rulesOf } from './activity-rules.ts';
import { customerBook } from './customer-book.ts';
import { customerList } from './customer-list.ts';
import { usualRules } from './customer-rules.ts';
import { rfmGrid } from './rfm-grid.ts';

const { tiers: rules } = usualRules;
const question = { period: { from: '2026-01-01' as Day, before: '2027-01-01' as Day } };
/** It is 2026-11-20 there. */
const asOf = '2026-11-21' as Day;

const order = (customer_id: string, ordered_on: string, amount = 10, rep_id = 'li') => ({
  order_id: `${customer_id} ${ordered_on}`,
  customer_id,
  ordered_on,
  amount: String(amount),
  rep_id,
});
const talk = (customer_id: string, on_day: string, type: string, initiator = 'customer') => ({
  interaction_id: 't',
  customer_id,
  on_day,
  type,
  initiator,
});

/** Five buyers from the best (v) to the worst (z), and one who never bought. */
async function sixCustomers() {
  return aCompany({
    rows: {
      person: [{ id: 'li' }, { id: 'wang' }],
      customer: ['v', 'w', 'x', 'y', 'z', 'never'].map((id) => ({ id, owner_id: id === 'z' ? null : 'li' })),
      sale_order: [
        ...['2026-11-19', '2026-11-10', '2026-10-20', '2026-09-01', '2026-08-03'].map((day) => order('v', day, 100)),
        ...['2026-11-12', '2026-10-11', '2026-09-10', '2026-05-06'].map((day) => order('w', day, 50)),
        ...['2026-09-30', '2026-06-18', '2026-04-08'].map((day) => order('x', day, 20)),
        ...['2026-05-12', '2026-03-11'].map((day) => order('y', day, 10)),
        order('z', '2025-12-10', 5),
        order('never', '2024-01-04', 900),
      ],
    },
  });
}

test('recency, frequency and revenue are scored in fifths over the last 365 days', async () => {
  const company = await sixCustomers();
  const book = await customerBook(company.asking, asOf);
  expect(['v', 'w', 'x', 'y', 'z'].map((id) => book.of(id).score)).toEqual(
    [5, 4, 3, 2, 1].map((fifth) => ({ r: fifth, f: fifth, m: fifth })),
  );
  expect(book.of('v')).toMatchObject({ segment: 'champions', quietDays: 1 });
  expect(book.of('never')).toMatchObject({ segment: 'silent', score: null });
});

test('segments and their customers add up to all customers and their revenue', async () => {
  const company = await sixCustomers();
  const grid = await rfmGrid({ asking: company.asking }, question, rules);
  expect(grid.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(6);
  expect(grid.cells.map(({ recency, value, customers }) => [recency, value, customers]).sort()).toEqual(
    [1, 2, 3, 4, 5].map((fifth) => [fifth, fifth, 1]),
  );
  // 500 + 200 + 60 + 20 + 5, less the orders after the last month end: 200 of v and 50 of w.
  expect(grid.total).toEqual({ customers: 6, revenue: '535.0000' });
  const listed = await Promise.all(
    grid.segments.map(({ segment }) =>
      customerList({ asking: company.asking }, { ...question, segment, limit: 50 }, rules),
    ),
  );
  expect(listed.map(({ total, revenue }) => ({ customers: total, revenue }))).toEqual(
    grid.segments.map(({ customers, revenue }) => ({ customers, revenue })),
  );
});

test('a list comes in pages that do not overlap, and is searched by name', async () => {
  const company = await sixCustomers();
  const viewer = { asking: company.asking };
  const first = await customerList(viewer, { ...question, limit: 4 }, rules);
  const second = await customerList(viewer, { ...question, limit: 4, cursor: first.next ?? '' }, rules);
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(['v', 'w', 'x', 'y', 'z', 'never']);
  expect(second.next).toBeNull();
  const found = await customerList(viewer, { ...question, search: 'NEV', limit: 4 }, rules);
  expect(found.rows.map(({ id }) => id)).toEqual(['never']);
  const pool = await customerList(viewer, { ...question, pool: true, limit: 4 }, rules);
  expect(pool.rows.map(({ id, isInPool }) => [id, isInPool])).toEqual([['z', true]]);
});

test('only what the customer does makes it active; our calls are effort', async () => {
  const company = await aCompany({
    rows: {
      customer: [{ id: 'replies' }, { id: 'called' }, { id: 'nothing' }],
      interaction_fact: [
        talk('replies', '2026-11-02', '客户回复'),
        ...['2026-11-02', '2026-11-03', '2026-11-04'].map((day) => talk('called', day, '电话', 'us')),
      ],
    },
  });
  const book = await customerBook(company.asking, asOf);
  expect(['replies', 'called', 'nothing'].map((id) => book.of(id).activity)).toEqual([100, 0, 0]);
  expect(['replies', 'called', 'nothing'].map((id) => book.of(id).effort)).toEqual([0, 100, 0]);
});

test('points in the database are those of the statistic, daily caps and half-lives included', async () => {
  // More points for `one` than for `two` by the statistic, in spite of fewer acts: the caps bite.
  const one = [['2026-11-20', '客户来访'] as const, ['2026-10-01', '参加活动'] as const];
  const two = Array.from({ length: 9 }, () => ['2026-11-20', '客户回复'] as const);
  const points = (acts: readonly (readonly [string, string])[]) =>
    activityPoints(
      acts.map(([day, type]) => ({ day: epochDay(day as Day), type: kindOf(type) })),
      epochDay('2026-11-20' as Day),
      rulesOf(customerKinds),
    );
  expect(points(one)).toBeGreaterThan(points(two));
  const company = await aCompany({
    rows: {
      customer: [{ id: 'one' }, { id: 'two' }, { id: 'three' }],
      interaction_fact: [
        ...one.map((act) => talk('one', act[0], act[1])),
        ...two.map((act) => talk('two', act[0], act[1])),
      ],
    },
  });
  const book = await customerBook(company.asking, asOf);
  expect(['one', 'two', 'three'].map((id) => book.of(id).activity)).toEqual([100, 50, 0]);
});

function kindOf(type: string): string {
  return customerKinds.find(({ names }) => names.includes(type))?.id ?? 'reply';
}

test('a valuable customer that is less active than half of the others is going quiet, and neglected when we do nothing', async () => {
  const ids = ['quiet', 'busy', 's1', 's2', 's3'];
  const company = await aCompany({
    rows: {
      customer: ids.map((id) => ({ id, owner_id: 'li' })),
      person: [{ id: 'li' }],
      sale_order: [
        order('quiet', '2025-11-25', 100),
        order('busy', '2026-10-30', 90),
        ...['s1', 's2', 's3'].map((id) => order(id, '2026-10-15', 1)),
      ],
    },
  });
  const map = await activityMap({ asking: company.asking }, question, rules);
  expect(map.quiet.map(({ id, owner }) => [id, owner?.name])).toEqual([['quiet', 'li']]);
  expect(map).toMatchObject({ valuable: 2, neglected: 1 });
  expect(map.quadrants.reduce((sum, { customers }) => sum + customers, 0)).toBe(5);
});

test('a rep gets no customer, owner or amount of others', async () => {
  const company = await aCompany({
    rows: {
      person: [{ id: 'li' }, { id: 'wang' }],
      customer: [
        { id: 'mine', owner_id: 'li' },
        { id: 'shared', owner_id: 'wang' },
        { id: 'theirs', owner_id: 'wang' },
        { id: 'free', owner_id: null },
      ],
      sale_order: [
        order('mine', '2026-03-03', 10),
        order('shared', '2026-03-03', 5),
        order('shared', '2026-03-04', 70, 'wang'),
        order('theirs', '2026-03-04', 70, 'wang'),
      ],
      deal: [{ opportunity_id: 'd', customer_id: 'theirs', rep_id: 'wang', amount: '1' }],
    },
  });
  const narrow = company.as({ kind: 'some', people: ['li'], teams: [] });
  const list = await customerList({ asking: narrow.asking }, { ...question, limit: 50 }, rules);
  expect(list.rows.map(({ id, owner, revenue }) => [id, owner?.id ?? null, revenue])).toEqual([
    ['mine', 'li', '10.0000'],
    ['shared', null, '5.0000'],
    ['free', null, '0.0000'],
  ]);
  const stranger = await customerList({ asking: narrow.asking }, { ...question, owner: 'wang', limit: 50 }, rules);
  expect(stranger.total).toBe(0);
});
