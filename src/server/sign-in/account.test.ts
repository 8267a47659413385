import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

type Session = { id: string; isCurrent: boolean; userAgent: string | null };

async function sessionsOf(cookie: string): Promise<readonly Session[]> {
  const answer = await at.call('/api/v1/me/sessions', { cookie });
  return ((await answer.json()) as { sessions: Session[] }).sessions;
}

const change = (cookie: string, current: string, next: string) =>
  at.call('/api/v1/me/password', { method: 'PUT', cookie, body: { current, next } });

const isIn = async (cookie: string) => (await at.call('/api/v1/me', { cookie })).status === 200;

test('a changed password ends the sessions elsewhere and keeps this one', async () => {
  await at.user('lin', { role: 'viewer' });
  const [here, elsewhere] = [await at.signIn('lin'), await at.signIn('lin')];
  expect((await change(here, 'correct horse', 'another horse')).status).toBe(204);
  expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
  const signIn = (password: string) => at.call('/api/v1/sign-in', { body: { email: 'lin@acme.test', password } });
  expect((await signIn('correct horse')).status).toBe(401);
  expect((await signIn('another horse')).status).toBe(204);
});

test('without the current password, or with a short new one, nothing changes', async () => {
  await at.user('mei', { role: 'viewer' });
  const cookie = await at.signIn('mei');
  const wrong = await change(cookie, 'wrong horse', 'another horse');
  expect(await wrong.json()).toMatchObject({ code: 'invalid_request', details: [{ place: { field: 'current' } }] });
  expect((await change(cookie, 'correct horse', 'short')).status).toBe(422);
  expect(await at.signIn('mei')).not.toBe('');
});

test('somebody at an open browser cannot guess the password for ever', async () => {
  await at.user('open', { role: 'viewer' });
  const cookie = await at.signIn('open');
  for (let turn = 0; turn < 5; turn += 1) await change(cookie, `guess ${turn}`, 'another horse');
  expect((await change(cookie, 'correct horse', 'another horse')).status).toBe(429);
});

test('one sees where one is signed in and ends a session there', async () => {
  await at.user('bo', { role: 'viewer' });
  const here = await at.signIn('bo');
  const phone = await at.call('/api/v1/sign-in', {
    body: { email: 'bo@acme.test', password: 'correct horse' },
    headers: { 'user-agent': 'Phone/1.0' },
  });
  const there = (phone.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
  const sessions = await sessionsOf(here);
  expect(sessions.map(({ isCurrent }) => isCurrent).toSorted()).toEqual([false, true]);
  const other = sessions.find(({ userAgent }) => userAgent === 'Phone/1.0');
  expect((await at.call(`/api/v1/me/sessions/${other?.id}`, { method: 'DELETE', cookie: here })).status).toBe(204);
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
});

test('nobody ends the session of somebody else', async () => {
  await at.user('eve', { role: 'admin' });
  await at.user('ada', { role: 'viewer' });
  const [eve, ada] = [await at.signIn('eve'), await at.signIn('ada')];
  const id = (await sessionsOf(ada))[0]?.id;
  expect((await at.call(`/api/v1/me/sessions/${id}`, { method: 'DELETE', cookie: eve })).status).toBe(404);
  expect(await isIn(ada)).toBe(true);
});

test('a key has no password and no sessions', async () => {
  const key = await at.key({ role: 'admin' });
  const body = { current: 'correct horse', next: 'another horse' };
  expect((await at.call('/api/v1/me/password', { method: 'PUT', key, body })).status).toBe(403);
  expect(await (await at.call('/api/v1/me/sessions', { key })).json()).toEqual({ sessions: [] });
});
