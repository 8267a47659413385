import type { FastifyRequest } from 'fastify';
import type { AuditActor } from '#store/audit.ts';
import { viewerOf } from './route-deps.ts';
import type { Viewer } from './viewer.ts';

/** Whom the audit log names for a request, and from which address it came. */
export function actorOf(request: FastifyRequest): AuditActor {
  const viewer = viewerOf(request);
  return { workspaceId: viewer.workspace.id, actor: actorName(viewer), address: request.ip };
}

function actorName({ userId, name, sharedLink }: Viewer): string {
  return sharedLink ? `link:${sharedLink.id}` : (userId ?? `key:${name}`);
}
