import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissionsOf, roles } from '#features/permissions.ts';
import { catalogue } from '#metrics/catalogue.ts';
import { atomsOf } from '#semantic/define.ts';
import { guardOf } from '#semantic/open-catalogue.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let rep: string;
let finance: string;

const period = { from: '2026-11-01', before: '2026-12-01' };

beforeAll(async () => {
  at = await testServer();
  const key = await at.key({ role: 'admin' });
  const body = {
    number: 'S-1',
    orderedOn: '2026-11-20',
    repId: 'shen',
    lines: [{ amount: '100', cost: '63.5', productId: 'pump', quantity: '1' }],
  };
  expect((await at.call('/api/v1/orders', { key, body })).status).toBe(201);
  rep = await at.key({ role: 'rep', personId: 'shen' });
  finance = await at.key({ role: 'finance' });
});
afterAll(() => at.close());

type Body = Readonly<Record<string, unknown>>;

const ask = async (key: string, path: string, body: Body) => {
  const response = await at.call(path, { key, body });
  return { status: response.status, text: await response.text() };
};

const question = { measures: ['gross_profit'], period };
const surfaces: readonly (readonly [string, string, Body])[] = [
  ['a figure', '/api/v1/query', question],
  ['a figure among others', '/api/v1/query', { ...question, measures: ['revenue', 'gross_profit'] }],
  ['a share of it', '/api/v1/query', { ...question, measures: [{ id: 'gross_profit', show: 'share' }], by: ['rep'] }],
  ['a batch', '/api/v1/query/batch', { questions: [{ measures: ['revenue'], period }, question] }],
  ['the rows behind it', '/api/v1/query/rows', question],
  ['the rows behind a cell', '/api/v1/query/rows', { ...question, at: { rep: 'shen' } }],
  ['its passport', '/api/v1/query/passport', question],
];

test.each(surfaces)(
  'without margin.read gross profit is refused as %s, and its value is not told',
  async (_as, path, body) => {
    const { status, text } = await ask(rep, path, body);
    expect([status, text]).toEqual([403, expect.stringContaining('margin.read')]);
    expect(text).not.toContain('36.5');
  },
);

test.each(surfaces)('with margin.read gross profit is answered as %s', async (_as, path, body) => {
  const { status, text } = await ask(finance, path, body);
  expect(status, text).toBe(200);
});

test('nobody orders by what they may not see', async () => {
  const body = { measures: ['revenue'], by: ['rep'], period, order: [{ by: 'gross_profit', direction: 'desc' }] };
  const { status, text } = await ask(rep, '/api/v1/query', body);
  expect([status >= 400, text.includes('36.5')]).toEqual([true, false]);
});

test.each(['where', 'by'])('nobody uses it in %s either', async (place) => {
  const where = [{ field: 'gross_profit', op: 'in', values: ['36.5000'] }];
  const body = { measures: ['revenue'], period, ...(place === 'where' ? { where } : { by: ['gross_profit'] }) };
  expect((await ask(rep, '/api/v1/query', body)).status).toBeGreaterThanOrEqual(400);
});

test('the catalogue, and its "did you mean", leave out what the reader may not ask', async () => {
  const ids = async (key: string) => {
    const { measures } = (await (await at.call('/api/v1/catalogue', { key })).json()) as { measures: { id: string }[] };
    return measures.map(({ id }) => id);
  };
  expect(await ids(rep)).not.toContain('gross_profit');
  expect(await ids(finance)).toContain('gross_profit');
  const misspelt = { measures: ['gross_profi'], period };
  expect((await ask(rep, '/api/v1/query', misspelt)).text).not.toContain('gross_profit');
  expect((await ask(finance, '/api/v1/query', misspelt)).text).toContain('gross_profit');
});

test('every list behind every measure is without costs for a rep', async () => {
  for (const id of catalogue.measures.keys()) {
    const { text } = await ask(rep, '/api/v1/query/rows', { measures: [id], period });
    expect([id, text.includes('63.5'), text.includes('36.5')]).toEqual([id, false, false]);
  }
});

test('whatever reads a cost is guarded, and nothing else is', () => {
  const costly = [...catalogue.measures.values()].filter(({ value }) =>
    atomsOf(value).some((atom) => /\bcost\b/.test(JSON.stringify([atom.ways, atom.where ?? '']))),
  );
  expect(costly.map(({ id }) => id)).toEqual(['gross_profit']);
  expect(costly.map(guardOf)).toEqual(['margin.read']);
  const columns = [...catalogue.facts.values()].flatMap(({ list }) => list);
  expect(columns.filter(({ sql, guardedBy }) => /\bcost\b/.test(sql) && !guardedBy)).toEqual([]);
});

test('admin, executive and finance see margins unless a workspace decides otherwise', () => {
  expect(roles.filter((role) => permissionsOf(role).includes('margin.read'))).toEqual([
    'admin',
    'executive',
    'finance',
  ]);
});
