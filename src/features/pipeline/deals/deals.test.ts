import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { type Row, upsertRows } from '#store/rows.ts';
import { bothEngines } from '#testing/engines.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import type { ReadDeal, WrittenDeal } from './deal-schema.ts';

describe.each(bothEngines())('on $name', ({ open }) => {
  let at: TestServer;
  let admin: string;
  let manager: string;
  let shen: string;
  let liang: string;

  beforeAll(async () => {
    at = await testServer({ store: await open() });
    [admin, manager, shen, liang] = await Promise.all([
      at.key({ role: 'admin' }),
      at.key({ role: 'manager', personId: 'zhou' }),
      at.key({ role: 'rep', personId: 'shen' }),
      at.key({ role: 'rep', personId: 'liang' }),
    ]);
    await at.store.transaction(async (tx) => {
      const put = (entity: 'pipeline' | 'stage' | 'customer', rows: readonly Row[]) =>
        upsertRows(tx, at.deps.keyring, { workspaceId: at.workspace.id, entity, rows });
      await put('pipeline', [{ id: 'sales', name: '直销' }]);
      await put('stage', [
        { id: 's1', pipeline_id: 'sales', name: '接洽', position: 1, kind: 'open', dwell_limit_days: 14 },
        { id: 's2', pipeline_id: 'sales', name: '报价', position: 2, kind: 'open', probability: '0.5' },
        { id: 'won', pipeline_id: 'sales', name: '赢单', position: 3, kind: 'won' },
        { id: 'lost', pipeline_id: 'sales', name: '输单', position: 4, kind: 'lost' },
      ]);
      await put('customer', [
        { id: 'jia', name: '甲公司', owner_id: 'shen' },
        { id: 'yi', name: '乙公司', owner_id: 'liang' },
      ]);
    });
  });
  afterAll(() => at.close());

  type Answer<T> = Readonly<{ status: number; body: T & { code?: string; details?: Fault[] } }>;
  type Fault = { detail: { zh: string }; place?: { field?: string } };

  async function call<T = WrittenDeal>(path: string, init: Parameters<TestServer['call']>[1]): Promise<Answer<T>> {
    const response = await at.call(`/api/v1/opportunities${path}`, init);
    return { status: response.status, body: (await response.json()) as Answer<T>['body'] };
  }
  const deal = (changes: Record<string, unknown> = {}, key = shen) =>
    call('', { key, body: { name: '泵站改造', customerId: 'jia', amount: '100', ...changes } });
  const change = (
    { id, version }: Pick<WrittenDeal, 'id' | 'version'>,
    step: unknown,
    { key = shen, headers = {} }: { key?: string; headers?: Record<string, string> } = {},
  ) => call(`/${id}/changes`, { key, headers, body: { version, change: step } });
  const read = (id: string, key = shen) => call<ReadDeal>(`/${id}`, { key });
  const openAmount = async (key = admin) => {
    const question = { measures: ['open_amount', 'opportunities_open'], by: ['stage'], period: { kind: 'all' } };
    const response = await at.call('/api/v1/query', { key, body: question });
    const { rows } = (await response.json()) as { rows: { stage: string; open_amount: string }[] };
    return Object.fromEntries(rows.map((row) => [row.stage, row.open_amount]));
  };

  test('a deal is opened in the first stage, and the next question counts it there', async () => {
    const before = await openAmount();
    const { status, body } = await deal({ amount: '12.345' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 1, status: 'open', stageId: 's1', ownerId: 'shen', amount: '12.3450' });
    const after = await openAmount();
    expect(Number(after.接洽) - Number(before.接洽 ?? 0)).toBeCloseTo(12.345, 6);
  });

  test('every step is an event that carries the whole state', async () => {
    const opened = (await deal()).body;
    const moved = (await change(opened, { kind: 'stage', stageId: 's2' })).body;
    const dearer = (await change(moved, { kind: 'amount', amount: '150' })).body;
    const later = (await change(dearer, { kind: 'expected_close', on: '2026-12-31' })).body;
    const won = (await change(later, { kind: 'won', amount: '140' })).body;
    expect(won).toMatchObject({ version: 5, status: 'won', stageId: 'won', amount: '140.0000' });
    const { history } = (await read(opened.id)).body;
    expect(
      history.map(({ seq, kind, stage, amount, amountBefore, by }) => [seq, kind, stage, amount, amountBefore, by]),
    ).toEqual([
      [1, 'created', '接洽', '100.0000', null, 'rep'],
      [2, 'stage', '报价', '100.0000', '100.0000', 'rep'],
      [3, 'amount', '报价', '150.0000', '100.0000', 'rep'],
      [4, 'expected_close', '报价', '150.0000', '150.0000', 'rep'],
      [5, 'won', '赢单', '140.0000', '150.0000', 'rep'],
    ]);
  });

  test('of two people who move the same card at once exactly one wins, and the other is told how it stands', async () => {
    const opened = (await deal()).body;
    const both = await Promise.all([
      change(opened, { kind: 'stage', stageId: 's2' }, { key: shen }),
      change(opened, { kind: 'lost', reason: '价格' }, { key: manager }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const told = both.find(({ status }) => status === 409)?.body;
    expect(told?.code).toBe('conflict');
    expect(told?.details?.[0]?.detail.zh).toMatch(/现在(在“报价”|已输单（价格）)，负责人沈，金额100，/);
    expect((await read(opened.id)).body.history).toHaveLength(2);
  });

  test('the same request again answers the same and writes nothing', async () => {
    const opened = (await deal()).body;
    const again = { headers: { 'idempotency-key': `move ${opened.id}` } };
    const first = await change(opened, { kind: 'stage', stageId: 's2' }, again);
    const second = await change(opened, { kind: 'stage', stageId: 's2' }, again);
    expect(second).toEqual(first);
    expect((await read(opened.id)).body.version).toBe(2);
    expect((await change(opened, { kind: 'won' }, again)).body.code).toBe('conflict');
  });

  test('what is so already writes nothing', async () => {
    const opened = (await deal()).body;
    expect((await change(opened, { kind: 'amount', amount: '100.00' })).body).toEqual(opened);
  });

  test('a rep neither reads nor writes a colleague’s deal, and does not learn that it exists', async () => {
    const { body: theirs } = await deal({ customerId: null }, liang);
    const asked = await Promise.all([
      read(theirs.id),
      change(theirs, { kind: 'stage', stageId: 's2' }),
      call(`/${theirs.id}`, { method: 'PUT', key: shen, body: { version: 1, name: 'x' } }),
      call(`/${theirs.id}/interactions`, { key: shen, body: { type: '电话' } }),
      read('nowhere'),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(asked[0]?.body).toEqual({ ...asked[4]?.body, instance: expect.anything() });
  });

  test('a deal goes with its owner: who gave it away does not see it any more', async () => {
    const opened = (await deal()).body;
    const give = (key: string, ownerId: string) =>
      call(`/${opened.id}/owner`, { key, body: { version: 1, ownerId, note: '懂行' } });
    expect((await give(shen, 'liang')).status).toBe(403);
    expect((await give(manager, 'liang')).body.details?.[0]?.place?.field).toBe('ownerId');
    expect((await give(admin, 'liang')).body).toMatchObject({ version: 2, ownerId: 'liang' });
    expect((await read(opened.id)).status).toBe(404);
    const last = (await read(opened.id, liang)).body.history.at(-1);
    expect(last).toMatchObject({ kind: 'owner', ownerBefore: '沈', owner: '梁', note: '懂行', by: 'admin' });
  });

  test('undo puts the state back as an event, and the stay in the stage goes on', async () => {
    at.setNow('2026-11-10T02:00:00.000Z');
    const opened = (await deal()).body;
    at.setNow('2026-11-24T02:00:00.000Z');
    const lost = (await change(opened, { kind: 'lost', reason: '价格' })).body;
    const back = (await change(lost, { kind: 'undo' })).body;
    expect(back).toMatchObject({ version: 3, status: 'open', stageId: 's1' });
    const { history, daysInStage, lostReason } = (await read(opened.id)).body;
    expect(history.at(-1)).toMatchObject({ kind: 'reopened', lostReason: null });
    expect({ daysInStage, lostReason }).toEqual({ daysInStage: 14, lostReason: null });
    const fresh = (await deal()).body;
    expect((await change(fresh, { kind: 'undo' })).status).toBe(422);
  });

  test('a closed deal does not move until it is reopened, where it was last', async () => {
    const opened = (await deal()).body;
    const moved = (await change(opened, { kind: 'stage', stageId: 's2' })).body;
    const lost = (await change(moved, { kind: 'lost', reason: '选择竞品', competitor: '竞品甲' })).body;
    expect((await change(lost, { kind: 'stage', stageId: 's1' })).status).toBe(422);
    const reopened = (await change(lost, { kind: 'reopened' })).body;
    expect(reopened).toMatchObject({ status: 'open', stageId: 's2' });
    expect((await change(reopened, { kind: 'stage', stageId: 'won' })).body.details?.[0]?.place?.field).toBe('stageId');
  });

  test('losing needs a reason', async () => {
    const opened = (await deal()).body;
    const { status, body } = await change(opened, { kind: 'lost' });
    expect([status, body.code, body.details?.[0]?.place?.field]).toEqual([422, 'invalid_request', 'change.reason']);
  });

  test('name and customer are edited under the same version, and only to what one sees', async () => {
    const opened = (await deal()).body;
    const edit = (body: object) => call(`/${opened.id}`, { method: 'PUT', key: shen, body });
    expect((await edit({ version: 1, customerId: 'yi' })).body.details?.[0]?.place?.field).toBe('customerId');
    expect((await edit({ version: 1, name: '泵站二期', productId: 'pump' })).body.version).toBe(2);
    expect((await edit({ version: 1, name: '旧的' })).body.code).toBe('conflict');
    const now = (await read(opened.id)).body;
    expect(now).toMatchObject({ name: '泵站二期', customer: { name: '甲公司' }, product: { name: '泵' } });
  });

  test('a note about a call is on the deal', async () => {
    const opened = (await deal()).body;
    const body = { type: '电话', initiator: 'customer', note: '下周二回复' };
    expect((await call(`/${opened.id}/interactions`, { key: shen, body })).status).toBe(201);
    const { interactions } = (await read(opened.id)).body;
    expect(interactions).toMatchObject([{ type: '电话', initiator: 'customer', by: '沈', note: '下周二回复' }]);
    const [raw] = await at.store.query<{ note: string }>(
      sql`select note from interaction where opportunity_id = ${opened.id}`,
    );
    expect(raw?.note).toMatch(/^v1\./);
  });
});
