import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Row, upsertRows } from '#store/rows.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;

const events = (id: string, ...list: readonly (readonly [kind: string, on: string, more: Row | object])[]): Row[] =>
  list.map(([kind, on, more], index) => ({
    id: `${id}-${index}`,
    opportunity_id: id,
    seq: index + 1,
    kind,
    on_day: on,
    status: 'open',
    amount: '500',
    ...more,
  }));

/** It is 24 November. 沈's deal was created on the 2nd and never moved; 梁's went on after ten days and was won on the 20th. */
beforeAll(async () => {
  at = await testServer();
  const deal = { pipeline_id: 'sales', has_stage_history: true };
  const rows: Readonly<Record<'pipeline' | 'stage' | 'opportunity' | 'opportunity_event', readonly Row[]>> = {
    pipeline: [{ id: 'sales', name: '直销' }],
    stage: [
      { id: 's1', pipeline_id: 'sales', name: '接洽', position: 1, kind: 'open' },
      { id: 's2', pipeline_id: 'sales', name: '报价', position: 2, kind: 'open' },
      { id: 'won', pipeline_id: 'sales', name: '赢单', position: 3, kind: 'won' },
    ],
    opportunity: [
      { id: 'a', created_on: '2026-11-02', ...deal },
      { id: 'b', created_on: '2026-08-01', ...deal },
    ],
    opportunity_event: [
      ...events('a', ['created', '2026-11-02', { stage_id: 's1', owner_id: 'shen' }]),
      ...events(
        'b',
        ['created', '2026-08-01', { stage_id: 's1', owner_id: 'liang' }],
        ['stage', '2026-08-11', { stage_id: 's2', owner_id: 'liang' }],
        ['won', '2026-11-20', { stage_id: 'won', status: 'won', owner_id: 'liang' }],
      ),
    ],
  };
  await at.store.transaction(async (tx) => {
    for (const [entity, each] of Object.entries(rows)) {
      const upsert = { workspaceId: at.workspace.id, entity: entity as keyof typeof rows, rows: each };
      await upsertRows(tx, at.deps.keyring, upsert);
    }
  });
});
afterAll(() => at.close());

type Who = Parameters<TestServer['key']>[0];

async function ask(path: string, who: Who, body: object) {
  const response = await at.call(`/api/v1/pipeline/${path}`, { key: await at.key(who), body });
  return { status: response.status, body: await response.json() };
}

const year = { period: { kind: 'this', unit: 'year' } };

test('the stage in which a deal is created counts from that day on, although no event enters it', async () => {
  const { body } = await ask('dwell', { role: 'admin' }, year);
  const rows = body.stages.map((row: { stage: { name: string }; dwell: object | null; standing: object }) => [
    row.stage.name,
    row.dwell,
    row.standing,
  ]);
  expect(rows).toEqual([
    [
      '接洽',
      expect.objectContaining({ n: 2, open: 1, median: 10 }),
      { count: 1, amount: '500.0000', age: { n: 1, p25: 22, p50: 22, p75: 22 } },
    ],
    ['报价', expect.objectContaining({ n: 1, open: 0, median: 101 }), { count: 0, amount: '0.0000', age: null }],
  ]);
});

test('a rep’s stages, funnel and win rate have nothing of a colleague', async () => {
  const shen = { role: 'rep', personId: 'shen' } as const;
  const dwell = await ask('dwell', shen, year);
  expect(dwell.body.stages.map((row: { dwell: { n: number } | null }) => row.dwell?.n ?? 0)).toEqual([1, 0]);
  expect((await ask('win-rate', shen, year)).body).toEqual({ won: 0, lost: 0, rate: null, interval: null });
  expect((await ask('funnel', shen, year)).body.deals.now.n).toBe(0);
});

test('the deal of the mature cohort came through both stages and was won', async () => {
  const { status, body } = await ask('funnel', { role: 'admin' }, year);
  expect(status).toBe(200);
  const steps = body.steps.map((step: { now: { n: number; reached: number } }) => [step.now.n, step.now.reached]);
  expect(steps).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test.each(['dwell', 'funnel', 'win-rate'])('%s refuses what it does not know', async (path) => {
  const { body } = await ask(path, { role: 'viewer' }, { ...year, colour: 'red' });
  expect(body.code).toBe('invalid_request');
});
