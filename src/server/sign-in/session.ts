import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#shared/problem.ts';
import type { Authority } from './authority.ts';
import { sessionCookie } from './identify.ts';

export type Credentials = Readonly<{ account: string; password: string }>;

/** Opens a session and hands over its cookies. Throws `wrong_credentials`. */
export async function openSession(
  authority: Authority,
  { account, password }: Credentials,
  { request, reply }: Readonly<{ request: FastifyRequest; reply: FastifyReply }>,
): Promise<{ userId: string }> {
  try {
    const { headers, response } = await authority.api.signInEmail({
      body: { email: account, password },
      headers: new Headers({ 'user-agent': (request.headers['user-agent'] ?? '').slice(0, 300) }),
      returnHeaders: true,
    });
    passCookies(headers, request, reply);
    return { userId: response.user.id };
  } catch (error) {
    // Whatever better-auth has against the pair (unknown, wrong, not an address) is one answer outside.
    if (error instanceof Error && error.name === 'APIError') throw new Problem('wrong_credentials');
    throw error;
  }
}

/** The session of this browser; null without one. */
export async function sessionOf(authority: Authority, request: FastifyRequest) {
  const { cookie } = request.headers;
  if (!cookie?.includes(sessionCookie)) return null;
  const found = await authority.api.getSession({ headers: new Headers({ cookie }) });
  return found ? { id: found.session.id, userId: found.user.id } : null;
}

/** Hands better-auth's cookies on; `Secure` when the request came over TLS or the product is known to live behind it. */
export function passCookies(headers: Headers, request: FastifyRequest, reply: FastifyReply): void {
  const secure = request.protocol === 'https' || request.server.isBehindTls;
  for (const cookie of headers.getSetCookie()) {
    reply.header('set-cookie', secure && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie);
  }
}
