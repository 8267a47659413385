import { createHash } from 'node:crypto';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import type { Keyring } from '#store/seal.ts';
import { newSecret } from '#store/secret.ts';
import type { Transaction } from '#store/store.ts';
import type { SharedLink, Viewer } from '../viewer.ts';
import { type Membership, type MembershipRow, membershipOfRow } from './members.ts';

type Querying = Pick<Transaction, 'query'>;
type Sealed = Readonly<{ keyring: Keyring }>;

export type NewShareLink = Readonly<{
  workspaceId: string;
  userId: string;
  /** Page and filters, as after the host of the app's address. */
  path: string;
  note: string | null;
  expiresAt: Instant;
}>;

/** Makes a link to a view. Its secret is returned this once; only its SHA-256 is kept. */
export async function addShareLink(
  tx: Querying,
  made: NewShareLink,
  { keyring }: Sealed,
): Promise<{ id: string; token: string }> {
  const [id, token] = [newRowId(), newSecret()];
  const seal = (column: string, text: string) =>
    keyring.seal(text, { workspaceId: made.workspaceId, entity: 'share_link', column, rowId: id });
  await tx.query(sql`
    insert into share_link (workspace_id, id, hash, user_id, path, note, expires_at)
    values (${made.workspaceId}, ${id}, ${hashOf(token)}, ${made.userId}, ${seal('path', made.path)},
            ${made.note === null ? null : seal('note', made.note)}, ${made.expiresAt}::timestamptz)`);
  return { id, token };
}

/** A link as whoever may revoke it sees it. */
export type ShareLink = Readonly<{
  id: string;
  by: string;
  isMine: boolean;
  path: string;
  note: string | null;
  createdAt: string;
  expiresAt: string;
  views: number;
  lastViewedAt: string | null;
}>;

type Reading = Readonly<{ workspaceId: string; userId: string | null; isEveryones: boolean; now: Instant }>;

/** Links that still work, newest first: one's own, or everybody's; never their secrets. */
export async function workingLinks(
  tx: Querying,
  { workspaceId, userId, isEveryones, now }: Reading,
  { keyring }: Sealed,
): Promise<readonly ShareLink[]> {
  const rows = await tx.query<ShareLink>(sql`
    select l.id, coalesce(p.name, u.name) as by, coalesce(l.user_id = ${userId}, false) as "isMine", l.path, l.note,
           l.created_at as "createdAt", l.expires_at as "expiresAt", l.views, l.last_viewed_at as "lastViewedAt"
      from share_link l
      join member m on m.workspace_id = l.workspace_id and m.user_id = l.user_id
      join sign_in_user u on u.id = l.user_id
      left join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
     where l.workspace_id = ${workspaceId} and (l.user_id = ${userId} or ${isEveryones})
       and l.revoked_at is null and l.expires_at > ${now}::timestamptz
     order by l.created_at desc, l.id
     limit 1000`);
  return rows.map((row) => ({ ...row, ...opened(row, keyring) }));
}

type Revoking = Readonly<{ workspaceId: string; id: string; userId: string | null; isEveryones: boolean }>;

/** Ends a link at once; false when there is none that still works and that one may end. */
export async function revokeShareLink(tx: Querying, { workspaceId, id, userId, isEveryones }: Revoking) {
  const revoked = await tx.query(sql`
    update share_link set revoked_at = now()
     where workspace_id = ${workspaceId} and id = ${id} and (user_id = ${userId} or ${isEveryones}) and revoked_at is null
    returning id`);
  return revoked.length > 0;
}

/** Notes that somebody opened the link. */
export async function countView(tx: Querying, link: Readonly<{ workspaceId: string; id: string; now: Instant }>) {
  await tx.query(sql`
    update share_link set views = views + 1, last_viewed_at = ${link.now}::timestamptz
     where workspace_id = ${link.workspaceId} and id = ${link.id}`);
}

type Asked = Readonly<{ token: string; now: Instant }>;
type Shared = Readonly<{ link: SharedLink; sharer: Membership }>;

/**
 * What a link's secret opens: the view, and the member who shared it as they are now. Null when the link is unknown, over or
 * revoked, or the sharer is gone or may no longer share.
 */
export async function openShareLink(
  { store, keyring }: Sealed & Readonly<{ store: Querying }>,
  { token, now }: Asked,
): Promise<Shared | null> {
  const [row] = await store.query<MembershipRow & LinkRow>(sql`
    select w.id, w.slug, w.name, w.zone, w.currency, w.fiscal_start_month, w.week_start, w.colours,
           m.role, r.permissions, r.name_zh, r.name_en, m.data_scope, m.person_id, p.name as person_name,
           l.id as link_id, l.path, l.note, l.expires_at, u.name as user_name
      from share_link l
      join member m on m.workspace_id = l.workspace_id and m.user_id = l.user_id
      join workspace w on w.id = l.workspace_id
      join sign_in_user u on u.id = l.user_id
      left join custom_role r on r.workspace_id = m.workspace_id and r.id = m.role
      left join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
     where l.hash = ${hashOf(token)} and l.revoked_at is null and l.expires_at > ${now}::timestamptz`);
  if (!row) return null;
  const sharer = membershipOfRow(row);
  if (!sharer.permissions.includes('links.share')) return null;
  const by = sharer.personName ?? row.user_name;
  return { sharer, link: { id: row.link_id, by, until: row.expires_at, ...opened(row, keyring) } };
}

type LinkRow = Readonly<{ link_id: string; path: string; note: string | null; expires_at: string; user_name: string }>;

/** All that the holder of a link may ever do: look, and see the fields that the sharer sees. */
const lookingOnly: readonly string[] = ['data.read', 'margin.read', 'commission.read', 'customers.pool'];

/** The sharer, narrowed to what the holder of their link may do. */
export function asHolder(sharer: Viewer, link: SharedLink): Viewer {
  return {
    ...sharer,
    userId: null,
    email: null,
    permissions: sharer.permissions.filter((name) => lookingOnly.includes(name)),
    sharedLink: link,
  };
}

function opened({ path, note }: Readonly<{ path: string; note: string | null }>, keyring: Keyring) {
  return { path: keyring.open(path), note: note === null ? null : keyring.open(note) };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
