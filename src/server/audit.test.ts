import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditAction } from '#shared/audit-actions.ts';
import { sql } from '#shared/sql.ts';
import { verifyAudit } from '#store/audit.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let boss: string;
let bossId: string;

beforeAll(async () => {
  at = await testServer();
  bossId = await at.user('boss', { role: 'admin' });
  boss = await at.signIn('boss');
});
afterAll(() => at.close());

type Entry = Readonly<{
  position: number;
  actor: string;
  actorName: string | null;
  address: string | null;
  action: AuditAction;
  subjectKind: string | null;
  subjectId: string | null;
  details: Record<string, unknown>;
}>;

async function entries(query = ''): Promise<readonly Entry[]> {
  const answer = await at.call(`/api/v1/audit${query}`, { cookie: boss });
  return ((await answer.json()) as { entries: Entry[] }).entries;
}

const last = async () => (await entries('?limit=1'))[0];

/** The writes that must be accounted for, each as a request that succeeds. */
const writes: Readonly<Record<string, { action: AuditAction; write: () => Promise<Response> }>> = {
  'PUT /api/v1/calendar/:day': {
    action: 'calendar_changed',
    write: () =>
      at.call('/api/v1/calendar/2026-11-28', { method: 'PUT', cookie: boss, body: { isWorkday: true, holiday: null } }),
  },
  'PUT /api/v1/workspace': {
    action: 'workspace_changed',
    write: () => {
      const body = { name: '安克', colours: 'green_up', fiscalStartMonth: 4, weekStart: 1 };
      return at.call('/api/v1/workspace', { method: 'PUT', cookie: boss, body });
    },
  },
  'POST /api/v1/invitations': {
    action: 'member_invited',
    write: () => at.call('/api/v1/invitations', { cookie: boss, body: { email: 'new@acme.test', role: 'viewer' } }),
  },
  'DELETE /api/v1/invitations/:id': {
    action: 'invitation_revoked',
    write: async () => {
      const body = { email: 'gone@acme.test', role: 'viewer' };
      const { id } = (await (await at.call('/api/v1/invitations', { cookie: boss, body })).json()) as { id: string };
      return at.call(`/api/v1/invitations/${id}`, { method: 'DELETE', cookie: boss });
    },
  },
  'PUT /api/v1/members/:userId': {
    action: 'member_changed',
    write: async () => {
      const id = await at.user('changed', { role: 'viewer' });
      return at.call(`/api/v1/members/${id}`, { method: 'PUT', cookie: boss, body: { role: 'finance' } });
    },
  },
  'DELETE /api/v1/members/:userId': {
    action: 'member_removed',
    write: async () => {
      const id = await at.user('removed', { role: 'viewer' });
      return at.call(`/api/v1/members/${id}`, { method: 'DELETE', cookie: boss });
    },
  },
  'DELETE /api/v1/members/:userId/second-factor': {
    action: 'second_factor_reset',
    write: async () => {
      const id = await at.user('locked-out', { role: 'viewer' });
      await withSecondFactor(id);
      return at.call(`/api/v1/members/${id}/second-factor`, { method: 'DELETE', cookie: boss });
    },
  },
  'PUT /api/v1/workspace/second-factor': {
    action: 'second_factor_rule_changed',
    write: async () => {
      await withSecondFactor(bossId);
      const body = { isRequired: true };
      return at.call('/api/v1/workspace/second-factor', { method: 'PUT', cookie: boss, body });
    },
  },
  'POST /api/v1/api-keys': {
    action: 'api_key_created',
    write: () => at.call('/api/v1/api-keys', { cookie: boss, body: { name: '报表', role: 'viewer' } }),
  },
  'DELETE /api/v1/api-keys/:id': {
    action: 'api_key_revoked',
    write: async () => {
      const body = { name: '旧的', role: 'viewer' };
      const { id } = (await (await at.call('/api/v1/api-keys', { cookie: boss, body })).json()) as { id: string };
      return at.call(`/api/v1/api-keys/${id}`, { method: 'DELETE', cookie: boss });
    },
  },
};

async function withSecondFactor(userId: string): Promise<void> {
  await at.store.query(sql`
    insert into second_factor (user_id, secret, confirmed_at) values (${userId}, 'sealed', now())`);
}

test.each(Object.entries(writes))('%s leaves an entry: who, what, from where', async (_, { action, write }) => {
  const before = (await last())?.position ?? 0;
  expect((await write()).ok).toBe(true);
  const entry = await last();
  expect(entry?.position).toBeGreaterThan(before);
  expect(entry).toMatchObject({ action, actor: bossId, actorName: 'boss', address: '127.0.0.1' });
});

test('no write of the settings is missing from the list above', () => {
  const accounted = ['calendar.write', 'workspace.write', 'members.write', 'api_keys.write'];
  const doors = at.server.doors.filter(
    ({ method, permission }) => accounted.includes(permission) && !['GET', 'HEAD'].includes(method),
  );
  expect(doors.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(Object.keys(writes).toSorted());
});

test('a change of role says what it was and what it is', async () => {
  const id = await at.user('promoted', { role: 'rep', personId: 'shen' });
  const body = { role: 'manager', personId: 'zhou' };
  await at.call(`/api/v1/members/${id}`, { method: 'PUT', cookie: boss, body });
  expect(await last()).toMatchObject({
    subjectKind: 'user',
    subjectId: id,
    details: {
      before: { role: 'rep', dataScope: 'self', personId: 'shen' },
      after: { role: 'manager', dataScope: 'self_and_reports', personId: 'zhou' },
    },
  });
});

test('signing in, failing to and signing out are on record', async () => {
  const id = await at.user('mei', { role: 'viewer' });
  const of = async () =>
    (await entries()).filter(({ subjectId }) => subjectId === id).map(({ action, actor }) => [action, actor]);
  await at.call('/api/v1/sign-in', { body: { email: 'mei@acme.test', password: 'not this one' } });
  await expect.poll(of, { timeout: 20_000 }).toEqual([['sign_in_failed', 'nobody']]);
  const cookie = await at.signIn('mei');
  await at.call('/api/v1/sign-out', { method: 'POST', cookie });
  expect(await of()).toEqual([
    ['sign_out', id],
    ['sign_in', id],
    ['sign_in_failed', 'nobody'],
  ]);
});

test('an import and its undo are on record, with counts and without a word of the file', async () => {
  const form = new FormData();
  form.append('files', new Blob(['订单号,订单日期,客户名称,金额\nA-1,2026-11-03,绝密客户,20\n']), 'orders.csv');
  const upload = await fetch(`${at.url}/api/v1/imports/files`, {
    method: 'POST',
    headers: { cookie: boss },
    body: form,
  });
  const { uploadId } = (await upload.json()) as { uploadId: string };
  const { id } = (await (await at.call('/api/v1/imports', { cookie: boss, body: { uploadId } })).json()) as {
    id: string;
  };
  const of = async () => (await entries()).filter(({ subjectId }) => subjectId === id);
  await expect.poll(async () => (await of()).length, { timeout: 20_000 }).toBe(1);
  expect((await of())[0]).toMatchObject({
    action: 'import_finished',
    actor: bossId,
    details: { rows: { order_line: { inserted: 1, updated: 0 }, customer: { inserted: 1, updated: 0 } } },
  });
  await expect
    .poll(async () => (await at.call(`/api/v1/imports/${id}/undo`, { method: 'POST', cookie: boss })).status, {
      timeout: 20_000,
    })
    .toBe(200);
  expect((await of()).map(({ action }) => action)).toEqual(['import_undone', 'import_finished']);
  expect(JSON.stringify(await entries())).not.toContain('绝密');
});

test('a write that is refused leaves no entry', async () => {
  const before = await last();
  const body = { role: 'manager', personId: 'nobody' };
  const id = await at.user('refused', { role: 'viewer' });
  expect((await at.call(`/api/v1/members/${id}`, { method: 'PUT', cookie: boss, body })).status).toBe(422);
  expect((await at.call('/api/v1/api-keys/none', { method: 'DELETE', cookie: boss })).status).toBe(404);
  expect(await last()).toEqual(before);
});

test('the log is paged, and filtered by action and by actor', async () => {
  const all = await entries('?limit=500');
  const first = (await (await at.call('/api/v1/audit?limit=3', { cookie: boss })).json()) as {
    entries: Entry[];
    next: number;
  };
  expect([...first.entries, ...(await entries(`?limit=500&before=${first.next}`))]).toEqual(all);
  expect(await entries('?limit=500&action=sign_in')).toEqual(all.filter(({ action }) => action === 'sign_in'));
  expect(await entries(`?limit=500&actor=${bossId}`)).toEqual(all.filter(({ actor }) => actor === bossId));
  const { actors } = (await (await at.call('/api/v1/audit/actors', { cookie: boss })).json()) as { actors: unknown[] };
  expect(actors).toContainEqual({ actor: bossId, name: 'boss' });
});

test('no secret and no hash of one is in the log, and its chain is whole', async () => {
  const key = (await (
    await at.call('/api/v1/api-keys', { cookie: boss, body: { name: '钥匙', role: 'viewer' } })
  ).json()) as { key: string };
  const invitation = (await (
    await at.call('/api/v1/invitations', { cookie: boss, body: { email: 'secret@acme.test', role: 'viewer' } })
  ).json()) as { token: string };
  const [{ log } = { log: '' }] = await at.store.query<{ log: string }>(
    sql`select string_agg(e::text, ' ') as log from audit_entry e`,
  );
  const hashes = await at.store.query<{ hash: string }>(
    sql`select hash from api_key union all select hash from invitation`,
  );
  const secrets = [key.key, invitation.token, 'correct horse', 'not this one', ...hashes.map(({ hash }) => hash)];
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  const { entries: length, broken } = await verifyAudit(at.store, at.workspace.id);
  expect([length > 10, broken]).toEqual([true, null]);
});

test('nobody reads the log of another workspace', async () => {
  await at.store.query(sql`insert into audit_entry (workspace_id, actor, action) values ('other', 'them', 'sign_in')`);
  expect((await entries('?limit=500')).some(({ actor }) => actor === 'them')).toBe(false);
});
