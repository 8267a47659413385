import type { FastifyRequest } from 'fastify';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { seenPeople } from '#features/seen-people.ts';
import type { Viewer } from '#features/viewer.ts';
import { writeOnce } from '#features/write-once.ts';
import { type LocalMoment, localMoment } from '#shared/day.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import type { Seen } from './present-deal.ts';

/** Who writes deals, when, and whose they may touch. */
export type DealWriting = Readonly<{
  keyring: Keyring;
  workspaceId: string;
  currency: string;
  now: LocalMoment;
  byName: string;
  personId: string | null;
  seen: Seen;
  mayAssign: boolean;
}>;

/** What a write by this viewer rests on. */
async function dealWriting(deps: RouteDeps, viewer: Viewer): Promise<DealWriting> {
  const { workspace } = viewer;
  return {
    keyring: deps.keyring,
    workspaceId: workspace.id,
    currency: workspace.currency,
    now: localMoment(deps.clock(), workspace.zone),
    byName: viewer.name,
    personId: viewer.personId,
    seen: await seenPeople(await askingOf(deps, viewer)),
    mayAssign: viewer.permissions.includes('pipeline.assign'),
  };
}

type Asked = Readonly<{ request: FastifyRequest; name: string }>;

/** Does a write of the viewer's in one transaction, once for its Idempotency-Key; `name` tells requests apart. */
export async function written<T>(
  deps: RouteDeps,
  { request, name }: Asked,
  work: (tx: Transaction, writing: DealWriting) => Promise<T>,
): Promise<T> {
  const viewer = viewerOf(request);
  const writing = await dealWriting(deps, viewer);
  const key = request.headers['idempotency-key'];
  const once = { key: typeof key === 'string' ? key : undefined, viewer, request: name, body: request.body };
  return deps.store.transaction((tx) => writeOnce(tx, once, () => work(tx, writing)));
}
