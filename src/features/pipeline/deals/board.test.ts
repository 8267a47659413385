import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCompany, type Company } from '#testing/a-company.ts';
import { dealBoard } from './board.ts';

let company: Company;

/** It is 2026-11-20: three deals of 沈 and one of 梁 in direct sales, one deal in the channel. */
beforeAll(async () => {
  const deal = (id: string, more: Record<string, string | number | null>) => ({
    opportunity_id: id,
    stage_id: 's1',
    stage_on: '2026-11-01',
    rep_id: 'shen',
    created_on: '2026-10-01',
    version: 3,
    ...more,
  });
  company = await aCompany({
    rows: {
      pipeline: [
        { id: 'sales', name: '直销' },
        { id: 'channel', name: '渠道' },
      ],
      stage: [
        { id: 's2', name: '报价', position: 2, probability: '0.5' },
        { id: 's1', name: '接洽', position: 1, dwell_limit_days: 14 },
        { id: 'won', name: '赢单', position: 3, kind: 'won' },
        { id: 'c1', name: '签约', pipeline_id: 'channel' },
      ],
      person: [
        { id: 'shen', name: '沈' },
        { id: 'liang', name: '梁' },
      ],
      customer: [{ id: 'jia', name: '甲公司' }],
      deal: [
        deal('a', { amount: '100', customer_id: 'jia', name: '泵站' }),
        deal('b', { amount: '300.5', stage_on: '2026-11-10' }),
        deal('c', { amount: null }),
        deal('d', { amount: '50', rep_id: 'liang', stage_id: 's2', stage_on: '2026-11-20' }),
        deal('e', { amount: '7', pipeline_id: 'channel', stage_id: 'c1' }),
        deal('f', { amount: '900', status: 'won', stage_id: 'won', status_on: '2026-11-02' }),
      ],
    },
  });
});
afterAll(() => company.close());

test('columns stand in the order of the stages, with count and sum of all deals and those over the limit', async () => {
  const { pipelineId, columns } = await dealBoard(company.asking, {});
  expect(pipelineId).toBe('sales');
  const heads = columns.map(({ name, count, amount, overLimit }) => [name, count, amount, overLimit]);
  expect(heads).toEqual([
    ['接洽', 3, '400.5000', 2],
    ['报价', 1, '50.0000', 0],
  ]);
});

test('columns add up to the measures', async () => {
  const { columns } = await dealBoard(company.asking, { pipelineId: 'sales' });
  const { rows } = await company.ask({ measures: ['opportunities_open', 'open_amount'], by: ['stage'] });
  const told = new Map(rows.map((row) => [row.stage_key, [row.opportunities_open, row.open_amount]]));
  for (const { stageId, count, amount } of columns) expect([count, amount]).toEqual(told.get(stageId));
});

test('a card has its names, its days in the stage and the version to send back', async () => {
  const { columns } = await dealBoard(company.asking, { order: 'age' });
  expect(columns[0]?.cards[0]).toEqual({
    id: 'a',
    version: 3,
    name: '泵站',
    customer: { id: 'jia', name: '甲公司' },
    owner: { id: 'shen', name: '沈' },
    amount: '100.0000',
    expectedCloseOn: null,
    daysInStage: 19,
  });
});

test('a column shows as many cards as asked, the largest first, and still counts all', async () => {
  const { columns } = await dealBoard(company.asking, { limits: { s1: 1 } });
  expect(columns[0]).toMatchObject({ count: 3, cards: [{ id: 'b' }] });
  expect(columns[1]?.cards).toHaveLength(1);
});

test('a rep’s board has the rep’s own deals, in cards and in sums', async () => {
  const asking = company.as({ kind: 'some', people: ['liang'], teams: [] }).asking;
  const { columns } = await dealBoard(asking, {});
  expect(columns.map(({ count, amount, cards }) => [count, amount, cards.length])).toEqual([
    [0, '0.0000', 0],
    [1, '50.0000', 1],
  ]);
});

test('filters of the page narrow the board', async () => {
  const { columns } = await dealBoard(company.asking, { where: [{ field: 'rep_key', op: 'in', values: ['liang'] }] });
  expect(columns.map(({ count }) => count)).toEqual([0, 1]);
});

test('an open deal without a stage has a column of its own', async () => {
  const other = await aCompany({ open: 2, rows: { pipeline: [{ id: 'sales', name: '直销' }] } });
  const { columns } = await dealBoard(other.asking, {});
  expect(columns).toMatchObject([{ stageId: null, count: 2, amount: '200.0000' }]);
  other.close();
});

test('a company without pipelines has an empty board', async () => {
  const other = await aCompany();
  expect(await dealBoard(other.asking, {})).toEqual({ pipelineId: null, asOf: '2026-11-20', columns: [] });
  other.close();
});
