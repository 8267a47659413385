import type { Vouched } from '#connectors/sign-in/sign-in-connector.ts';
import { openInvitationOf, takeInvitation } from '#features/settings/invitations.ts';
import { lockedPlace, type Place, putMember, removeMember } from '#features/settings/members.ts';
import { addLink, linkedUser } from '#features/settings/single-sign-on/links.ts';
import { personOfEmail } from '#features/settings/single-sign-on/person-emails.ts';
import { type GivenPlace, groupsOf, type Provider } from '#features/settings/single-sign-on/providers.ts';
import type { AuditAction } from '#shared/audit-actions.ts';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { type AuditDetails, audited } from '#store/audit.ts';
import { newRowId } from '#store/row-id.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';

/** Why somebody does not come in although the provider vouches for them. */
type Refusal = 'no_group' | 'not_invited' | 'no_email' | 'email_unverified';

export type Admitted = Readonly<{ userId: string } | { refused: Refusal }>;

type Arrival = Readonly<{
  keyring: Keyring;
  workspaceId: string;
  provider: Provider;
  vouched: Vouched;
  address: string;
  now: Instant;
}>;

/**
 * Lets somebody in for whom the workspace's provider vouches: finds or makes the user, gives the place that their groups say now, and
 * writes all of it into the audit log. Groups count anew each time; who is in none of them any more loses access.
 */
export async function admit(tx: Transaction, arrival: Arrival): Promise<Admitted> {
  const found = await userOf(tx, arrival);
  if ('refused' in found) return await refused(tx, arrival, { ...found, userId: null });
  const { workspaceId } = arrival;
  const before = found.userId === null ? null : await lockedPlace(tx, { workspaceId, userId: found.userId });
  const chosen = await placeOf(tx, arrival, { before, invited: found.invited });
  if (chosen === null) {
    const why = arrival.provider.groupsClaim === null ? 'not_invited' : 'no_group';
    if (before && found.userId) await takeOut(tx, arrival, { userId: found.userId, before });
    return await refused(tx, arrival, { refused: why, userId: found.userId });
  }
  const userId = found.userId ?? (await newUser(tx, found.email, arrival.vouched.name));
  await settle(tx, arrival, { userId, before, place: chosen, invited: found.invited });
  return { userId };
}

type Invited = Place & Readonly<{ id: string }>;
type Found =
  | Readonly<{ userId: string | null; email: string; invited: Invited | null }>
  | Readonly<{ refused: Refusal }>;

/** Who they are here: by link, else by an e-mail for which the provider vouches; never by name. */
async function userOf(tx: Transaction, arrival: Arrival): Promise<Found> {
  const { workspaceId, provider, vouched, now } = arrival;
  const linked = await linkedUser(tx, { workspaceId, kind: provider.kind, subject: vouched.subject });
  const email = vouched.verifiedEmail;
  const invited = email === null ? null : await openInvitationOf(tx, arrival.keyring, { workspaceId, email, now });
  if (linked === null && email === null)
    return { refused: vouched.hasUnverifiedEmail ? 'email_unverified' : 'no_email' };
  const userId = linked ?? (await userOfEmail(tx, email ?? ''));
  const isMember = userId !== null && (await lockedPlace(tx, { workspaceId, userId })) !== null;
  if (!isMember && !invited && !provider.createsMembers) return { refused: 'not_invited' };
  return { userId, email: email ?? '', invited };
}

async function userOfEmail(tx: Transaction, email: string): Promise<string | null> {
  const [found] = await tx.query<{ id: string }>(sql`select id from sign_in_user where email = ${email}`);
  return found?.id ?? null;
}

/** TRAP: their e-mail is not marked as verified: the provider of one workspace says so, which holds in that workspace only. */
async function newUser(tx: Transaction, email: string, name: string): Promise<string> {
  await tx.query(sql`
    insert into sign_in_user (id, name, email, email_verified) values (${newRowId()}, ${name.slice(0, 100) || email}, ${email}, false)
    on conflict (email) do nothing`);
  const id = await userOfEmail(tx, email);
  if (id === null) throw new Error('a user who was just made is not there');
  return id;
}

type Standing = Readonly<{ before: Place | null; invited: Invited | null }>;
type Chosen = GivenPlace & Readonly<{ group: string | null }>;

/** The place by the first group that matches; without groups, the one they have or were invited to; else the default. */
async function placeOf(
  tx: Transaction,
  { workspaceId, provider, vouched }: Arrival,
  standing: Standing,
): Promise<Chosen | null> {
  const groups = provider.groupsClaim === null ? [] : await groupsOf(tx, workspaceId);
  const fallback = provider.defaultPlace && { ...provider.defaultPlace, group: null };
  if (groups.length === 0) {
    const known = standing.before ?? standing.invited;
    return known ? { role: known.role, dataScope: known.dataScope, group: null } : fallback;
  }
  const match = groups.find(({ name }) => vouched.groups?.includes(name));
  return match ? { role: match.role, dataScope: match.dataScope, group: match.name } : fallback;
}

type Settled = Standing & Readonly<{ userId: string; place: Chosen }>;

async function settle(tx: Transaction, arrival: Arrival, { userId, before, place, invited }: Settled): Promise<void> {
  const { workspaceId, provider, vouched, now } = arrival;
  const email = vouched.verifiedEmail;
  const personId =
    before?.personId ?? invited?.personId ?? (email === null ? null : await personOfEmail(tx, { workspaceId, email }));
  const keepsAdmin = before !== null && place.role !== 'admin' && (await isLastAdmin(tx, workspaceId, before, userId));
  const given = keepsAdmin ? { role: before.role, dataScope: before.dataScope } : place;
  const after = { role: given.role, dataScope: given.dataScope, personId };
  const note = noting(tx, arrival, userId);
  if (invited) await takeInvitation(tx, { id: invited.id, workspaceId, now });
  if (!before || !isSame(before, after)) {
    await putMember(tx, { workspaceId, userId, ...after });
    await note(before ? 'member_changed' : 'member_added', { before, after, group: place.group });
  }
  const isNew = await addLink(tx, { workspaceId, kind: provider.kind, subject: vouched.subject, userId });
  if (isNew) await note('sign_in_linked', { subject: vouched.subject });
  await note('sign_in', { ...(keepsAdmin ? { keptAsLastAdmin: true } : {}) });
}

function isSame(before: Place, after: Place): boolean {
  return before.role === after.role && before.dataScope === after.dataScope && before.personId === after.personId;
}

/** A workspace always keeps an admin, whatever its groups say. */
async function isLastAdmin(tx: Transaction, workspaceId: string, before: Place, userId: string): Promise<boolean> {
  if (before.role !== 'admin') return false;
  const others = await tx.query(sql`
    select 1 from member where workspace_id = ${workspaceId} and role = 'admin' and user_id <> ${userId} for update`);
  return others.length === 0;
}

async function takeOut(
  tx: Transaction,
  arrival: Arrival,
  { userId, before }: Readonly<{ userId: string; before: Place }>,
) {
  const { workspaceId } = arrival;
  if (await isLastAdmin(tx, workspaceId, before, userId)) return;
  await removeMember(tx, { workspaceId, userId });
  await tx.query(sql`delete from sign_in_session where user_id = ${userId} and workspace_id = ${workspaceId}`);
  await noting(tx, arrival, userId)('member_removed', { before, why: 'no_group' });
}

async function refused(
  tx: Transaction,
  arrival: Arrival,
  { refused: why, userId }: Readonly<{ refused: Refusal; userId: string | null }>,
): Promise<Admitted> {
  const { subject } = arrival.vouched;
  await noting(tx, arrival, userId)('sign_in_refused', { why, subject });
  return { refused: why };
}

/** Entries of this workspace only: what its provider says is no other one's business. */
function noting(tx: Transaction, { workspaceId, provider, address }: Arrival, userId: string | null) {
  return (action: AuditAction, details: AuditDetails) =>
    audited(tx, {
      workspaceId,
      actor: userId ?? 'nobody',
      address,
      action,
      ...(userId === null ? {} : { subject: { kind: 'user', id: userId } }),
      details: { provider: provider.kind, ...details },
    });
}
