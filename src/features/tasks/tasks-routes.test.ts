import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { upsertRows } from '#store/rows.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import type { ReadTask } from './task-schema.ts';

let at: TestServer;
let admin: string;
let manager: string;
let shen: string;
let liang: string;

/** 甲 is 沈's customer, 乙 梁's, 丙 is in the pool; 周 leads 沈's team. */
beforeAll(async () => {
  at = await testServer();
  [admin, manager, shen, liang] = await Promise.all([
    at.key({ role: 'admin' }),
    at.key({ role: 'manager', personId: 'zhou' }),
    at.key({ role: 'rep', personId: 'shen' }),
    at.key({ role: 'rep', personId: 'liang' }),
  ]);
  const rows = [
    { id: 'jia', name: '甲公司', owner_id: 'shen' },
    { id: 'yi', name: '乙公司', owner_id: 'liang' },
    { id: 'bing', name: '丙公司', owner_id: null },
  ];
  await at.store.transaction((tx) =>
    upsertRows(tx, at.deps.keyring, { workspaceId: at.workspace.id, entity: 'customer', rows }),
  );
});
afterAll(() => at.close());

const task = (changes: Record<string, unknown> = {}) => ({ customerId: 'jia', title: '打电话问近况', ...changes });

async function add(tasks: unknown, key = admin, headers: Record<string, string> = {}) {
  const response = await at.call('/api/v1/tasks', { key, body: { tasks: [tasks].flat() }, headers });
  const body = (await response.json()) as {
    tasks: { id: string; assigneeId: string; version: number }[];
    details: { place: { field: string } }[];
  };
  return { status: response.status, tasks: body.tasks, fields: body.details?.map(({ place }) => place.field) };
}

async function list(query = '', key = admin) {
  const response = await at.call(`/api/v1/tasks?${query}`, { key });
  return (await response.json()) as { tasks: ReadTask[]; next: string | null; counts: Record<string, number> };
}

async function edit(id: string | undefined, body: unknown, key = admin) {
  const response = await at.call(`/api/v1/tasks/${id}`, { method: 'PUT', key, body });
  return { status: response.status, task: (await response.json()) as ReadTask & { code: string } };
}

test('a follow-up goes to the owner of the customer unless someone is named', async () => {
  const { tasks } = await add([task(), task({ customerId: 'yi' }), task({ assigneeId: 'zhou' })]);
  expect(tasks.map(({ assigneeId }) => assigneeId)).toEqual(['shen', 'liang', 'zhou']);
});

test('a follow-up of a customer in the pool goes to the writer', async () => {
  expect((await add(task({ customerId: 'bing' }), shen)).tasks).toMatchObject([{ assigneeId: 'shen' }]);
});

test('what a follow-up says is read back in clear and sealed in the store', async () => {
  const words = { kind: 'churn', note: '问问试产进度', dueOn: '2026-11-30', atRisk: '1234.5', probability: 0.25 };
  const { tasks } = await add(task({ ...words, title: '稳住甲公司' }));
  const read = (await list('kind=churn')).tasks.find(({ id }) => id === tasks[0]?.id);
  expect(read).toMatchObject({
    ...words,
    atRisk: '1234.5000',
    title: '稳住甲公司',
    customer: { id: 'jia', name: '甲公司' },
    assignee: { id: 'shen', name: '沈' },
    createdOn: '2026-11-24',
  });
  const [stored] = await at.store.query<{ title: string; note: string }>(
    sql`select title, note from task where id = ${tasks[0]?.id ?? ''}`,
  );
  expect(`${stored?.title} ${stored?.note}`).not.toMatch(/甲公司|试产/);
});

test('nobody writes a follow-up for people or customers they do not see, nor learns that they exist', async () => {
  const refused = await add(
    [task({ customerId: 'yi' }), task({ assigneeId: 'liang' }), task({ customerId: 'x' })],
    shen,
  );
  expect(refused).toMatchObject({
    status: 422,
    fields: ['tasks.0.customerId', 'tasks.1.assigneeId', 'tasks.2.customerId'],
  });
  expect((await add(task({ assigneeId: 'shen' }), manager)).status).toBe(201);
  expect((await add(task({ customerId: 'yi' }), manager)).status).toBe(422);
});

test('all are written or none', async () => {
  const before = (await list()).counts.open;
  expect((await add([task(), task({ customerId: 'nobody' })])).status).toBe(422);
  expect((await list()).counts.open).toBe(before);
});

test('the same key again writes nothing', async () => {
  const headers = { 'idempotency-key': 'again' };
  const [first, second] = [await add(task(), admin, headers), await add(task(), admin, headers)];
  expect(second.tasks).toEqual(first.tasks);
});

test('a rep sees the tasks of their own and of their customers, never those of others', async () => {
  await add([task({ assigneeId: 'zhou', title: '周去拜访甲' }), task({ customerId: 'yi', title: '乙的事' })]);
  const titles = (key: string) => list('limit=200', key).then(({ tasks }) => tasks.map(({ title }) => title));
  expect(await titles(shen)).toContain('周去拜访甲');
  expect(await titles(shen)).not.toContain('乙的事');
  expect(await titles(liang)).toContain('乙的事');
  expect(await titles(manager)).not.toContain('乙的事');
});

test('mine are those assigned to me', async () => {
  const { tasks } = await list('mine=true&limit=200', shen);
  expect(new Set(tasks.map(({ assignee }) => assignee?.id))).toEqual(new Set(['shen']));
});

test('open ones come by due day, page after page, each once', async () => {
  const days = ['2026-12-03', '2026-11-23', null, '2026-11-24', '2026-12-03'];
  await add(days.map((dueOn) => task({ kind: 'training', personId: 'liang', customerId: undefined, dueOn })));
  const seen: (string | null)[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof list>> = await list(`kind=training&limit=2&cursor=${cursor}`);
    seen.push(...page.tasks.map(({ dueOn }) => dueOn));
    expect(page.counts).toEqual({ open: 5, overdue: 1, today: 1, done: 0 });
    cursor = page.next;
  }
  expect(seen).toEqual(['2026-11-23', '2026-11-24', '2026-12-03', '2026-12-03', null]);
});

test('done needs an outcome, and opening again takes it away', async () => {
  const id = (await add(task())).tasks[0]?.id;
  expect((await edit(id, { version: 1, state: 'done' })).status).toBe(422);
  const done = await edit(id, { version: 1, state: 'done', outcome: 'retained', outcomeNote: '下月补单' });
  expect(done.task).toMatchObject({ version: 2, doneOn: '2026-11-24', outcome: 'retained', outcomeNote: '下月补单' });
  const open = await edit(id, { version: 2, state: 'open' });
  expect(open.task).toMatchObject({
    version: 3,
    doneOn: null,
    outcome: null,
    outcomeNote: null,
    title: '打电话问近况',
  });
});

test('of two edits of the same version the second is told', async () => {
  const id = (await add(task())).tasks[0]?.id;
  const results = await Promise.all(['2026-12-01', '2026-12-02'].map((dueOn) => edit(id, { version: 1, dueOn })));
  expect(results.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(results.find(({ status }) => status === 409)?.task.code).toBe('conflict');
});

test('what a rep does not see they cannot edit, and it does not exist for them', async () => {
  const id = (await add(task({ customerId: 'yi' }))).tasks[0]?.id;
  expect((await edit(id, { version: 1, state: 'done', outcome: 'lost' }, shen)).status).toBe(404);
  const own = (await add(task())).tasks[0]?.id;
  expect((await edit(own, { version: 1, assigneeId: 'liang' }, shen)).status).toBe(422);
});

test('a made-up cursor is refused', async () => {
  expect((await at.call('/api/v1/tasks?cursor=bm8', { key: admin })).status).toBe(422);
});
