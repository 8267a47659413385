import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { bytesOfBase32, codeOf, stepAt } from './one-time-code.ts';

let at: TestServer;
let now: number;
let people = 0;

beforeAll(async () => {
  at = await testServer();
});
beforeEach(() => {
  // An hour on for each test, so that limits and used codes of the last one are over.
  now = (now ?? Date.parse('2026-11-24T02:00:00.000Z')) + 3_600_000;
  at.setNow(new Date(now).toISOString());
});
afterAll(() => at.close());

const password = 'correct horse';

type Person = { name: string; userId: string; cookie: string };

async function somebody(role: 'admin' | 'viewer' = 'viewer'): Promise<Person> {
  people += 1;
  const name = `person${people}`;
  const userId = await at.user(name, { role });
  return { name, userId, cookie: await at.signIn(name) };
}

const shown = (secret: string, steps = 0) => codeOf(bytesOfBase32(secret), stepAt(iso()) + steps);
const iso = () => new Date(now).toISOString() as Instant;

function wait(seconds: number): void {
  now += seconds * 1000;
  at.setNow(iso());
}

const post = (path: string, cookie: string, body: unknown) => at.call(path, { method: 'POST', cookie, body });

async function begun({ cookie }: Person): Promise<string> {
  const response = await post('/api/v1/me/second-factor', cookie, { password });
  expect(response.status).toBe(201);
  const { secret, uri } = (await response.json()) as { secret: string; uri: string };
  expect(uri).toContain(secret);
  return secret;
}

async function enrolled(role: 'admin' | 'viewer' = 'viewer') {
  const person = await somebody(role);
  const secret = await begun(person);
  const confirmed = await post('/api/v1/me/second-factor/confirm', person.cookie, { code: shown(secret) });
  expect(confirmed.status).toBe(200);
  const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
  wait(60);
  return { ...person, secret, recoveryCodes };
}

const cookiesOf = (response: Response) => response.headers.getSetCookie().map((each) => each.split(';', 1)[0] ?? '');

async function firstStep(name: string): Promise<string> {
  const response = await at.call('/api/v1/sign-in', { body: { email: `${name}@acme.test`, password } });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ next: 'totp' });
  const [cookie = '', ...others] = cookiesOf(response);
  expect(others).toEqual([]);
  return cookie;
}

const secondStep = (cookie: string, body: object) => post('/api/v1/sign-in/second-step', cookie, body);

const statusOf = async (path: string, cookie: string) => (await at.call(path, { cookie })).status;

test('a password alone opens nothing once a second factor is on; with a code it does', async () => {
  const { name, secret } = await enrolled();
  const pending = await firstStep(name);
  expect(pending).toMatch(/^salesboard\.second_step=/);
  expect(await statusOf('/api/v1/me', pending)).toBe(401);
  const answer = await secondStep(pending, { code: shown(secret) });
  expect(answer.status).toBe(204);
  expect(await statusOf('/api/v1/me', cookiesOf(answer).join('; '))).toBe(200);
});

test('nothing changes until a code confirms the authenticator', async () => {
  const person = await somebody();
  const secret = await begun(person);
  const wrong = await post('/api/v1/me/second-factor/confirm', person.cookie, { code: shown(secret, 5) });
  expect(wrong.status).toBe(401);
  expect(await wrong.json()).toMatchObject({ code: 'wrong_code' });
  expect((await at.call('/api/v1/sign-in', { body: { email: `${person.name}@acme.test`, password } })).status).toBe(
    204,
  );
});

test('a code works once, also for two who send it at the same moment', async () => {
  const { name, secret } = await enrolled();
  const code = shown(secret);
  const cookies = [await firstStep(name), await firstStep(name)];
  const answers = await Promise.all(cookies.map((cookie) => secondStep(cookie, { code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  expect((await secondStep(await firstStep(name), { code })).status).toBe(401);
});

test('the code that switched it on does not sign in as well', async () => {
  const person = await somebody();
  const secret = await begun(person);
  const code = shown(secret);
  await post('/api/v1/me/second-factor/confirm', person.cookie, { code });
  expect((await secondStep(await firstStep(person.name), { code })).status).toBe(401);
});

test('a phone whose clock is half a minute off still signs in, two minutes do not', async () => {
  const { name, secret } = await enrolled();
  expect((await secondStep(await firstStep(name), { code: shown(secret, 4) })).status).toBe(401);
  expect((await secondStep(await firstStep(name), { code: shown(secret, -1) })).status).toBe(204);
  expect((await secondStep(await firstStep(name), { code: shown(secret, 1) })).status).toBe(204);
});

test('guesses are stopped after five, even with the right code', async () => {
  const { name, secret } = await enrolled();
  const pending = await firstStep(name);
  for (let turn = 0; turn < 5; turn += 1) {
    expect((await secondStep(pending, { code: '000000' })).status).toBe(401);
  }
  expect((await secondStep(pending, { code: shown(secret) })).status).toBe(429);
  expect((await secondStep(await firstStep(name), { code: shown(secret) })).status).toBe(429);
});

test('the way to the second step is over after five minutes, and works once', async () => {
  const { name, secret } = await enrolled();
  const pending = await firstStep(name);
  wait(301);
  const late = await secondStep(pending, { code: shown(secret) });
  expect(late.status).toBe(401);
  expect(await late.json()).toMatchObject({ code: 'not_signed_in' });
  const other = await firstStep(name);
  expect((await secondStep(other, { code: shown(secret) })).status).toBe(204);
  wait(60);
  expect((await secondStep(other, { code: shown(secret) })).status).toBe(401);
});

test('each of ten recovery codes signs in once, however it is typed', async () => {
  const { name, recoveryCodes } = await enrolled();
  expect(new Set(recoveryCodes).size).toBe(10);
  const [first = '', second = ''] = recoveryCodes;
  expect((await secondStep(await firstStep(name), { recoveryCode: first })).status).toBe(204);
  expect((await secondStep(await firstStep(name), { recoveryCode: first })).status).toBe(401);
  const typed = second.toUpperCase().replaceAll('-', ' ');
  expect((await secondStep(await firstStep(name), { recoveryCode: typed })).status).toBe(204);
});

test('a new password ends a sign-in that waits for its code', async () => {
  const { name, cookie, secret } = await enrolled();
  const pending = await firstStep(name);
  const body = { current: password, next: 'four unrelated nouns' };
  expect((await at.call('/api/v1/me/password', { method: 'PUT', cookie, body })).status).toBe(204);
  expect((await secondStep(pending, { code: shown(secret) })).status).toBe(401);
});

test('an invitation is no way around the second factor', async () => {
  const { name, userId, secret } = await enrolled();
  const key = await at.key({ role: 'admin' });
  await at.store.query(sql`delete from member where user_id = ${userId}`);
  const invited = await at.call('/api/v1/invitations', { key, body: { email: `${name}@acme.test`, role: 'viewer' } });
  const { token } = (await invited.json()) as { token: string };
  const accepted = await at.call('/api/v1/invitations/accept', { body: { token, password } });
  expect([accepted.status, await accepted.json()]).toEqual([200, { next: 'totp' }]);
  const cookies = cookiesOf(accepted);
  expect(cookies.join(' ')).not.toContain('session_token');
  expect((await secondStep(cookies.join('; '), { code: shown(secret) })).status).toBe(204);
});

test('neither the secret nor a recovery code can be read from the store', async () => {
  const { userId, secret, recoveryCodes } = await enrolled();
  const [{ rows } = { rows: '' }] = await at.store.query<{ rows: string }>(sql`
    select string_agg(row, ' ') as rows from (
      select f::text as row from second_factor f where user_id = ${userId}
      union all select r::text from recovery_code r where user_id = ${userId}) each`);
  expect(rows.length).toBeGreaterThan(500);
  for (const each of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]) {
    expect(rows).not.toContain(each);
  }
});

test('switching off needs password and code; the recovery codes end with it', async () => {
  const { name, cookie, secret } = await enrolled();
  const off = (body: object) => post('/api/v1/me/second-factor/off', cookie, body);
  expect((await off({ password: 'wrong', code: shown(secret) })).status).toBe(422);
  expect((await off({ password, code: '000000' })).status).toBe(401);
  expect((await off({ password, code: shown(secret) })).status).toBe(204);
  expect((await at.call('/api/v1/sign-in', { body: { email: `${name}@acme.test`, password } })).status).toBe(204);
  expect(await (await at.call('/api/v1/me/security', { cookie })).json()).toMatchObject({
    secondFactorSince: null,
    recoveryCodesLeft: 0,
  });
});

test('who lost the authenticator switches it off by a recovery code', async () => {
  const { cookie, recoveryCodes } = await enrolled();
  const body = { password, code: recoveryCodes[0] };
  expect((await post('/api/v1/me/second-factor/off', cookie, body)).status).toBe(204);
});

test('new recovery codes end the earlier ones', async () => {
  const { name, cookie, secret, recoveryCodes } = await enrolled();
  const renewed = await post('/api/v1/me/second-factor/recovery-codes', cookie, { password, code: shown(secret) });
  const { recoveryCodes: fresh } = (await renewed.json()) as { recoveryCodes: string[] };
  expect((await secondStep(await firstStep(name), { recoveryCode: recoveryCodes[0] })).status).toBe(401);
  expect((await secondStep(await firstStep(name), { recoveryCode: fresh[0] })).status).toBe(204);
});

test('an authenticator in use is not replaced behind its owner’s back', async () => {
  const { cookie } = await enrolled();
  expect((await post('/api/v1/me/second-factor', cookie, { password })).status).toBe(409);
});

test('a workspace that asks for it shows nothing until it is set up, and asks no key', async () => {
  const admin = await enrolled('admin');
  const member = await somebody();
  const key = await at.key({ role: 'viewer' });
  const rule = (isRequired: boolean, cookie = admin.cookie) =>
    at.call('/api/v1/workspace/second-factor', { method: 'PUT', cookie, body: { isRequired } });
  expect((await rule(true)).status).toBe(204);
  const refused = await at.call('/api/v1/calendar?year=2026', { cookie: member.cookie });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'second_factor_required' });
  expect(await (await at.call('/api/v1/me/security', { cookie: member.cookie })).json()).toMatchObject({
    mustSetUp: true,
  });
  expect((await at.call('/api/v1/workspace', { key })).status).toBe(200);
  expect(await statusOf('/api/v1/workspace', admin.cookie)).toBe(200);
  const secret = await begun(member);
  await post('/api/v1/me/second-factor/confirm', member.cookie, { code: shown(secret) });
  expect(await statusOf('/api/v1/workspace', member.cookie)).toBe(200);
  expect((await rule(false)).status).toBe(204);
});

test('whoever came through the provider of the company is not asked, for there the provider asks', async () => {
  const member = await somebody();
  await at.store.query(sql`update workspace set requires_second_factor = true where id = ${at.workspace.id}`);
  expect(await statusOf('/api/v1/workspace', member.cookie)).toBe(403);
  await at.store.query(
    sql`update sign_in_session set workspace_id = ${at.workspace.id} where user_id = ${member.userId}`,
  );
  expect(await statusOf('/api/v1/workspace', member.cookie)).toBe(200);
  await at.store.query(sql`update workspace set requires_second_factor = false where id = ${at.workspace.id}`);
});

test('an admin shows that it works before asking others for it', async () => {
  const admin = await somebody('admin');
  const body = { isRequired: true };
  const answer = await at.call('/api/v1/workspace/second-factor', { method: 'PUT', cookie: admin.cookie, body });
  expect(answer.status).toBe(409);
});

test('an admin takes it from a member who lost everything, not from one of another workspace too', async () => {
  const [admin, member] = [await somebody('admin'), await enrolled()];
  const list = async () => (await at.call('/api/v1/members/second-factors', { cookie: admin.cookie })).json();
  expect((await list()) as object).toMatchObject({ userIds: expect.arrayContaining([member.userId]) });
  const reset = () =>
    at.call(`/api/v1/members/${member.userId}/second-factor`, { method: 'DELETE', cookie: admin.cookie });
  const elsewhere = await createWorkspace(at.store, at.deps.keyring, { slug: 'elsewhere', name: '别处' });
  await at.store.query(sql`
    insert into member (workspace_id, user_id, role, data_scope)
    values (${elsewhere.id}, ${member.userId}, 'viewer', 'all')`);
  expect((await reset()).status).toBe(403);
  await at.store.query(sql`delete from member where workspace_id = ${elsewhere.id}`);
  expect((await reset()).status).toBe(204);
  expect((await reset()).status).toBe(404);
  expect(JSON.stringify(await list())).not.toContain(member.userId);
});

test('what happened is in the audit log', async () => {
  const { name, userId, secret, recoveryCodes } = await enrolled();
  await secondStep(await firstStep(name), { code: '000000' });
  await secondStep(await firstStep(name), { code: shown(secret) });
  await secondStep(await firstStep(name), { recoveryCode: recoveryCodes[0] });
  const entries = await at.store.query<{ action: string; by: string | null }>(sql`
    select action, details->>'by' as by from audit_entry where subject_id = ${userId} order by position`);
  expect(entries.map(({ action, by }) => [action, by].filter(Boolean).join(' '))).toEqual([
    'sign_in',
    'second_factor_on',
    'second_factor_failed',
    'sign_in totp',
    'sign_in recovery_code',
    'recovery_code_used',
  ]);
});
