import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '#features/settings/api-keys.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

// Real sample data lies beside the project and is not part of it; without it these tests are skipped, visibly.
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const isHere = existsSync(folder);

let server: TestServer;
let key: string;
let count = 0;

beforeAll(async () => {
  if (isHere) server = await testServer();
});
afterAll(() => server?.close());

async function freshWorkspace(): Promise<void> {
  count += 1;
  const workspace = await createWorkspace(server.store, server.deps.keyring, {
    slug: `real-${count}`,
    name: '真实数据',
  });
  key = (
    await createApiKey(server.store, {
      workspaceId: workspace.id,
      role: 'admin',
      dataScope: 'all',
      personId: null,
      name: 't',
    })
  ).key;
}

async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await server.call(`/api/v1${path}`, { key, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 1000)}`);
  return JSON.parse(text) as T;
}

type Batch = Readonly<{
  id: string;
  state: string;
  report: {
    entities: Record<string, { inserted: number; updated: number }>;
    notes: { code: string; count: number }[];
    rejectedCount: number;
  };
}>;

/** Uploads, starts and follows an import as the web wizard does. */
async function imported(...paths: string[]): Promise<Batch> {
  const form = new FormData();
  for (const path of paths) form.append('files', new Blob([readFileSync(folder + path)]), path.split('/').at(-1));
  const headers = { authorization: `Bearer ${key}` };
  const response = await fetch(`${server.url}/api/v1/imports/files`, { method: 'POST', headers, body: form });
  const { uploadId } = (await response.json()) as { uploadId: string };
  const { id } = await call<{ id: string }>('/imports', { uploadId });
  for (;;) {
    const batch = await call<Batch>(`/imports/${id}`);
    if (batch.state !== 'running') return batch;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

type Answer = Readonly<{ rows: Record<string, unknown>[]; totals: Record<string, unknown> }>;

const ask = (question: object) => call<Answer>('/query', { period: { kind: 'all' }, ...question });
const changed = ({ report }: Batch) =>
  Object.values(report.entities).reduce((sum, { inserted, updated }) => sum + inserted + updated, 0);

describe.skipIf(!isHere)('the superstore', () => {
  const shop = ['zh_superstore/订单.csv', 'zh_superstore/退货.csv', 'zh_superstore/销售人员.csv'];

  async function holdsItsFigures(): Promise<void> {
    const { totals } = await ask({ measures: ['gross_revenue', 'gross_profit', 'order_count'] });
    expect(totals).toMatchObject({ gross_revenue: '16117548.2370', gross_profit: '2156559.5170', order_count: 4985 });
    const years = await ask({
      measures: ['gross_revenue'],
      grain: 'year',
      period: { from: '2014-01-01', before: '2018-01-01' },
    });
    const byYear = years.rows.map((row) => [row.year, Math.round(Number(row.gross_revenue))]);
    expect(byYear).toEqual([
      ['2014-01-01', 2_939_663],
      ['2015-01-01', 3_443_376],
      ['2016-01-01', 4_246_043],
      ['2017-01-01', 5_488_466],
    ]);
    for (const [dimension, size] of [
      ['customer', 790],
      ['product', 1955],
      ['customer_type', 3],
      ['region', 6],
      ['product_line', 3],
    ] as const) {
      expect((await ask({ measures: ['gross_revenue'], by: [dimension], limit: 5000 })).rows.length).toBe(size);
    }
  }

  test('three files are one import with every figure; again they change nothing; undo takes them back', async () => {
    await freshWorkspace();
    const first = await imported(...shop);
    expect([first.state, first.report.rejectedCount]).toEqual(['done', 153]);
    await holdsItsFigures();
    expect((await ask({ measures: ['refund_amount'] })).totals).toMatchObject({ refund_amount: '461451.1580' });
    const reps = await ask({ measures: ['gross_revenue'], by: ['rep'] });
    expect(reps.rows.map((row) => row.rep).sort()).toEqual(['楚杰', '范彩', '洪光', '殷莲', '杨健', '白德伟'].sort());
    expect(changed(await imported(...shop))).toBe(0);
    expect(changed(await imported('zh_superstore/订单_gb18030.csv'))).toBe(0);
    expect(changed(await imported('zh_superstore/示例 - 超市.xls'))).toBe(0);
    const { imports } = await call<{ imports: Batch[] }>('/imports');
    for (const each of imports) await call(`/imports/${each.id}/undo`, {});
    expect((await ask({ measures: ['order_count'] })).totals).toMatchObject({ order_count: 0 });
  });

  test('the workbook, or the GB18030 file alone, gives the same figures', async () => {
    await freshWorkspace();
    await imported('zh_superstore/示例 - 超市.xls');
    await holdsItsFigures();
    await freshWorkspace();
    await imported('zh_superstore/订单_gb18030.csv');
    await holdsItsFigures();
  });
});

describe.skipIf(!isHere)('the pipeline of a hardware firm', () => {
  const others = ['accounts', 'products', 'sales_teams', 'data_dictionary'].map((name) => `maven_crm/${name}.csv`);

  test.each([
    'maven_crm/sales_pipeline.csv',
    'maven_crm/variants/sales_pipeline_dates_mdy.csv',
    'maven_crm/variants/sales_pipeline_dates_dd-mm-yy_quarters.csv',
  ])('%s gives every figure', async (path) => {
    await freshWorkspace();
    const { state, report } = await imported(path, ...others);
    expect(state).toBe('done');
    expect(report.notes).toContainEqual(expect.objectContaining({ code: 'joined_name', count: 1480 }));
    const measures = [
      'won_deals',
      'lost_deals',
      'opportunities_open',
      'won_amount',
      'win_rate',
      'average_deal_value',
      'sales_cycle_days',
    ];
    const { totals } = await ask({ measures });
    expect(totals).toMatchObject({
      won_deals: 4238,
      lost_deals: 2473,
      opportunities_open: 2089,
      won_amount: '10005534.0000',
    });
    expect(Number(totals.win_rate)).toBeCloseTo(0.6315, 4);
    expect(Number(totals.average_deal_value)).toBeCloseTo(2360.91, 2);
    const { rows } = await ask({ measures: ['won_amount', 'won_deals'], grain: 'quarter' });
    expect(rows.filter((row) => row.won_deals !== 0).map((row) => [Number(row.won_amount), row.won_deals])).toEqual([
      [1_134_672, 531],
      [3_086_111, 1_254],
      [2_982_255, 1_257],
      [2_802_496, 1_196],
    ]);
    const reps = await ask({
      measures: ['won_amount'],
      by: ['rep'],
      order: [{ by: 'won_amount', direction: 'desc' }],
      limit: 1,
    });
    expect(reps.rows[0]).toMatchObject({ rep: 'Darcel Schlecht', won_amount: '1153214.0000' });
    const lines = await ask({ measures: ['won_amount'], by: ['product_line'] });
    expect(lines.rows.map((row) => row.product_line).sort()).toEqual(['GTK', 'GTX', 'MG']);
  });
});
