import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authority } from './authority.ts';
import { sessionCookie } from './identify.ts';

/** The one workspace that a session opens, and for how long: its own provider vouched. */
type OneWorkspace = Readonly<{ workspaceId: string; hours: number }>;

/** Opens a session for somebody who proved who they are, by whatever means, and hands over its cookies. */
export async function openSessionOf(
  authority: Authority,
  userId: string,
  { request, reply, only }: Readonly<{ request: FastifyRequest; reply: FastifyReply; only?: OneWorkspace }>,
): Promise<void> {
  const { headers } = await authority.api.openSessionOf({
    body: { userId, ...only },
    headers: new Headers({ 'user-agent': (request.headers['user-agent'] ?? '').slice(0, 300) }),
    returnHeaders: true,
  });
  passCookies(headers, request, reply);
}

/** The session of this browser; null without one. */
export async function sessionOf(authority: Authority, request: FastifyRequest) {
  const { cookie } = request.headers;
  if (!cookie?.includes(sessionCookie)) return null;
  const found = await authority.api.getSession({ headers: new Headers({ cookie }) });
  return found
    ? { id: found.session.id, userId: found.user.id, onlyWorkspaceId: found.session.workspaceId ?? null }
    : null;
}

/** Hands better-auth's cookies on; `Secure` when the request came over TLS or the product is known to live behind it. */
export function passCookies(headers: Headers, request: FastifyRequest, reply: FastifyReply): void {
  const secure = isOverTls(request);
  for (const cookie of headers.getSetCookie()) {
    reply.header('set-cookie', secure && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie);
  }
}

/** Whether cookies may say `Secure`: the request came over TLS, or the product is known to live behind it. */
export function isOverTls(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.server.isBehindTls;
}
