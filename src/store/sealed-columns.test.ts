import { getTableColumns, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { testStore } from '#testing/test-store.ts';
import { openDataKeyring } from './keys/data-keyring.ts';
import { carriedKeys } from './keys/rotation.ts';
import { type Row, upsertRows } from './rows.ts';
import { sealedColumns, sealPlace } from './sealed-columns.ts';
import { schema } from './store-schema.ts';
import { createWorkspace } from './workspaces.ts';

/** Columns that sound as if they held somebody's words or a secret and are in clear, each with the reason. */
const inClear: Readonly<Record<string, string>> = {
  'workspace.name': 'the company itself',
  'person.name': 'a colleague: sorted and searched by the store',
  'person.title': 'a colleague’s post',
  'team.name': 'no person',
  'region.name': 'no person',
  'product_line.name': 'no person',
  'product.name': 'no person',
  'source.name': 'no person',
  'pipeline.name': 'no person',
  'stage.name': 'no person',
  'custom_role.name_zh': 'no person',
  'custom_role.name_en': 'no person',
  'sign_in_group.name': 'a group of the company’s own directory',
  'person_email.email': 'a colleague: looked up when a provider vouches for them',
  'api_key.name': 'what a program is called',
  'installation_secret.name': 'what a secret is called',
  'contact.title': 'a post, not a person',
  'calendar_day.holiday': 'a public holiday',
  'opportunity_event.lost_reason': 'one of the workspace’s reasons',
  'refund.reason': 'one of the shop’s reasons',
  'customer_event.by_name': 'a colleague',
  'opportunity_event.by_name': 'a colleague',
  'sign_in_user.name': 'who signs in: the sign-in library looks it up',
  'sign_in_user.email': 'who signs in: looked up at every sign-in',
  'sign_in_user.email_verified': 'yes or no',
  'sign_in_session.token': 'worth nothing without the signature that the session secret gives',
  'sign_in_account.access_token': 'never filled: our own sign-in by providers keeps none',
  'sign_in_account.refresh_token': 'never filled',
  'sign_in_account.id_token': 'never filled',
  'sign_in_account.access_token_expires_at': 'a moment',
  'sign_in_account.refresh_token_expires_at': 'a moment',
};

const telling = /name|note|email|mail|phone|token|secret|title|reason|comment|message|words|contact|totp|recovery/;

test('whatever sounds like words about people, or a secret, is sealed or known to be in clear', () => {
  const sealed = new Set(sealedColumns.map(({ table, column }) => `${table}.${column}`));
  const sounding = Object.values(schema)
    .flatMap((table) => Object.values(getTableColumns(table)).map((each) => `${getTableName(table)}.${each.name}`))
    .filter((name) => telling.test(name.split('.')[1] ?? ''));
  expect(sounding.filter((name) => !sealed.has(name) && !(name in inClear))).toEqual([]);
  expect(Object.keys(inClear).filter((name) => sealed.has(name))).toEqual([]);
});

test('what the issue names is sealed: names, contacts, notes and secrets', () => {
  const sealed = sealedColumns.map(({ table, column }) => `${table}.${column}`);
  for (const name of [
    ...['customer.name', 'customer.code', 'contact.name', 'contact.phone', 'contact.email', 'interaction.note'],
    ...['task.title', 'task.note', 'task.outcome_note', 'customer_event.reason', 'lead.name', 'opportunity.name'],
    ...['opportunity_event.note', 'invitation.email', 'invitation.name', 'import_batch.words', 'workspace.id_salt'],
    'installation_secret.value',
  ]) {
    expect(sealed).toContain(name);
  }
});

test('a row is sealed at the place that the list says, so that rotation and writing agree', async () => {
  const store = await testStore();
  const master = Buffer.alloc(32, 3);
  const keyring = await openDataKeyring({ store, masters: () => [master] });
  const { id: workspaceId } = await createWorkspace(store, keyring, { slug: 'acme', name: '安克' });
  const row: Row = { id: 'c1', name: '甲公司', code: 'K1' };
  await store.transaction((tx) => upsertRows(tx, keyring, { workspaceId, entity: 'customer', rows: [row] }));
  for (const column of sealedColumns.filter(({ table }) => table === 'customer' || table === 'workspace')) {
    const [found] = await store.query<Record<string, string>>(
      column.table === 'customer' ? sql`select * from customer` : sql`select * from workspace`,
    );
    const value = found?.[column.column] ?? '';
    expect(keyring.seal(keyring.open(value), sealPlace(column, found ?? {}))).toBe(value);
  }
  expect((await carriedKeys(store)).has('clear')).toBe(false);
  await store.close();
});
