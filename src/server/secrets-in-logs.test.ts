import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mail } from '#connectors/mail/mailer.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

const lines: string[] = [];
const letters: Mail[] = [];
let at: TestServer;

/** A route that fails with what was sent in its message, as a driver of a database does. */
const failing: FastifyPluginAsyncZod<RouteDeps> = async (server) => {
  server.post('/api/v1/failing', { config: { permission: 'public' } }, async (request) => {
    throw new Error(`insert failed: "${JSON.stringify(request.body)}"`, { cause: request.headers.authorization });
  });
};

beforeAll(async () => {
  at = await testServer(
    {
      config: { PUBLIC_URL: null, TRUST_PROXY: 0, LOG_LEVEL: 'debug' },
      logStream: { write: (line) => lines.push(line) },
      mailer: { isConfigured: true, send: async (mail) => void letters.push(mail) },
    },
    [failing],
  );
});
afterAll(() => at.close());

const spoken = new Set<string>();

/** Remembers a secret that was used, and gives it on. */
function secret(text: string | undefined): string {
  if (!text || text.length < 6) throw new Error('that is no secret');
  spoken.add(text);
  return text;
}

async function json<T>(response: Response): Promise<T> {
  expect([response.url, response.ok]).toEqual([response.url, true]);
  return (await response.json()) as T;
}

async function tokenByMail(): Promise<string> {
  await expect.poll(() => letters.length, { timeout: 20_000 }).toBeGreaterThan(0);
  return secret(/#(\S+)/.exec(letters.shift()?.text ?? '')?.[1]);
}

test('whatever secret comes by, the log at its most talkative does not repeat it', async () => {
  await at.user('lin', { role: 'admin' });
  const cookie = await at.signIn('lin');
  secret(cookie.split('=')[1]);
  secret('correct horse');
  await at.call('/api/v1/sign-in', { body: { email: 'lin@acme.test', password: secret('a wrong password') } });
  await keysAndLinks(cookie);
  await passwords(cookie);
  await secondFactor(await at.user('chen', { role: 'viewer' }).then(() => at.signIn('chen')));
  await providers(cookie);
  await at.call('/api/v1/me', { headers: { authorization: `Bearer ${secret('sb_an-unknown-key-of-somebody')}` } });
  await at.call(`/api/v1/nothing?token=${secret('a-token-in-a-query')}`);
  const broken = { body: { name: secret('张三的秘密客户') }, headers: { authorization: secret('Bearer failing') } };
  expect((await at.call('/api/v1/failing', broken)).status).toBe(500);
  const log = lines.join('');
  expect(log).toContain('"route":"/api/v1/sign-in"');
  expect(log).toContain('unexpected error');
  expect([...spoken].filter((each) => log.includes(each) || log.includes(encodeURIComponent(each)))).toEqual([]);
  expect(spoken.size).toBeGreaterThan(15);
});

async function keysAndLinks(cookie: string): Promise<void> {
  const key = await json<{ key: string }>(
    await at.call('/api/v1/api-keys', { cookie, body: { name: '报表', role: 'viewer' } }),
  );
  await json(await at.call('/api/v1/me', { key: secret(key.key) }));
  const invited = await json<{ token: string }>(
    await at.call('/api/v1/invitations', { cookie, body: { email: 'wang@acme.test', role: 'viewer' } }),
  );
  letters.length = 0;
  await json(await at.call('/api/v1/invitations/look', { body: { token: secret(invited.token) } }));
  const accepted = { token: invited.token, name: '王', password: secret('four unrelated nouns') };
  const answer = await at.call('/api/v1/invitations/accept', { body: accepted });
  expect(answer.status).toBe(204);
  secret(/session_token=([^;]+)/.exec(answer.headers.getSetCookie().join())?.[1]);
  const shared = { path: '/revenue', days: 7 };
  const link = await json<{ token: string }>(await at.call('/api/v1/share-links', { cookie, body: shared }));
  await json(await at.call('/api/v1/shared/open', { body: { token: secret(link.token) } }));
}

async function passwords(cookie: string): Promise<void> {
  letters.length = 0;
  expect((await at.call('/api/v1/password/forgotten', { body: { email: 'wang@acme.test' } })).status).toBe(202);
  const reset = { token: await tokenByMail(), password: secret('other unrelated nouns') };
  expect((await at.call('/api/v1/password/reset', { body: reset })).status).toBe(204);
  const changed = { current: 'correct horse', next: secret('a horse of another battery') };
  expect((await at.call('/api/v1/me/password', { method: 'PUT', cookie, body: changed })).status).toBe(204);
}

async function secondFactor(cookie: string): Promise<void> {
  const body = { password: 'correct horse' };
  const begun = await json<{ secret: string; uri: string }>(
    await at.call('/api/v1/me/second-factor', { cookie, body }),
  );
  secret(begun.secret);
  secret(begun.uri);
  const confirm = { code: secret('123456') };
  await at.call('/api/v1/me/second-factor/confirm', { cookie, body: confirm });
}

async function providers(cookie: string): Promise<void> {
  const body = { isEnabled: false, client: 'salesboard', clientSecret: secret('the secret of our OIDC client') };
  await at.call('/api/v1/single-sign-on/oidc', { method: 'PUT', cookie, body });
}
