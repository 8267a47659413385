import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from '#features/viewer.ts';
import { sharedLinkId } from '../shared-address.ts';
import { freshOrKnown } from './patience.ts';

type Identify = (request: FastifyRequest) => Promise<Viewer | null>;

const believedMs = 30 * 60 * 1000;
const mostKept = 500;

/**
 * The embedded store does one thing at a time, so while it imports it does not say who asks. Routes with `duringImport` (progress and
 * cancel of an import) then believe what it said of the same credentials within the last half hour; all others wait.
 */
export function identifyDuringImport(identify: Identify): Identify {
  const confirmed = new Map<string, { viewer: Viewer; atMs: number }>();
  return async (request) => {
    if (!request.routeOptions.config.duringImport) return identify(request);
    const key = credentialsOf(request);
    const asked = identify(request).then((viewer) => {
      confirmed.delete(key);
      if (viewer) confirmed.set(key, { viewer, atMs: performance.now() });
      for (const oldest of confirmed.keys()) if (confirmed.size > mostKept) confirmed.delete(oldest);
      return viewer;
    });
    const known = confirmed.get(key);
    if (!known || performance.now() - known.atMs > believedMs) return asked;
    return freshOrKnown(asked, known.viewer);
  };
}

/** The same cookie or key and the same workspace; hashed, so that no secret is kept. */
function credentialsOf(request: FastifyRequest): string {
  const { headers } = request;
  const parts = [sharedLinkId(request), headers.authorization, headers.cookie, headers['x-workspace']];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
