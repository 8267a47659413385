import type { FastifyRequest } from 'fastify';
import type { Mailer } from '#connectors/mail/mailer.ts';
import type { Replicas } from '#replica/replicas.ts';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import type { Viewer } from './viewer.ts';

/** What every feature's route plugin is given as its options. */
export type RouteDeps = Readonly<{
  store: Store;
  keyring: Keyring;
  replicas: Replicas;
  clock: () => Instant;
  mailer: Mailer;
  /** What links in letters begin with. TRAP: never what a request says in its `Host`. */
  publicAddress: string;
  /** Folder for files that live longer than a request, such as uploads. */
  dataDir: string;
  /** Largest file that may be uploaded, in MB. */
  uploadLimitMb?: number | undefined;
}>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `public`, `signed-in`, or a name from the server's table of permissions. No route goes without. */
    permission?: string;
    /** Also answers while the embedded store is busy with an import: progress and cancel. */
    duringImport?: boolean;
  }
  interface FastifyRequest {
    /** Set before the handler of every route that is not `public`. */
    viewer: Viewer | null;
  }
}

/** Who asks. Throws `not_signed_in` on a public route without a session. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.viewer) throw new Problem('not_signed_in');
  return request.viewer;
}
