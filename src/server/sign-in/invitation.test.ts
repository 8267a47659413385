import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let admin: string;

beforeAll(async () => {
  at = await testServer();
  admin = await at.key({ role: 'admin' });
});
afterAll(() => at.close());

type Made = { id: string; token: string; expiresAt: string };

async function invited(email: string, place: object = { role: 'rep', personId: 'shen' }): Promise<Made> {
  const response = await at.call('/api/v1/invitations', { key: admin, body: { email, name: '小沈', ...place } });
  expect(response.status).toBe(201);
  return (await response.json()) as Made;
}

const look = (token: string) => at.call('/api/v1/invitations/look', { body: { token } });
const accept = (token: string, password = 'a fresh password', name = '') =>
  at.call('/api/v1/invitations/accept', { body: { token, password, name } });

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');

test('somebody new accepts, chooses a password, and sees only what they were invited to', async () => {
  const { token, expiresAt } = await invited('shen@acme.test');
  expect(expiresAt).toBe('2026-12-01T02:00:00.000Z');
  expect(await (await look(token)).json()).toMatchObject({
    workspace: '安克',
    email: 'shen@acme.test',
    role: 'rep',
    hasAccount: false,
  });
  const cookie = cookieOf(await accept(token));
  expect(await (await at.call('/api/v1/me', { cookie })).json()).toMatchObject({
    viewer: { name: '沈', email: 'shen@acme.test', role: 'rep', seesAll: false, personId: 'shen' },
  });
  const again = await at.call('/api/v1/sign-in', { body: { email: 'shen@acme.test', password: 'a fresh password' } });
  expect(again.status).toBe(204);
});

test('a link works once, also when it is used twice at the same moment', async () => {
  const { token } = await invited('once@acme.test');
  const answers = await Promise.all([accept(token), accept(token)]);
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  expect((await accept(token)).status).toBe(404);
  expect((await look(token)).status).toBe(404);
  const users = await at.store.query(sql`select 1 from sign_in_user where email = 'once@acme.test'`);
  expect(users).toHaveLength(1);
});

test('a link is over after a week, when it is taken back, and when another one replaces it', async () => {
  const old = await invited('late@acme.test');
  const newer = await invited('late@acme.test');
  expect((await look(old.token)).status).toBe(404);
  expect((await look(newer.token)).status).toBe(200);
  at.setNow('2026-12-01T02:00:00.000Z');
  expect((await accept(newer.token)).status).toBe(404);
  at.setNow('2026-11-24T02:00:00.000Z');
  await at.call(`/api/v1/invitations/${newer.id}`, { method: 'DELETE', key: admin });
  expect((await accept(newer.token)).status).toBe(404);
});

test('who has an account proves it by its password, and keeps it', async () => {
  await at.user('known', { role: 'viewer' });
  await at.store.query(
    sql`delete from member where user_id = (select id from sign_in_user where email = 'known@acme.test')`,
  );
  const { token } = await invited('known@acme.test', { role: 'finance' });
  expect(await (await look(token)).json()).toMatchObject({ hasAccount: true });
  expect((await accept(token, 'a password of the holder of the link')).status).toBe(401);
  expect((await look(token)).status).toBe(200);
  expect((await accept(token, 'correct horse')).status).toBe(204);
  const me = await at.call('/api/v1/me', { cookie: await at.signIn('known') });
  expect(await me.json()).toMatchObject({ viewer: { role: 'finance' } });
});

test('a link is no way to guess the password of an account', async () => {
  await at.user('guarded', { role: 'viewer' });
  await at.store.query(
    sql`delete from member where user_id = (select id from sign_in_user where email = 'guarded@acme.test')`,
  );
  const { token } = await invited('guarded@acme.test', { role: 'finance' });
  for (let turn = 0; turn < 5; turn += 1) {
    expect((await accept(token, `guess number ${turn}`)).status).toBe(401);
    expect((await look(token)).status).toBe(200);
  }
  expect((await accept(token, 'correct horse')).status).toBe(429);
});

test('made-up links are stopped after forty from one address', async () => {
  const stranger = await testServer();
  const statuses: number[] = [];
  for (let turn = 0; turn < 41; turn += 1) {
    const body = { token: `made up ${turn}` };
    statuses.push((await stranger.call('/api/v1/invitations/look', { body })).status);
  }
  expect(new Set(statuses.slice(0, 40))).toEqual(new Set([404]));
  expect(statuses.at(-1)).toBe(429);
  await stranger.close();
});

test('a short password is refused and the link stays good', async () => {
  const { token } = await invited('short@acme.test');
  expect((await accept(token, 'short')).status).toBe(422);
  expect((await look(token)).status).toBe(200);
});

test('a member is not invited again, and only the hash of a link is kept', async () => {
  await at.user('inside', { role: 'viewer' });
  const again = await at.call('/api/v1/invitations', {
    key: admin,
    body: { email: 'INSIDE@acme.test', role: 'viewer' },
  });
  expect(again.status).toBe(409);
  const { token } = await invited('hashed@acme.test');
  const [{ rows } = { rows: '' }] = await at.store.query<{ rows: string }>(
    sql`select string_agg(i::text, ' ') as rows from invitation i`,
  );
  expect(rows).not.toContain(token);
  expect(await (await at.call('/api/v1/invitations', { key: admin })).text()).not.toContain(token);
});
