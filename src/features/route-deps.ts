import type { FastifyRequest } from 'fastify';
import type { Mailer } from '#connectors/mail/mailer.ts';
import type { SignInConnectors } from '#connectors/sign-in/connectors.ts';
import type { Replicas } from '#replica/replicas.ts';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import type { Backups } from './backups.ts';
import type { Installation } from './installation.ts';
import type { Viewer } from './viewer.ts';

/** What every feature's route plugin is given as its options. */
export type RouteDeps = Readonly<{
  store: Store;
  keyring: Keyring;
  replicas: Replicas;
  clock: () => Instant;
  mailer: Mailer;
  installation: Installation;
  backups: Backups;
  /** Sign-in providers; left out, they are reached as the installation allows. */
  connectors?: SignInConnectors | undefined;
  /** What links in letters begin with. TRAP: never what a request says in its `Host`. */
  publicAddress: string;
  /** Folder for files that live longer than a request, such as uploads. */
  dataDir: string;
  /** Largest file that may be uploaded, in MB. */
  uploadLimitMb?: number | undefined;
  /** Told after somebody's permissions, scope or way in has changed: open event streams are looked at again. */
  accessChanged?: (() => void) | undefined;
}>;

/** Where no limit is set. */
export const usualUploadLimitMb = 512;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `public`, `let-in`, `signed-in`, or a name from the table of permissions. No route goes without. */
    permission?: string;
    /** Also answers while the embedded store is busy with an import: progress and cancel. */
    duringImport?: boolean;
    /** Answers however busy the server is, and takes up no place: health, the app's files, live events, the progress of an import. */
    whileOverloaded?: boolean;
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
