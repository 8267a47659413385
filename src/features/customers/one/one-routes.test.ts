import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertRows } from '#store/rows.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
const keys: Record<string, string> = {};

/** 甲 is 沈's with a contact and orders of 梁 and 沈; 乙 is 梁's, where 沈 once took an order; 丙 is in the pool. */
beforeAll(async () => {
  at = await testServer();
  for (const personId of ['zhou', 'shen', 'liang']) {
    keys[personId] = await at.key({ role: personId === 'zhou' ? 'manager' : 'rep', personId });
  }
  keys.admin = await at.key({ role: 'admin' });
  keys.viewer = await at.key({ role: 'viewer' });
  const orders = [
    { id: 'o1', customer_id: 'jia', rep_id: 'liang', ordered_on: '2026-09-01' },
    { id: 'o2', customer_id: 'jia', rep_id: 'shen', ordered_on: '2026-10-01', ordered_minute: '600' },
    { id: 'o3', customer_id: 'yi', rep_id: 'shen', ordered_on: '2026-10-05' },
    { id: 'o4', customer_id: 'yi', rep_id: 'liang', ordered_on: '2026-11-05' },
  ];
  const rows = {
    customer: [
      { id: 'jia', name: '甲公司', owner_id: 'shen', type: '中型企业' },
      { id: 'yi', name: '乙公司', owner_id: 'liang' },
      { id: 'bing', name: '丙公司', owner_id: null },
      { id: 'ding', name: '丁公司', owner_id: 'liang' },
    ],
    contact: [
      { id: 'k1', customer_id: 'jia', name: '王小明', title: '采购', phone: '13812341234', email: 'ming@jia.example' },
      { id: 'k2', customer_id: 'yi', name: '李', phone: '110' },
    ],
    sales_order: orders.map((order) => ({ number: order.id, ...order })),
    order_line: orders.map(({ id }) => ({ id: `${id} 1`, order_id: id, line_number: '1', amount: '100' })),
    interaction: [
      {
        id: 'i1',
        customer_id: 'jia',
        rep_id: 'shen',
        type: '电话',
        on_day: '2026-10-01',
        minute: '660',
        note: '等预算批下来',
      },
    ],
    customer_event: [
      { id: 'e1', customer_id: 'jia', kind: 'owner', on_day: '2026-09-15', owner_id: 'shen', by_name: '管理员' },
    ],
  };
  await at.store.transaction(async (tx) => {
    for (const [entity, each] of Object.entries(rows)) {
      const write = { workspaceId: at.workspace.id, entity: entity as keyof typeof rows, rows: each };
      await upsertRows(tx, at.deps.keyring, write);
    }
  });
});
afterAll(() => at.close());

async function get<T>(path: string, who: string): Promise<{ status: number; body: T }> {
  const response = await at.call(path, { key: keys[who] ?? '' });
  return { status: response.status, body: (await response.json()) as T };
}

type One = Readonly<{
  name: string;
  owner: unknown;
  isOurs: boolean;
  contacts: readonly unknown[];
  figures: { revenue: string; orders: number };
  mayReveal: boolean;
  next: { code: string };
}>;

const one = (id: string, who: string) => get<One>(`/api/v1/customers/${id}`, who);

type Timeline = Readonly<{ items: readonly { kind: string; id: string; note: string | null }[]; next: string | null }>;

const timeline = (id: string, who: string, query = '') =>
  get<Timeline>(`/api/v1/customers/${id}/timeline${query}`, who);

const reveal = (id: string, contact: string, who: string) =>
  at.call(`/api/v1/customers/${id}/contacts/${contact}/reveal`, { method: 'POST', key: keys[who] ?? '' });

test('the owner sees all of a customer, whoever took the orders', async () => {
  const { body } = await one('jia', 'shen');
  expect(body).toMatchObject({
    name: '甲公司',
    owner: { id: 'shen', name: '沈' },
    isOurs: true,
    figures: { revenue: '200.0000', orders: 2 },
    owners: [{ kind: 'owner', on: '2026-09-15', owner: '沈', by: '管理员' }],
  });
});

test('a rep never sees a customer that is another’s alone', async () => {
  expect((await one('ding', 'shen')).status).toBe(404);
  expect((await timeline('ding', 'shen')).status).toBe(404);
  expect((await one('nobody', 'admin')).status).toBe(404);
});

test('of a customer handed over a rep sees what was their own, neither owner nor contacts', async () => {
  const { body } = await one('yi', 'shen');
  expect(body).toMatchObject({ isOurs: false, owner: null, contacts: [], mayReveal: false, churn: null });
  expect(body.figures).toMatchObject({ revenue: '100.0000', orders: 1 });
  expect((await timeline('yi', 'shen')).body.items.map(({ id }) => id)).toEqual(['o3']);
});

test('a customer of the pool can be looked at and claimed', async () => {
  expect((await one('bing', 'liang')).body).toMatchObject({ isInPool: true, isOurs: false, next: { code: 'claim' } });
});

test('contacts are masked for everyone', async () => {
  const masked = { id: 'k1', title: '采购', name: '王**', phone: '138****1234', email: 'm***@jia.example' };
  for (const who of ['shen', 'admin', 'viewer']) expect((await one('jia', who)).body.contacts).toEqual([masked]);
  expect((await one('yi', 'liang')).body.contacts).toEqual([
    { id: 'k2', title: null, name: '李**', phone: '****0', email: null },
  ]);
});

test('a contact is revealed within scope by permission, and every reveal is on record', async () => {
  expect((await one('jia', 'viewer')).body.mayReveal).toBe(false);
  expect((await reveal('jia', 'k1', 'viewer')).status).toBe(403);
  expect((await reveal('jia', 'k1', 'liang')).status).toBe(404);
  expect((await reveal('jia', 'k2', 'shen')).status).toBe(404);
  const audit = () => get<{ entries: readonly unknown[] }>('/api/v1/audit', 'admin');
  expect((await audit()).body.entries).toEqual([]);
  const shown = await reveal('jia', 'k1', 'shen');
  expect(await shown.json()).toMatchObject({ name: '王小明', phone: '13812341234', email: 'ming@jia.example' });
  expect((await audit()).body.entries).toMatchObject([
    { actor: 'key:rep', action: 'contact_revealed', subjectId: 'k1', details: { customerId: 'jia' } },
  ]);
  expect((await get('/api/v1/audit', 'shen')).status).toBe(403);
});

test('the timeline is newest first, page after page, with notes in clear', async () => {
  const all = (await timeline('jia', 'shen')).body;
  expect(all.items.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'interaction i1',
    'order o2',
    'owner e1',
    'order o1',
  ]);
  expect(all.items[0]?.note).toBe('等预算批下来');
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Timeline = (await timeline('jia', 'shen', `?limit=1${cursor && `&cursor=${cursor}`}`)).body;
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  expect(paged).toEqual(all.items.map(({ id }) => id));
});
