import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMailer } from '#connectors/mail/mailer.ts';
import { sql } from '#shared/sql.ts';
import { type TestMailServer, testMailServer } from '#testing/test-mail-server.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let post: TestMailServer;
let hour = 0;

beforeAll(async () => {
  post = await testMailServer();
  const mailer = createMailer({ smtpUrl: post.url, from: 'Salesboard <sales@acme.test>', log: null });
  at = await testServer({ mailer });
});
beforeEach(() => {
  post.behave('takes');
  hour += 2;
  at.setNow(new Date(Date.parse('2026-11-24T00:00:00.000Z') + hour * 3_600_000).toISOString());
});
afterAll(async () => {
  await at.close();
  await post.close();
});

const forgotten = (email: string) => at.call('/api/v1/password/forgotten', { body: { email } });
const reset = (token: string, password = 'four unrelated nouns') =>
  at.call('/api/v1/password/reset', { body: { token, password } });
const look = (token: string) => at.call('/api/v1/password/reset/look', { body: { token } });
const signIn = (email: string, password: string) => at.call('/api/v1/sign-in', { body: { email, password } });

async function tokenFor(email: string): Promise<string> {
  expect((await forgotten(email)).status).toBe(202);
  for (;;) {
    // Between them come letters that a password was changed.
    const { text } = await post.letterTo(email);
    const [, token] = /https:\/\/sales\.acme\.test\/reset-password#(\S+)/.exec(text) ?? [];
    if (token) return token;
  }
}

test('a link that comes by mail sets another password and ends every session', async () => {
  const userId = await at.user('lin', { role: 'viewer' });
  const cookie = await at.signIn('lin');
  const token = await tokenFor('lin@acme.test');
  expect(await (await look(token)).json()).toEqual({ email: 'lin@acme.test' });
  expect((await reset(token)).status).toBe(204);
  expect((await at.call('/api/v1/me', { cookie })).status).toBe(401);
  expect((await signIn('lin@acme.test', 'correct horse')).status).toBe(401);
  expect((await signIn('lin@acme.test', 'four unrelated nouns')).status).toBe(204);
  const entries = await at.store.query<{ action: string }>(sql`
    select action from audit_entry where subject_id = ${userId} and action like 'password%' order by position`);
  expect(entries.map(({ action }) => action)).toEqual(['password_reset_asked', 'password_reset']);
  expect((await post.letterTo('lin@acme.test')).text).toContain('密码刚刚改了');
});

test('a link works once, for an hour, and until the next one', async () => {
  await at.user('once', { role: 'viewer' });
  const [older, newer] = [await tokenFor('once@acme.test'), await tokenFor('once@acme.test')];
  expect((await reset(older)).status).toBe(404);
  const answers = await Promise.all([reset(newer), reset(newer, 'three other words')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
  const late = await tokenFor('once@acme.test');
  at.setNow(new Date(Date.parse('2026-11-24T00:00:00.000Z') + (hour + 1) * 3_600_000).toISOString());
  expect((await reset(late)).status).toBe(404);
});

test('the answer is the same for an address without an account, and nobody gets a letter', async () => {
  await at.user('known', { role: 'viewer' });
  const before = post.letters.length;
  const [known, unknown] = [await forgotten('known@acme.test'), await forgotten('unknown@acme.test')];
  expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
  await post.letterTo('known@acme.test');
  expect(post.letters.slice(before).flatMap(({ to }) => to)).toEqual(['known@acme.test']);
});

test('nobody’s mailbox is flooded: the fourth letter within a quarter of an hour is refused', async () => {
  for (let turn = 0; turn < 3; turn += 1) expect((await forgotten('flood@acme.test')).status).toBe(202);
  expect((await forgotten('flood@acme.test')).status).toBe(429);
});

test('a weak password is refused in words, and the link stays good', async () => {
  await at.user('weak', { role: 'viewer' });
  const token = await tokenFor('weak@acme.test');
  const refused = await reset(token, 'password123');
  expect(refused.status).toBe(422);
  expect(JSON.stringify(await refused.json())).toContain('leaked');
  expect((await reset(token)).status).toBe(204);
});

test('a second factor stays: the new password alone opens nothing', async () => {
  const userId = await at.user('careful', { role: 'viewer' });
  await at.store.query(sql`
    insert into second_factor (user_id, secret, confirmed_at)
    values (${userId}, ${at.deps.keyring.seal('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', {
      workspaceId: '',
      entity: 'second_factor',
      column: 'secret',
      rowId: userId,
    })}, now())`);
  expect((await reset(await tokenFor('careful@acme.test'))).headers.getSetCookie()).toEqual([]);
  expect(await (await signIn('careful@acme.test', 'four unrelated nouns')).json()).toEqual({ next: 'totp' });
});

test('a mail server that refuses changes no answer, and only hashes of links are kept', async () => {
  await at.user('unlucky', { role: 'viewer' });
  post.behave('refuses');
  expect((await forgotten('unlucky@acme.test')).status).toBe(202);
  post.behave('takes');
  const token = await tokenFor('unlucky@acme.test');
  const [{ rows } = { rows: '' }] = await at.store.query<{ rows: string }>(
    sql`select string_agg(v::text, ' ') as rows from sign_in_verification v`,
  );
  expect(rows).toContain('password_reset:');
  expect(rows).not.toContain(token);
});

test('an address is confirmed by its letter, once', async () => {
  const userId = await at.user('proud', { role: 'viewer' });
  await at.store.query(sql`update sign_in_user set email_verified = false where id = ${userId}`);
  const cookie = await at.signIn('proud');
  const security = async () => (await at.call('/api/v1/me/security', { cookie })).json();
  expect(await security()).toMatchObject({ isEmailVerified: false, canSendMail: true });
  expect((await at.call('/api/v1/me/email/verification', { method: 'POST', cookie })).status).toBe(202);
  const { text } = await post.letterTo('proud@acme.test');
  const [, token = ''] = /\/verify-email#(\S+)/.exec(text) ?? [];
  const verify = () => at.call('/api/v1/email/verify', { body: { token } });
  expect(await (await verify()).json()).toEqual({ email: 'proud@acme.test' });
  expect((await verify()).status).toBe(404);
  expect(await security()).toMatchObject({ isEmailVerified: true });
});

test('without a mail server the letter that confirms is refused, saying why', async () => {
  const plain = await testServer();
  await plain.user('lin', { role: 'viewer' });
  const cookie = await plain.signIn('lin');
  const refused = await plain.call('/api/v1/me/email/verification', { method: 'POST', cookie });
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('SMTP_URL')]);
  expect(await (await plain.call('/api/v1/password/forgotten')).json()).toEqual({ byMail: false });
  await plain.close();
});

test('an invitation also goes by mail; one that the mail server refuses is still there to hand over', async () => {
  const key = await at.key({ role: 'admin' });
  const invite = (email: string) => at.call('/api/v1/invitations', { key, body: { email, role: 'viewer' } });
  const made = (await (await invite('new@acme.test')).json()) as { token: string; isMailed: boolean };
  expect(made.isMailed).toBe(true);
  expect((await post.letterTo('new@acme.test')).text).toContain(`https://sales.acme.test/invitation#${made.token}`);
  post.behave('refuses');
  const unsent = (await (await invite('other@acme.test')).json()) as { token: string; isMailed: boolean };
  expect(unsent.isMailed).toBe(false);
  post.behave('takes');
  const body = { token: unsent.token, password: 'four unrelated nouns' };
  expect((await at.call('/api/v1/invitations/accept', { body })).status).toBe(204);
  // The link was handed over, so the address is not proved by it.
  expect((await post.letterTo('other@acme.test')).text).toContain('/verify-email#');
});
