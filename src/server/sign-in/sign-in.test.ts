import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
  await at.user('lin', { role: 'admin' });
});
afterAll(() => at.close());

const lin = { email: 'lin@acme.test', password: 'correct horse' };

async function problemOf(response: Response) {
  return (await response.json()) as { code: string; status: number; detail?: string };
}

test('the right password opens a session that knows who asks', async () => {
  const me = await at.call('/api/v1/me', { cookie: await at.signIn('lin') });
  expect(await me.json()).toMatchObject({
    viewer: { name: 'lin', email: 'lin@acme.test', role: 'admin', seesAll: true },
    workspace: { slug: 'acme', currency: 'CNY', zone: 'Asia/Shanghai' },
    workspaces: [{ slug: 'acme', name: '安克' }],
    calendar: { today: '2026-11-24', quarter: { from: '2026-10-01', before: '2027-01-01', workdaysTotal: 62 } },
  });
});

test('the session cookie is out of reach of scripts and other sites', async () => {
  const response = await at.call('/api/v1/sign-in', { body: lin });
  const [cookie] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^salesboard\.session_token=/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).not.toMatch(/Secure/);
});

test('behind TLS the session cookie is secure', async () => {
  const behindTls = await testServer({
    config: { PUBLIC_URL: 'https://sales.example.com', TRUST_PROXY: 0, LOG_LEVEL: 'silent' },
  });
  await behindTls.user('lin', { role: 'admin' });
  const response = await behindTls.call('/api/v1/sign-in', { body: lin });
  expect(response.headers.getSetCookie()[0]).toMatch(/; Secure/);
  await behindTls.close();
});

test('the e-mail may be typed in capitals and with spaces', async () => {
  const response = await at.call('/api/v1/sign-in', { body: { ...lin, email: ' LIN@Acme.test ' } });
  expect(response.status).toBe(204);
});

test('a wrong password and an unknown e-mail get the same answer', async () => {
  const wrong = await problemOf(await at.call('/api/v1/sign-in', { body: { ...lin, password: 'wrong' } }));
  const unknown = await problemOf(await at.call('/api/v1/sign-in', { body: { ...lin, email: 'nobody@acme.test' } }));
  expect(wrong).toMatchObject({ code: 'wrong_credentials', status: 401 });
  expect({ ...unknown, instance: '' }).toEqual({ ...wrong, instance: '' });
});

test('an unknown e-mail takes about as long as a wrong password', async () => {
  await at.user('timing', { role: 'viewer' });
  const took = async (email: string) => {
    const times: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const start = performance.now();
      await at.call('/api/v1/sign-in', { body: { email, password: 'wrong' } });
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const ratio = (await took('unknown@acme.test')) / (await took('timing@acme.test'));
  expect(ratio).toBeGreaterThan(0.4);
  expect(ratio).toBeLessThan(2.5);
});

test('after five wrong passwords even the right one has to wait', async () => {
  await at.user('guessed', { role: 'viewer' });
  for (let turn = 0; turn < 5; turn += 1) {
    await at.call('/api/v1/sign-in', { body: { email: 'guessed@acme.test', password: 'wrong' } });
  }
  const refused = await at.call('/api/v1/sign-in', { body: { ...lin, email: 'guessed@acme.test' } });
  expect(await problemOf(refused)).toMatchObject({ code: 'rate_limited', status: 429 });
});

test('signing out ends the session on the server, not only in the browser', async () => {
  const cookie = await at.signIn('lin');
  const out = await at.call('/api/v1/sign-out', { method: 'POST', cookie });
  expect(out.status).toBe(204);
  expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
  expect((await at.call('/api/v1/me', { cookie })).status).toBe(401);
});

test('a forged session cookie opens nothing', async () => {
  const cookie = await at.signIn('lin');
  const forged = cookie.replace(/=[^.]+/, '=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  expect((await at.call('/api/v1/me', { cookie: forged })).status).toBe(401);
});

test('a write that another site made the browser send is refused', async () => {
  const cookie = await at.signIn('lin');
  for (const headers of [{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }]) {
    const response = await at.call('/api/v1/sign-out', { method: 'POST', cookie, headers });
    expect(response.status).toBe(403);
  }
  expect((await at.call('/api/v1/me', { cookie })).status).toBe(200);
});

test('a write from our own page is let in', async () => {
  const headers = { origin: at.url, 'sec-fetch-site': 'same-origin' };
  expect((await at.call('/api/v1/sign-in', { body: lin, headers })).status).toBe(204);
});

test('an API key opens its workspace with its own role', async () => {
  const me = await at.call('/api/v1/me', { key: await at.key({ role: 'finance' }) });
  expect(await me.json()).toMatchObject({ viewer: { role: 'finance', email: null }, workspace: { slug: 'acme' } });
});

test('an unknown, a malformed and a revoked API key open nothing', async () => {
  const revoked = await at.key({ role: 'admin' });
  await at.store.db.execute(`update api_key set revoked_at = now()`);
  for (const key of [revoked, `sb_${'A'.repeat(43)}`, 'nonsense', '']) {
    expect((await at.call('/api/v1/me', { key })).status).toBe(401);
  }
});

test('an API key does not open a workspace it was not made for', async () => {
  const response = await at.call('/api/v1/me', {
    key: await at.key({ role: 'admin' }),
    headers: { 'x-workspace': 'another' },
  });
  expect(await problemOf(response)).toMatchObject({ code: 'not_allowed', status: 403 });
});
