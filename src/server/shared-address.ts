import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';

/** The cookie that carries the secret of a share link; it is sent below that link's own path only. */
export const shareCookie = 'salesboard.share';

const underLink = /^\/shared\/([A-Za-z0-9_-]{1,64})(\/api\/.*)$/;
const mark = Symbol('the share link whose address was asked');

type Marked = IncomingMessage & { [mark]?: string };

/** Where the cookie of a link goes, and below which its holder finds the app and its API. */
export function pathOfLink(linkId: string): string {
  return `/shared/${linkId}`;
}

/** `/shared/<link>/api/…` is the API as the holder of that link may use it: the same routes, another viewer. */
export function rewrittenUrl(request: IncomingMessage): string {
  const url = request.url ?? '/';
  const [, linkId, path] = underLink.exec(url) ?? [];
  if (linkId === undefined || path === undefined) return url;
  (request as Marked)[mark] = linkId;
  return path;
}

/** The link under whose address the request came; null for every other address. */
export function sharedLinkId({ raw }: Pick<FastifyRequest, 'raw'>): string | null {
  return (raw as Marked)[mark] ?? null;
}
