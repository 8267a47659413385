import { createHash } from 'node:crypto';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import { newSecret } from '#store/secret.ts';
import type { Transaction } from '#store/store.ts';
import { type Membership, type MembershipRow, membershipOfRow } from './members.ts';
import type { DataScope } from './scope.ts';

type Querying = Pick<Transaction, 'query'>;

export type NewApiKey = Readonly<{
  workspaceId: string;
  name: string;
  role: string;
  dataScope: DataScope;
  personId: string | null;
}>;

const prefix = 'sb_';
const shape = /^sb_[A-Za-z0-9_-]{43}$/;

/** Makes a key for a program. The key itself is returned this once; only its SHA-256 is kept. */
export async function createApiKey(tx: Querying, made: NewApiKey): Promise<{ id: string; key: string }> {
  const id = newRowId();
  const key = `${prefix}${newSecret()}`;
  await tx.query(sql`
    insert into api_key (workspace_id, id, hash, name, role, data_scope, person_id)
    values (${made.workspaceId}, ${id}, ${hashOf(key)}, ${made.name}, ${made.role}, ${made.dataScope}, ${made.personId})`);
  return { id, key };
}

/** What the key opens; null when it is unknown or revoked. */
export async function membershipOfKey(tx: Querying, key: string): Promise<(Membership & { keyName: string }) | null> {
  if (!shape.test(key)) return null;
  const [row] = await tx.query<MembershipRow & { key_name: string }>(sql`
    select w.id, w.slug, w.name, w.zone, w.currency, w.fiscal_start_month, w.week_start, w.colours,
           k.role, r.permissions, r.name_zh, r.name_en, k.data_scope, k.person_id, k.name as key_name, p.name as person_name
      from api_key k
      join workspace w on w.id = k.workspace_id
      left join custom_role r on r.workspace_id = k.workspace_id and r.id = k.role
      left join person p on p.workspace_id = k.workspace_id and p.id = k.person_id
     where k.hash = ${hashOf(key)} and k.revoked_at is null`);
  return row ? { ...membershipOfRow(row), keyName: row.key_name } : null;
}

export type ApiKey = Readonly<{
  id: string;
  name: string;
  role: string;
  dataScope: DataScope;
  personId: string | null;
  createdAt: string;
  revokedAt: string | null;
}>;

/** The workspace's keys, newest first, revoked ones too; never the keys themselves. */
export function apiKeysOf(tx: Querying, workspaceId: string): Promise<readonly ApiKey[]> {
  return tx.query<ApiKey>(sql`
    select id, name, role, data_scope as "dataScope", person_id as "personId", created_at as "createdAt",
           revoked_at as "revokedAt"
      from api_key
     where workspace_id = ${workspaceId}
     order by created_at desc, id`);
}

/** Revokes a key at once; false when there is no such key that still works. */
export async function revokeApiKey(tx: Querying, key: { workspaceId: string; id: string }): Promise<boolean> {
  const revoked = await tx.query(sql`
    update api_key set revoked_at = now()
     where workspace_id = ${key.workspaceId} and id = ${key.id} and revoked_at is null
    returning id`);
  return revoked.length > 0;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
