import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addOperator } from '#features/installation/operators.ts';
import { putMember } from '#features/settings/members.ts';
import { sql } from '#shared/sql.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { type OpenIdProvider, openIdProvider, walkThrough } from '#testing/open-id-provider.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

const publicAddress = 'https://sales.acme.test';

let at: TestServer;
let provider: OpenIdProvider;
let admin: string;

beforeAll(async () => {
  provider = await openIdProvider(`${publicAddress}/api/v1/sign-in/return`);
  at = await testServer({ publicAddress });
  await at.user('boss', { role: 'admin' });
  admin = await at.signIn('boss');
});

afterAll(async () => {
  await at.close();
  await provider.close();
});

beforeEach(async () => {
  at.setNow('2026-11-24T02:00:00.000Z');
  await configure();
});

const groups = [
  { name: 'sales-leads', role: 'manager', dataScope: 'self_and_reports' },
  { name: 'sales', role: 'rep', dataScope: 'self' },
];

async function configure(changes: Record<string, unknown> = {}) {
  const body = {
    label: 'Acme ID',
    isEnabled: true,
    address: provider.issuer,
    client: provider.client,
    clientSecret: provider.clientSecret,
    scopes: 'groups',
    groupsClaim: 'groups',
    groups,
    createsMembers: true,
    ...changes,
  };
  const response = await at.call('/api/v1/single-sign-on/oidc', { method: 'PUT', body, cookie: admin });
  expect(response.status).toBe(204);
}

async function leave(to?: string) {
  const response = await at.call('/api/v1/sign-in/with/oidc', { body: { workspace: 'acme', ...(to ? { to } : {}) } });
  expect(response.status).toBe(200);
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
  return { url: ((await response.json()) as { url: string }).url, cookie };
}

function comeBack(url: string, cookie: string): Promise<Response> {
  const { pathname, search } = new URL(url);
  return fetch(`${at.url}${pathname}${search}`, { redirect: 'manual', headers: { cookie } });
}

/** Goes the whole way; the answer of the return. */
async function signInAs(login: string, to?: string) {
  const { url, cookie } = await leave(to);
  const response = await comeBack(await walkThrough(url, login), cookie);
  const cookies = response.headers.getSetCookie().map((each) => each.split(';', 1)[0] ?? '');
  const session = cookies.find((each) => each.startsWith('salesboard.session_token=')) ?? '';
  return { status: response.status, location: response.headers.get('location') ?? '', session };
}

async function me(session: string) {
  const response = await at.call('/api/v1/me', { cookie: session });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function person(login: string, given: Readonly<{ groups?: string[]; emailVerified?: boolean }> = {}): void {
  provider.people.set(login, {
    name: `${login} of Acme`,
    email: `${login}@acme.test`,
    emailVerified: given.emailVerified ?? true,
    groups: given.groups ?? ['sales'],
  });
}

async function audit(action: string) {
  return await at.store.query<{ details: Record<string, unknown>; subject_id: string | null; actor: string }>(sql`
    select details, subject_id, actor from audit_entry
     where workspace_id = ${at.workspace.id} and action = ${action} order by position desc`);
}

async function memberships(email: string) {
  return await at.store.query<{ role: string; data_scope: string; person_id: string | null }>(sql`
    select m.role, m.data_scope, m.person_id from member m join sign_in_user u on u.id = m.user_id
     where u.email = ${email} and m.workspace_id = ${at.workspace.id}`);
}

test('somebody new comes in with the role of their group, as the colleague with their e-mail, and lands where they wanted to', async () => {
  const colleagues = [{ email: 'shen@acme.test', personId: 'shen' }];
  await at.call('/api/v1/single-sign-on/colleagues', { method: 'PUT', body: { colleagues }, cookie: admin });
  person('shen');
  const { status, location, session } = await signInAs('shen', '/pipeline?period=quarter');
  expect({ status, location }).toEqual({ status: 303, location: '/pipeline?period=quarter' });
  expect(await memberships('shen@acme.test')).toEqual([{ role: 'rep', data_scope: 'self', person_id: 'shen' }]);
  expect((await me(session)).body.viewer).toMatchObject({ role: 'rep', personId: 'shen', email: 'shen@acme.test' });
  expect((await audit('member_added'))[0]?.details).toMatchObject({ provider: 'oidc', group: 'sales' });
  expect((await audit('sign_in'))[0]?.details).toEqual({ provider: 'oidc' });
});

test('groups count anew at each sign-in, the first that matches deciding', async () => {
  person('grow', { groups: ['sales'] });
  await signInAs('grow');
  person('grow', { groups: ['sales', 'sales-leads'] });
  await signInAs('grow');
  expect(await memberships('grow@acme.test')).toMatchObject([{ role: 'manager', data_scope: 'self_and_reports' }]);
  expect((await audit('member_changed'))[0]?.details).toMatchObject({
    before: { role: 'rep' },
    after: { role: 'manager' },
    group: 'sales-leads',
  });
});

test('who is in none of the groups any more loses access and their session', async () => {
  person('leaver');
  const { session } = await signInAs('leaver');
  expect((await me(session)).status).toBe(200);
  person('leaver', { groups: ['canteen'] });
  expect((await signInAs('leaver')).location).toBe('/sign-in?failed=no_group&workspace=acme');
  expect(await memberships('leaver@acme.test')).toEqual([]);
  expect((await me(session)).status).toBe(401);
  expect((await audit('member_removed'))[0]?.details).toMatchObject({ provider: 'oidc', why: 'no_group' });
  expect((await audit('sign_in_refused'))[0]?.details).toEqual({
    provider: 'oidc',
    why: 'no_group',
    subject: 'leaver',
  });
});

test('the last admin of a workspace stays its admin, whatever the groups say', async () => {
  person('boss', { groups: ['sales'] });
  const { location } = await signInAs('boss');
  expect(location).toBe('/');
  expect(await memberships('boss@acme.test')).toMatchObject([{ role: 'admin' }]);
  expect((await audit('sign_in'))[0]?.details).toEqual({ provider: 'oidc', keptAsLastAdmin: true });
});

test('whom no group names gets the default place, when there is one', async () => {
  await configure({ defaultPlace: { role: 'viewer', dataScope: 'all' } });
  person('guest', { groups: [] });
  expect((await signInAs('guest')).location).toBe('/');
  expect(await memberships('guest@acme.test')).toMatchObject([{ role: 'viewer', data_scope: 'all' }]);
});

test('a member is found by an e-mail for which the provider vouches, and never by another', async () => {
  await configure({ createsMembers: false });
  await at.user('old', { role: 'rep', personId: 'liang' });
  person('old', { emailVerified: false });
  expect((await signInAs('old')).location).toBe('/sign-in?failed=email_unverified&workspace=acme');
  person('old');
  expect((await signInAs('old')).location).toBe('/');
  expect((await audit('sign_in_linked'))[0]?.details).toEqual({ provider: 'oidc', subject: 'old' });
  // From then on they are known by their id there, whatever becomes of the address.
  person('old', { emailVerified: false });
  expect((await signInAs('old')).location).toBe('/');
  expect(await memberships('old@acme.test')).toMatchObject([{ role: 'rep', person_id: 'liang' }]);
});

test('without newcomers only members and invited people come in', async () => {
  await configure({ createsMembers: false });
  person('stranger');
  expect((await signInAs('stranger')).location).toBe('/sign-in?failed=not_invited&workspace=acme');
  const body = { email: 'asked@acme.test', role: 'finance' };
  expect((await at.call('/api/v1/invitations', { body, cookie: admin })).status).toBe(201);
  person('asked');
  expect((await signInAs('asked')).location).toBe('/');
  expect(await memberships('asked@acme.test')).toMatchObject([{ role: 'rep' }]);
  const open = (await (await at.call('/api/v1/invitations', { cookie: admin })).json()) as { invitations: unknown[] };
  expect(open.invitations).toEqual([]);
});

test('a session opens the workspace of its provider only, and knows of no other', async () => {
  const other = await createWorkspace(at.store, at.deps.keyring, { slug: 'other', name: '别家' });
  const userId = await at.user('both', { role: 'rep' });
  await putMember(at.store, { workspaceId: other.id, userId, role: 'admin', dataScope: 'all', personId: null });
  person('both');
  const { session } = await signInAs('both');
  const there = await at.call('/api/v1/me', { cookie: session, headers: { 'x-workspace': 'other' } });
  expect(there.status).toBe(403);
  const { workspaces } = (await me(session)).body as { workspaces: { slug: string }[] };
  expect(workspaces.map(({ slug }) => slug)).toEqual(['acme']);
  const byPassword = await at.signIn('both');
  const sessions = await at.call('/api/v1/me/sessions', { cookie: session });
  expect(((await sessions.json()) as { sessions: unknown[] }).sessions).toHaveLength(1);
  expect((await at.call('/api/v1/me', { cookie: byPassword, headers: { 'x-workspace': 'other' } })).status).toBe(200);
  await at.call('/api/v1/sign-out', { method: 'POST', cookie: session });
  const elsewhere = await at.store.query(sql`
    select action from audit_entry
     where workspace_id = ${other.id} and (details ->> 'provider' = 'oidc' or action = 'sign_out')`);
  expect(elsewhere).toEqual([]);
});

test('a workspace’s provider does not vouch for who runs the installation', async () => {
  const userId = await at.user('root', { role: 'viewer' });
  await at.store.transaction((tx) => addOperator(tx, userId));
  const permissionsOf = async (session: string) => {
    const { viewer } = (await me(session)).body as { viewer: { permissions: string[] } };
    return viewer.permissions;
  };
  expect(await permissionsOf(await at.signIn('root'))).toContain('operator');
  person('root');
  const { session } = await signInAs('root');
  expect(await permissionsOf(session)).not.toContain('operator');
});

test('a code works once, in the browser that left, and for ten minutes', async () => {
  person('careful');
  const first = await leave();
  const back = await walkThrough(first.url, 'careful');
  expect((await comeBack(back, '')).headers.get('location')).toBe('/sign-in?failed=other_browser&workspace=acme');
  expect((await comeBack(back, first.cookie)).headers.get('location')).toBe('/sign-in?failed=expired');

  const second = await leave();
  const used = await walkThrough(second.url, 'careful');
  expect((await comeBack(used, second.cookie)).headers.get('location')).toBe('/');
  expect((await comeBack(used, second.cookie)).headers.get('location')).toBe('/sign-in?failed=expired');

  const third = await leave();
  const late = await walkThrough(third.url, 'careful');
  at.setNow('2026-11-24T02:10:01.000Z');
  expect((await comeBack(late, third.cookie)).headers.get('location')).toBe('/sign-in?failed=expired');
});

test('a code of somebody else’s flow, or a changed state, opens nothing', async () => {
  person('victim');
  const [mine, theirs] = [await leave(), await leave()];
  const back = new URL(await walkThrough(theirs.url, 'victim'));
  const state = new URL(mine.url).searchParams.get('state') ?? '';
  back.searchParams.set('state', state);
  // The code was given for the other flow's verifier.
  expect((await comeBack(back.href, mine.cookie)).headers.get('location')).toBe(
    '/sign-in?failed=refused_code&workspace=acme',
  );
  back.searchParams.set('state', 'x');
  expect((await comeBack(back.href, mine.cookie)).headers.get('location')).toBe('/sign-in?failed=expired');
});

test('an answer that names another issuer is refused', async () => {
  person('mixed');
  const { url, cookie } = await leave();
  const back = new URL(await walkThrough(url, 'mixed'));
  back.searchParams.set('iss', 'https://elsewhere.example');
  expect((await comeBack(back.href, cookie)).headers.get('location')).toBe('/sign-in?failed=bad_token&workspace=acme');
});

test('who cancels is told so', async () => {
  const { url, cookie } = await leave();
  const state = new URL(url).searchParams.get('state') ?? '';
  const back = `${publicAddress}/api/v1/sign-in/return?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`;
  expect((await comeBack(back, cookie)).headers.get('location')).toBe('/sign-in?failed=cancelled&workspace=acme');
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'nobody is sent on to another site: %s',
  async (to) => {
    person('honest');
    expect((await signInAs('honest', to)).location).toBe('/');
  },
);

test('a provider that is turned off meanwhile lets nobody in', async () => {
  person('late');
  const { url, cookie } = await leave();
  const back = await walkThrough(url, 'late');
  await configure({ isEnabled: false });
  expect((await comeBack(back, cookie)).headers.get('location')).toBe('/sign-in?failed=turned_off&workspace=acme');
  const response = await at.call('/api/v1/sign-in/with/oidc', { body: { workspace: 'acme' } });
  expect(response.status).toBe(404);
});
