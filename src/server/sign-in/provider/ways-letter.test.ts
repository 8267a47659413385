import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mail } from '#connectors/mail/mailer.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
const sent: Mail[] = [];
let arrived: (() => void) | null = null;

beforeAll(async () => {
  const send = async (mail: Mail) => {
    sent.push(mail);
    arrived?.();
  };
  at = await testServer({ mailer: { isConfigured: true, send } });
  await at.user('boss', { role: 'admin' });
  const body = { isEnabled: true, client: 'a', clientSecret: 's', corp: 'c', createsMembers: false };
  const cookie = await at.signIn('boss');
  expect((await at.call('/api/v1/single-sign-on/feishu', { method: 'PUT', body, cookie })).status).toBe(204);
});

afterAll(() => at.close());

const ask = (email: string) => at.call('/api/v1/sign-in/ways/letter', { body: { email } });

test('a letter says where one signs in; who asks learns nothing, and not too often', async () => {
  const first = new Promise<void>((done) => {
    arrived = done;
  });
  const answers = [await ask('stranger@acme.test'), await ask('Boss@acme.test')];
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  await first;
  expect(sent.map(({ to }) => to)).toEqual(['boss@acme.test']);
  expect(sent[0]?.text).toContain('https://sales.acme.test/sign-in?workspace=acme');
  const statuses = await Promise.all(Array.from({ length: 5 }, () => ask('boss@acme.test')));
  expect(statuses.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
  await ask('stranger@acme.test');
  expect(sent.length).toBeLessThanOrEqual(3);
});
