import type { ProviderKind } from '#connectors/sign-in/sign-in-connector.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import type { Transaction } from '#store/store.ts';
import { accountProvider } from './providers.ts';

type Querying = Pick<Transaction, 'query'>;

/** That somebody at a provider is this user, in one workspace. */
export type Link = Readonly<{ workspaceId: string; kind: ProviderKind; subject: string; userId: string }>;

/** The user who is linked to somebody at the provider; null when nobody is. */
export async function linkedUser(tx: Querying, link: Omit<Link, 'userId'>): Promise<string | null> {
  const [found] = await tx.query<{ userId: string }>(sql`
    select user_id as "userId" from sign_in_account
     where provider_id = ${accountProvider(link)} and account_id = ${link.subject}`);
  return found?.userId ?? null;
}

/** Links them; false when somebody else is already. */
export async function addLink(tx: Querying, link: Link): Promise<boolean> {
  const added = await tx.query(sql`
    insert into sign_in_account (id, account_id, provider_id, user_id)
    values (${newRowId()}, ${link.subject}, ${accountProvider(link)}, ${link.userId})
    on conflict (provider_id, account_id) do nothing returning id`);
  return added.length > 0;
}

/** Takes a link away; the subject, or null when there was none of that id. */
export async function removeLink(
  tx: Querying,
  { workspaceId, kind, id }: Pick<Link, 'workspaceId' | 'kind'> & Readonly<{ id: string }>,
): Promise<{ subject: string; userId: string } | null> {
  const [gone] = await tx.query<{ subject: string; userId: string }>(sql`
    delete from sign_in_account where provider_id = ${accountProvider({ workspaceId, kind })} and id = ${id}
    returning account_id as subject, user_id as "userId"`);
  return gone ?? null;
}

/** Who is who at the workspace's providers, by name. */
export function linksOf(tx: Querying, workspaceId: string) {
  return tx.query<{ id: string; kind: ProviderKind; subject: string; userId: string; name: string; email: string }>(sql`
    select a.id, split_part(a.provider_id, ':', 1) as kind, a.account_id as subject, u.id as "userId", u.name, u.email
      from sign_in_provider p
      join sign_in_account a on a.provider_id = p.kind || ':' || p.workspace_id
      join sign_in_user u on u.id = a.user_id
     where p.workspace_id = ${workspaceId}
     order by u.name, a.id limit 5000`);
}
