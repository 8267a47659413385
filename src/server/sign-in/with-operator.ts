import type { FastifyRequest } from 'fastify';
import { isOperator } from '#features/installation/operators.ts';
import type { Installation } from '#features/installation.ts';
import type { Viewer } from '#features/viewer.ts';
import type { Store } from '#store/store.ts';
import { demoEmails } from '../demo.ts';

type Asked = Readonly<{ store: Store; installation: Installation }>;

/**
 * The viewer, with the permission `operator` for people who run the installation. Keys, links and sessions that a workspace's provider opened never have it. The demo's admin,
 * whose password is public, has it only while nobody but this machine comes in.
 */
export async function withOperator(
  viewer: Viewer | null,
  request: FastifyRequest,
  { store, installation }: Asked,
): Promise<Viewer | null> {
  // TRAP: the provider of one workspace, which its own admin chose, must not vouch for who runs the installation.
  if (!viewer || viewer.userId === null || viewer.onlyHere) return viewer;
  const isOne =
    (viewer.email === demoEmails[0] && installation.isPrivate && isFromHere(request)) ||
    (await isOperator(store, viewer.userId));
  return isOne ? { ...viewer, permissions: [...viewer.permissions, 'operator'] } : viewer;
}

/** Asked under a name of this machine, so that a forgotten proxy gives nothing away. */
function isFromHere({ hostname, headers }: FastifyRequest): boolean {
  const isForwarded = ['x-forwarded-for', 'x-forwarded-host', 'forwarded'].some((name) => headers[name] !== undefined);
  return !isForwarded && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
