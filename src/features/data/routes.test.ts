import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey } from '#features/settings/api-keys.ts';
import { sql } from '#shared/sql.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await testServer({ uploadLimitMb: 6 });
  key = await server.key({ role: 'admin' });
});
afterAll(() => server.close());

async function upload(files: Readonly<Record<string, string>>, as = key) {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name);
  const response = await fetch(`${server.url}/api/v1/imports/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}` },
    body: form,
  });
  return { status: response.status, body: await response.json() };
}

async function call(path: string, body?: unknown, as = key) {
  const response = await server.call(`/api/v1/imports${path}`, { key: as, ...(body === undefined ? {} : { body }) });
  return { status: response.status, body: await response.json() };
}

async function ended(id: string) {
  for (;;) {
    const { body } = await call(`/${id}`);
    if (body.state !== undefined && body.state !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const orders = '订单号,订单日期,客户名称,金额,备注\nA-1,03/04/2026,甲,1.5万,x\nA-2,05/04/2026,乙,20,y\n';
const tables = [{ file: 'orders.csv', dateOrder: 'dmy' }];

test('an upload says what each file is and what its columns probably mean', async () => {
  const { status, body } = await upload({ 'orders.csv': orders, 'picture.csv': '\u0089PNG\u0000\u0001' });
  expect(status).toBe(200);
  expect(body.files[0]).toMatchObject({
    name: 'orders.csv',
    encoding: 'utf-8',
    delimiter: ',',
    tables: [
      {
        headerRow: 1,
        suggestion: { kind: 'order_lines' },
        sample: [['A-1', '03/04/2026', '甲', '1.5万', 'x'], expect.anything()],
      },
    ],
  });
  expect(body.files[0].tables[0].suggestion.columns).toContainEqual({ column: '金额', field: 'amount', confidence: 1 });
  expect(body.files[1]).toMatchObject({ kind: null, tables: [], problems: [{ place: { file: 'picture.csv' } }] });
});

test('upload, preview, import, history, undo', async () => {
  const { uploadId } = (await upload({ 'orders.csv': orders })).body;
  const open = (await call('/preview', { uploadId })).body;
  expect(open.rejected[0]).toMatchObject({ code: 'ambiguous_date', row: 2, column: '订单日期' });
  expect(open).toMatchObject({ counted: false, fatalCount: 1 });
  expect(open.tables[0].columns[1]).toMatchObject({ column: '订单日期', type: 'date', dateChoices: ['dmy', 'mdy'] });
  const preview = (await call('/preview', { uploadId, mapping: { tables } })).body;
  expect(preview.report.blockingCount).toBe(0);
  expect(preview.tables[0].rows[0]).toMatchObject({ ordered_on: '2026-04-03', amount: '15000' });
  expect(preview.counted).toBe(true);
  expect(preview.report.entities.order_line).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
  expect(preview.report.totals).toMatchObject({ amount: '15020.0000', firstDay: '2026-04-03', lastDay: '2026-04-05' });
  expect((await call('')).body.imports).toEqual([]);

  const started = await call('', { uploadId, mapping: { tables } });
  expect(started.status).toBe(202);
  const done = await ended(started.body.id);
  expect(done).toMatchObject({ state: 'done', startedBy: 'admin', files: [{ name: 'orders.csv' }], progress: null });
  expect(done.report.entities.order_line).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
  const { imports } = (await call('')).body;
  expect(imports[0].id).toBe(started.body.id);
  const again = (await upload({ 'other-name.csv': orders })).body;
  expect(again.files[0].tables[0].remembered).toMatchObject({
    kind: 'order_lines',
    columns: { 金额: 'amount' },
    dateOrder: 'dmy',
  });

  expect((await call(`/${started.body.id}/undo`, {})).body).toMatchObject({ restored: 0 });
  expect((await call(`/${started.body.id}`)).body.state).toBe('undone');
  expect((await call(`/${started.body.id}/undo`, {})).status).toBe(409);
});

test('a failed import lists every rejected row by page and keeps the upload for another try', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `B-${index},2026-01-05,甲,zwanzig`);
  const { uploadId } = (
    await upload({ 'b.csv': `订单号,订单日期,客户名称,金额\n${rows.join('\n')}\nB-99,2026-01-05,甲,5\n` })
  ).body;
  const { id } = (await call('', { uploadId })).body;
  expect(await ended(id)).toMatchObject({ state: 'failed', report: { blockingCount: 30 } });
  const page = (await call(`/${id}/rejected?offset=20&limit=5`)).body;
  expect([page.total, page.next, page.rejected[0].row]).toEqual([30, 25, 22]);
  const partial = (await call('', { uploadId, allowPartial: true })).body;
  expect((await ended(partial.id)).report.totals).toMatchObject({ orders: 1, amount: '5.0000' });
});

test('files are looked at again with the encoding, delimiter, header row and kind that a person chose', async () => {
  const { uploadId } = (await upload({ 'x.csv': '导出于 2026-01-01\n单号;客户;合计\nA-1;甲;5\n' })).body;
  const look = async (chosen: object) => {
    const mapping = { tables: [{ file: 'x.csv', ...chosen }] };
    return (await call('/inspect', { uploadId, mapping })).body.files[0];
  };
  expect(await look({ delimiter: '|', headerRow: 1 })).toMatchObject({
    delimiter: '|',
    tables: [{ headerRow: 1, header: ['导出于 2026-01-01'] }],
  });
  const orders = await look({ headerRow: 2, kind: 'payments' });
  expect(orders.tables[0].header).toEqual(['单号', '客户', '合计']);
  expect(orders.tables[0].suggestion.columns).toEqual([{ column: '单号', field: 'order_number', confidence: 1 }]);
  expect((await look({ encoding: 'shift_jis' })).problems[0].place).toMatchObject({ file: 'x.csv' });
});

test('a file that is left out does not keep the others from being imported, even when it is damaged', async () => {
  const files = {
    'good.csv': '订单号,订单日期,客户名称,金额\nG-1,2026-01-05,甲,5\n',
    'damaged.csv': '\u0089PNG\u0000',
  };
  const { uploadId } = (await upload(files)).body;
  expect((await call('/preview', { uploadId })).body.fatalCount).toBe(1);
  const mapping = { tables: [{ file: 'damaged.csv', kind: 'skip' }] };
  const { fatalCount, report } = (await call('/preview', { uploadId, mapping })).body;
  expect([fatalCount, report.totals.amount]).toEqual([0, '5.0000']);
});

test('a file over the limit is refused and nothing of it is kept', async () => {
  const { status, body } = await upload({ 'large.csv': 'x'.repeat(6_400_000) });
  expect([status, body.code]).toEqual([413, 'body_too_large']);
});

test('uploads and imports belong to their workspace and to who may import', async () => {
  const { uploadId } = (await upload({ 'orders.csv': orders })).body;
  const workspace = await createWorkspace(server.store, server.deps.keyring, { slug: 'other', name: '别家' });
  const place = { workspaceId: workspace.id, role: 'admin', dataScope: 'all', personId: null, name: 'o' } as const;
  const other = (await createApiKey(server.store, place)).key;
  expect((await call('', { uploadId }, other)).status).toBe(404);
  expect((await call('/preview', { uploadId: '../../../etc' })).status).toBe(404);
  const rep = await server.key({ role: 'viewer' });
  expect([(await upload({ 'o.csv': orders }, rep)).status, (await call('', undefined, rep)).status]).toEqual([
    403, 403,
  ]);
});

test('a mapping may name every kind and field that the catalogue of imports lists', async () => {
  const { kinds } = (await call('/fields')).body;
  expect(kinds.map((each: { id: string }) => each.id)).toContain('order_lines');
  expect(kinds[0].fields[0]).toMatchObject({ id: expect.any(String), label: { zh: expect.any(String) } });
});

test('an import can be followed and cancelled while the embedded store is busy with it; nothing of it is kept', async () => {
  const before = await server.store.query(sql`select count(*) from order_line`);
  const rows = Array.from({ length: 120_000 }, (_, index) => `L-${index},2026-01-05,客户${index % 900},5`);
  const { uploadId } = (await upload({ 'l.csv': `订单号,订单日期,客户名称,金额\n${rows.join('\n')}\n` })).body;
  const { id } = (await call('', { uploadId })).body;
  for (;;) {
    const { body } = await call(`/${id}`);
    expect(body.state).toBe('running');
    if (body.progress.phase === 'writing' && body.progress.rows > 10_000) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // The first follower's credentials are known by now; cancel is the same person's.
  expect((await call(`/${id}/cancel`, {})).body).toEqual({ cancelled: true });
  expect(await ended(id)).toMatchObject({ state: 'cancelled' });
  expect(await server.store.query(sql`select count(*) from order_line`)).toEqual(before);
});
