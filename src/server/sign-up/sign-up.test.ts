import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailer } from '#connectors/mail/mailer.ts';
import { unfilledWorkspaces } from '#features/data/demo/fill-demo.ts';
import { sql } from '#shared/sql.ts';
import { type TestMailServer, testMailServer } from '#testing/test-mail-server.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
beforeAll(async () => {
  at = await testServer();
  await at.user('zhou', { role: 'admin' });
});
afterAll(() => at.close());

const opened = '2026-11-24T02:00:00.000Z';
const filledIn = '2026-11-24T02:00:20.000Z';
const password = '巴山夜雨涨秋池 8842';

/** The form as a person fills it in: opened, and sent twenty seconds later. */
async function signUp(server: TestServer, changes: Record<string, unknown> = {}): Promise<Response> {
  server.setNow(opened);
  const { stamp } = await (await server.call('/api/v1/sign-up')).json();
  server.setNow(filledIn);
  const body = {
    company: 'Hengchuan 衡川',
    name: '林岚',
    email: 'Lin@Hengchuan.test',
    password,
    data: 'empty',
    agrees: true,
    stamp,
    ...changes,
  };
  return server.call('/api/v1/sign-up', { body });
}

const workspaceCount = async (server: TestServer) =>
  (await server.store.query<{ n: number }>(sql`select count(*)::int as n from workspace`))[0]?.n;

async function signIn(server: TestServer, email: string, secret = password): Promise<Response> {
  return server.call('/api/v1/sign-in', { body: { email, password: secret } });
}

async function me(server: TestServer, response: Response) {
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  return (await server.call('/api/v1/me', { cookie })).json();
}

/** The cookie of somebody who signed up. */
async function newcomer(email: string): Promise<string> {
  await signUp(at, { email });
  return (await signIn(at, email)).headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
}

test('whoever signs up is admin of a workspace of their own, on trial for as long as is configured', async () => {
  const answer = await signUp(at);
  expect([answer.status, await answer.json()]).toEqual([202, { next: 'sign-in' }]);
  const { viewer, workspace } = await me(at, await signIn(at, 'lin@hengchuan.test'));
  expect([viewer.name, viewer.role, viewer.seesAll]).toEqual(['林岚', 'admin', true]);
  expect(workspace.name).toBe('Hengchuan 衡川');
  expect(workspace.slug).toMatch(/^hengchuan-[0-9a-v]{6}$/);
  expect(workspace.plan).toEqual({ kind: 'trial', endsAt: '2026-12-08T02:00:20.000Z', daysLeft: 14 });
});

test('an address that has an account gets the same answer, and nothing of the account changes', async () => {
  const before = await workspaceCount(at);
  const answer = await signUp(at, { email: 'zhou@acme.test' });
  expect([answer.status, await answer.json()]).toEqual([202, { next: 'sign-in' }]);
  expect(await workspaceCount(at)).toBe(before);
  expect((await signIn(at, 'zhou@acme.test')).status).toBe(401);
  expect((await signIn(at, 'zhou@acme.test', 'correct horse')).status).toBe(204);
});

test('a program that fills in what people do not see is told that all is well, and nothing is made', async () => {
  const before = await workspaceCount(at);
  expect((await signUp(at, { website: 'https://spam.test' })).status).toBe(202);
  expect(await workspaceCount(at)).toBe(before);
});

test('a form that was open too short, too long or never is refused', async () => {
  at.setNow(opened);
  const { stamp } = await (await at.call('/api/v1/sign-up')).json();
  const sentAt = async (now: string, with_: string) => {
    at.setNow(now);
    const body = { company: 'a', name: 'b', email: 'c@d.test', password, data: 'empty', agrees: true, stamp: with_ };
    return (await at.call('/api/v1/sign-up', { body })).status;
  };
  expect(await sentAt('2026-11-24T02:00:01.000Z', stamp)).toBe(422);
  expect(await sentAt('2026-11-25T02:00:01.000Z', stamp)).toBe(422);
  expect(await sentAt(filledIn, 'made up')).toBe(422);
});

test('a weak password, a missing consent and a wrong address are refused', async () => {
  for (const wrong of [{ password: 'short' }, { agrees: false }, { email: 'nobody' }, { company: ' ' }])
    expect((await signUp(at, wrong)).status).toBe(422);
});

test('where nobody can be written to and others come in, trials are closed', async () => {
  const open = await testServer({ installation: { trialDays: 14, isPrivate: false, operatorEmail: null } });
  expect((await (await open.call('/api/v1/sign-up')).json()).isOpen).toBe(false);
  expect((await signUp(open)).status).toBe(403);
  await open.close();
});

test('a further workspace is made from within, left again by others, and never by its last admin', async () => {
  const cookie = await newcomer('an@hengchuan.test');
  at.setNow('2026-11-24T02:10:00.000Z');
  const made = await at.call('/api/v1/workspaces', { cookie, body: { company: '第二家', data: 'empty' } });
  const { slug } = await made.json();
  expect([made.status, slug]).toEqual([201, expect.stringMatching(/^team-/)]);
  const { workspace, workspaces } = await (await at.call('/api/v1/me', { cookie })).json();
  expect(workspace.slug).toBe(slug);
  expect(workspaces.map((each: { role: string }) => each.role)).toEqual(['admin', 'admin']);
  const left = await at.call('/api/v1/me/workspace', { method: 'DELETE', cookie });
  expect(left.status).toBe(409);
  await at.store.query(
    sql`update member set role = 'viewer' where workspace_id in (select id from workspace where slug = ${slug})`,
  );
  expect((await at.call('/api/v1/me/workspace', { method: 'DELETE', cookie })).status).toBe(204);
  const after = await (await at.call('/api/v1/me', { cookie })).json();
  expect(after.workspaces).toHaveLength(1);
});

test('everybody tries out three workspaces and no more', async () => {
  const cookie = await newcomer('bai@hengchuan.test');
  const make = async () =>
    (await at.call('/api/v1/workspaces', { cookie, body: { company: '又一家', data: 'empty' } })).status;
  expect([await make(), await make(), await make()]).toEqual([201, 201, 403]);
});

test('the workspace used last is where one comes in', async () => {
  const cookie = await newcomer('chen@hengchuan.test');
  at.setNow('2026-11-24T03:00:00.000Z');
  await at.call('/api/v1/workspaces', { cookie, body: { company: 'Second', data: 'empty' } });
  expect((await (await at.call('/api/v1/me', { cookie })).json()).workspace.name).toBe('Second');
  const first = await (await at.call('/api/v1/me', { cookie })).json();
  const other = first.workspaces.find((each: { name: string }) => each.name !== 'Second').slug;
  at.setNow('2026-11-24T04:00:00.000Z');
  await at.call('/api/v1/me/workspace', { method: 'PUT', cookie, body: { slug: other } });
  expect((await me(at, await signIn(at, 'chen@hengchuan.test'))).workspace.slug).toBe(other);
});

test('where letters are sent, only the owner of the mailbox learns whether there is an account', async () => {
  const post: TestMailServer = await testMailServer();
  const mailer = createMailer({ smtpUrl: post.url, from: null, log: null });
  const open = await testServer({ mailer, installation: { trialDays: 14, isPrivate: false, operatorEmail: null } });
  await open.user('zhou', { role: 'admin' });
  const [known, fresh] = [await signUp(open, { email: 'zhou@acme.test' }), await signUp(open)];
  expect([known.status, await known.text()]).toEqual([fresh.status, await fresh.text()]);
  expect((await post.letterTo('zhou@acme.test')).text).toContain('已经有账号');
  const { text } = await post.letterTo('lin@hengchuan.test');
  const token = /#([\w-]{43})/.exec(text)?.[1] ?? '';
  const stored = JSON.stringify(await open.store.query(sql`select * from sign_up`));
  expect([stored.includes(token), stored.includes('hengchuan')]).toEqual([false, false]);

  const confirmed = await open.call('/api/v1/sign-up/confirm', { body: { token } });
  expect(confirmed.status).toBe(204);
  expect((await me(open, confirmed)).workspace.plan.kind).toBe('trial');
  expect((await open.call('/api/v1/sign-up/confirm', { body: { token } })).status).toBe(404);
  await open.close();
  await post.close();
});

// Late, as it is filled in the background from then on.
test('a demo that is asked for is noted, so that it is made even after a crash', async () => {
  await signUp(at, { email: 'demo@hengchuan.test', data: 'demo' });
  expect(await unfilledWorkspaces(at.store)).toHaveLength(1);
});

test('one address signs up twenty times an hour and no more', async () => {
  const statuses: number[] = [];
  // Refused passwords count as well, and those of the tests before.
  for (let n = 0; n < 20; n += 1) statuses.push((await signUp(at, { password: 'short' })).status);
  expect(statuses[0]).toBe(422);
  expect(statuses.at(-1)).toBe(429);
});
