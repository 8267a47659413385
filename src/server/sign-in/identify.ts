import type { FastifyRequest } from 'fastify';
import { membershipOfKey } from '#features/settings/api-keys.ts';
import { type Membership, membershipsOf } from '#features/settings/members.ts';
import { scopeOf } from '#features/settings/scope.ts';
import { asHolder, openShareLink } from '#features/settings/share-links.ts';
import type { Viewer } from '#features/viewer.ts';
import { type Instant, localMoment } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { shareCookie, sharedLinkId } from '../shared-address.ts';
import type { Authority } from './authority.ts';
import { openedWorkspaces } from './opened-workspaces.ts';

type Asked = Readonly<{ store: Store; keyring: Keyring; authority: Authority; now: Instant }>;

/** Remembers which workspace a browser looks at; no secret. */
export const workspaceCookie = 'salesboard.workspace';

/**
 * The viewer behind a request, by session cookie or `Authorization: Bearer <api key>`; under the address of a share link by that
 * link's cookie only, so that nobody's session ever answers there. Null when there is none.
 */
export async function identify(request: FastifyRequest, asked: Asked): Promise<Viewer | null> {
  const linkId = sharedLinkId(request);
  if (linkId !== null) return await viewerOfLink(linkId, request.cookies[shareCookie], asked);
  const key = bearer(request.headers.authorization);
  if (key !== null) return await viewerOfKey(request, key, asked);
  if (!request.headers.cookie?.includes(sessionCookie)) return null;
  const session = await asked.authority.api.getSession({
    headers: new Headers({ cookie: request.headers.cookie }),
  });
  if (!session) return null;
  const only = session.session.workspaceId ?? null;
  const memberships = openedWorkspaces(await membershipsOf(asked.store, session.user.id), only);
  const chosen = chosenMembership(request, memberships);
  const { id, name, email } = session.user;
  const found = await viewer(chosen, { userId: id, name: chosen.personName ?? name, email }, asked);
  return only === null ? found : { ...found, onlyHere: true };
}

/** Name of the cookie that carries a session. */
export const sessionCookie = 'salesboard.session_token';

async function viewerOfKey(request: FastifyRequest, key: string, asked: Asked): Promise<Viewer> {
  const membership = await membershipOfKey(asked.store, key);
  if (!membership) throw new Problem('not_signed_in', [unknownKey]);
  const wanted = wantedWorkspace(request);
  if (wanted !== null && wanted !== membership.workspace.slug) throw notYours(wanted);
  return await viewer(membership, { userId: null, name: membership.keyName, email: null }, asked);
}

const unknownKey = { detail: { zh: 'API 密钥不存在或已撤销', en: 'The API key is unknown or was revoked' } };

async function viewerOfLink(linkId: string, token: string | undefined, asked: Asked): Promise<Viewer | null> {
  const shared = token === undefined ? null : await openShareLink(asked, { token, now: asked.now });
  if (!shared || shared.link.id !== linkId) return null;
  const who = { userId: null, name: shared.link.by, email: null };
  return asHolder(await viewer(shared.sharer, who, asked), shared.link);
}

async function viewer(
  { workspace, role, roleName, permissions, dataScope, personId }: Membership,
  who: Pick<Viewer, 'userId' | 'name' | 'email'>,
  { store, now }: Asked,
): Promise<Viewer> {
  const today = localMoment(now, workspace.zone).day;
  const scope = await scopeOf(store, { workspaceId: workspace.id, dataScope, personId }, today);
  return { workspace, ...who, role, roleName, scope, personId, permissions, sharedLink: null };
}

function chosenMembership(request: FastifyRequest, memberships: readonly Membership[]): Membership {
  const wanted = wantedWorkspace(request);
  if (wanted !== null) {
    const found = memberships.find(({ workspace }) => workspace.slug === wanted);
    if (!found) throw notYours(wanted);
    return found;
  }
  const remembered = memberships.find(({ workspace }) => workspace.slug === request.cookies[workspaceCookie]);
  const chosen = remembered ?? memberships[0];
  if (!chosen) throw new Problem('not_allowed', [noWorkspace]);
  return chosen;
}

const noWorkspace = {
  detail: {
    zh: '你的账号还没有加入任何工作区，请联系管理员',
    en: 'Your account belongs to no workspace; ask an admin',
  },
};

function notYours(slug: string): Problem {
  return new Problem('not_allowed', [
    { detail: { zh: `你不是工作区「${slug}」的成员`, en: `You are no member of the workspace "${slug}"` } },
  ]);
}

/** The workspace asked for by header, or by query where a browser cannot send headers (live events). */
function wantedWorkspace(request: FastifyRequest): string | null {
  const header = request.headers['x-workspace'];
  if (typeof header === 'string' && header !== '') return header;
  const { workspace } = (request.query ?? {}) as { workspace?: unknown };
  return typeof workspace === 'string' && workspace !== '' ? workspace : null;
}

function bearer(header: string | undefined): string | null {
  if (header === undefined) return null;
  return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? '';
}
