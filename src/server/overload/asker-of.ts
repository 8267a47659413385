import type { FastifyRequest } from 'fastify';

/** Whom a request counts for where capacity is shared out: the person, key or link in their workspace, or nobody in particular. */
export function askerOf({ viewer }: FastifyRequest): string {
  if (!viewer) return 'public';
  return `${viewer.workspace.id} ${viewer.userId ?? viewer.sharedLink?.id ?? `key ${viewer.name}`}`;
}
