import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;

beforeAll(async () => {
  const limits = { REQUESTS_PER_MINUTE: 4, ADDRESS_REQUESTS_PER_MINUTE: 6 };
  at = await testServer({ config: { PUBLIC_URL: null, TRUST_PROXY: 1, LOG_LEVEL: 'silent', ...limits } });
});
afterAll(() => at.close());

const from = (address: string) => ({ 'x-forwarded-for': address });

async function statuses(count: number, ask: () => Promise<Response>): Promise<readonly number[]> {
  const answers: number[] = [];
  for (let n = 0; n < count; n += 1) answers.push((await ask()).status);
  return answers;
}

test('a user is limited whatever address they come from, and is told when to come again', async () => {
  const lin = await at.key({ role: 'admin' });
  let n = 0;
  const ask = () => at.call('/api/v1/catalogue', { key: lin, headers: from(`10.0.0.${++n}`) });
  expect(await statuses(4, ask)).toEqual([200, 200, 200, 200]);
  const refused = await ask();
  expect(await refused.json()).toMatchObject({ code: 'rate_limited', status: 429 });
  expect(refused.headers.get('ratelimit-limit')).toBe('4');
  expect(refused.headers.get('ratelimit-remaining')).toBe('0');
  expect(Number(refused.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('colleagues behind one address do not use up each other’s limit', async () => {
  const keys = await Promise.all((['executive', 'finance', 'viewer'] as const).map((role) => at.key({ role })));
  for (const key of keys) {
    const ask = () => at.call('/api/v1/catalogue', { key, headers: from('10.1.0.1') });
    expect(await statuses(3, ask)).toEqual([200, 200, 200]);
  }
});

test('who is not signed in is limited by address', async () => {
  const ask = (address: string) => () => at.call('/api/v1/sign-out', { method: 'POST', headers: from(address) });
  expect(await statuses(7, ask('10.2.0.1'))).toEqual([204, 204, 204, 204, 204, 204, 429]);
  expect((await ask('10.2.0.2')()).status).toBe(204);
});

test('all addresses of one IPv6 network count as one', async () => {
  let n = 0;
  const ask = () =>
    at.call('/api/v1/sign-out', { method: 'POST', headers: from(`2001:db8:0:7::${(++n).toString(16)}`) });
  expect((await statuses(7, ask)).at(-1)).toBe(429);
  const other = { method: 'POST', headers: from('2001:db8:0:8::1') };
  expect((await at.call('/api/v1/sign-out', other)).status).toBe(204);
});

test('who guesses keys is limited by address', async () => {
  const ask = () => at.call('/api/v1/me', { headers: { ...from('10.3.0.1'), authorization: 'Bearer guess' } });
  expect(await statuses(7, ask)).toEqual([401, 401, 401, 401, 401, 401, 429]);
});

test('health is never limited', async () => {
  const ask = () => at.call('/api/health', { headers: from('10.4.0.1') });
  expect(new Set(await statuses(20, ask))).toEqual(new Set([200]));
});
