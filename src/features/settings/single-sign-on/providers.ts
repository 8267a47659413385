import type { ProviderKind, ProviderSettings } from '#connectors/sign-in/sign-in-connector.ts';
import { sql } from '#shared/sql.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import type { DataScope } from '../scope.ts';

type Querying = Pick<Transaction, 'query'>;

/** The role and data scope that somebody gets. */
export type GivenPlace = Readonly<{ role: string; dataScope: DataScope }>;

/** The place that a group gives; of several the first counts. */
export type GroupPlace = GivenPlace & Readonly<{ name: string }>;

/** A provider as it is kept, but for its secret and groups. */
export type Provider = Omit<ProviderSettings, 'clientSecret'> &
  Readonly<{
    kind: ProviderKind;
    label: string | null;
    isEnabled: boolean;
    hasSecret: boolean;
    /** Null: whom no group names is refused; without groups, whoever is no member yet. */
    defaultPlace: GivenPlace | null;
    createsMembers: boolean;
  }>;

type Key = Readonly<{ workspaceId: string; kind: ProviderKind }>;

/** The workspace's providers, without their secrets. */
export async function providersOf(tx: Querying, workspaceId: string): Promise<readonly Provider[]> {
  const rows = await tx.query<ProviderRow>(sql`
    select kind, label, is_enabled, address, client, client_secret, corp, agent, scopes, groups_claim, default_role,
           default_scope, creates_members
      from sign_in_provider where workspace_id = ${workspaceId} order by kind`);
  return rows.map(providerOf);
}

/** One provider with what is needed to ask it; null when the workspace has none of the kind. */
export async function openedProvider(
  tx: Querying,
  keyring: Keyring,
  { workspaceId, kind }: Key,
): Promise<{ provider: Provider; settings: ProviderSettings } | null> {
  const [row] = await tx.query<ProviderRow>(sql`
    select kind, label, is_enabled, address, client, client_secret, corp, agent, scopes, groups_claim, default_role,
           default_scope, creates_members
      from sign_in_provider where workspace_id = ${workspaceId} and kind = ${kind}`);
  if (!row) return null;
  const provider = providerOf(row);
  const clientSecret = row.client_secret === null ? null : keyring.open(row.client_secret);
  return { provider, settings: { ...provider, clientSecret } };
}

/** What is written down of a provider; `clientSecret` left out keeps the one there is. */
export type WrittenProvider = Omit<Provider, 'hasSecret'> & Readonly<{ clientSecret?: string | null | undefined }>;

/** Writes a provider down, its secret sealed. */
export async function putProvider(
  tx: Querying,
  keyring: Keyring,
  { workspaceId, ...provider }: WrittenProvider & Readonly<{ workspaceId: string }>,
): Promise<void> {
  const { kind, clientSecret, defaultPlace } = provider;
  const place = { workspaceId, entity: 'sign_in_provider', column: 'client_secret', rowId: kind };
  const secret = clientSecret ? keyring.seal(clientSecret, place) : null;
  await tx.query(sql`
    insert into sign_in_provider (workspace_id, kind, label, is_enabled, address, client, client_secret, corp, agent, scopes,
                                  groups_claim, default_role, default_scope, creates_members)
    values (${workspaceId}, ${kind}, ${provider.label}, ${provider.isEnabled}, ${provider.address}, ${provider.client},
            ${secret}, ${provider.corp}, ${provider.agent}, ${provider.scopes}, ${provider.groupsClaim},
            ${defaultPlace?.role ?? null}, ${defaultPlace?.dataScope ?? null}, ${provider.createsMembers})
    on conflict (workspace_id, kind) do update
       set label = excluded.label, is_enabled = excluded.is_enabled, address = excluded.address, client = excluded.client,
           client_secret = case when ${clientSecret === undefined} then sign_in_provider.client_secret
                                else excluded.client_secret end,
           corp = excluded.corp, agent = excluded.agent, scopes = excluded.scopes, groups_claim = excluded.groups_claim,
           default_role = excluded.default_role, default_scope = excluded.default_scope,
           creates_members = excluded.creates_members, updated_at = now()`);
}

/** Takes a provider away with its groups and links; false when there was none. */
export async function removeProvider(tx: Querying, { workspaceId, kind }: Key): Promise<boolean> {
  const gone = await tx.query(sql`
    delete from sign_in_provider where workspace_id = ${workspaceId} and kind = ${kind} returning kind`);
  if (kind === 'oidc') await putGroups(tx, workspaceId, []);
  await removeLinks(tx, { workspaceId, kind });
  return gone.length > 0;
}

/** The groups that give a place, in the order in which they count. */
export function groupsOf(tx: Querying, workspaceId: string): Promise<readonly GroupPlace[]> {
  return tx.query<GroupPlace>(sql`
    select name, role, data_scope as "dataScope" from sign_in_group where workspace_id = ${workspaceId} order by position`);
}

/** Writes the groups anew. */
export async function putGroups(tx: Querying, workspaceId: string, groups: readonly GroupPlace[]): Promise<void> {
  await tx.query(sql`delete from sign_in_group where workspace_id = ${workspaceId}`);
  if (groups.length === 0) return;
  await tx.query(sql`
    insert into sign_in_group (workspace_id, position, name, role, data_scope)
    select ${workspaceId}, row_number() over (order by position), name, role, data_scope
      from json_to_recordset(${JSON.stringify(
        groups.map((each, position) => ({ ...each, data_scope: each.dataScope, position })),
      )}::json) as g (position int, name text, role text, data_scope text)`);
}

/** Who may come in by a password. */
export type PasswordFor = 'everyone' | 'admins';

/** Whether only admins may come in by a password. */
export async function passwordForOf(tx: Querying, workspaceId: string): Promise<PasswordFor> {
  const [found] = await tx.query<{ passwordFor: PasswordFor }>(
    sql`select password_for as "passwordFor" from workspace where id = ${workspaceId}`,
  );
  return found?.passwordFor ?? 'everyone';
}

/** Says who may come in by a password; what it was before. */
export async function setPasswordFor(
  tx: Querying,
  { workspaceId, passwordFor }: Readonly<{ workspaceId: string; passwordFor: PasswordFor }>,
): Promise<PasswordFor> {
  const before = await passwordForOf(tx, workspaceId);
  await tx.query(sql`update workspace set password_for = ${passwordFor} where id = ${workspaceId}`);
  return before;
}

/** How many admins of the workspace have a password: they are its way in when a provider fails. */
export async function adminsWithPassword(tx: Querying, workspaceId: string): Promise<number> {
  const [found] = await tx.query<{ count: number }>(sql`
    select count(*)::int as count
      from member m
      join sign_in_account a on a.user_id = m.user_id and a.provider_id = 'credential' and a.password is not null
     where m.workspace_id = ${workspaceId} and m.role = 'admin'`);
  return found?.count ?? 0;
}

/** What a provider's people are known by in `sign_in_account`: the provider of one workspace vouches for no other's. */
export function accountProvider({ workspaceId, kind }: Key): string {
  return `${kind}:${workspaceId}`;
}

/** Forgets who is who at a provider, as when it becomes another one; how many there were. */
export async function removeLinks(tx: Querying, key: Key): Promise<number> {
  return (await tx.query(sql`delete from sign_in_account where provider_id = ${accountProvider(key)} returning id`))
    .length;
}

type ProviderRow = Readonly<{
  kind: ProviderKind;
  label: string | null;
  is_enabled: boolean;
  address: string | null;
  client: string;
  client_secret: string | null;
  corp: string | null;
  agent: string | null;
  scopes: string;
  groups_claim: string | null;
  default_role: string | null;
  default_scope: DataScope | null;
  creates_members: boolean;
}>;

function providerOf(row: ProviderRow): Provider {
  const { default_role: role, default_scope: dataScope } = row;
  return {
    kind: row.kind,
    label: row.label,
    isEnabled: row.is_enabled,
    address: row.address,
    client: row.client,
    hasSecret: row.client_secret !== null,
    corp: row.corp,
    agent: row.agent,
    scopes: row.scopes,
    groupsClaim: row.groups_claim,
    defaultPlace: role === null || dataScope === null ? null : { role, dataScope },
    createsMembers: row.creates_members,
  };
}
