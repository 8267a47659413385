import { createHash } from 'node:crypto';
import { z } from 'zod';
import { idempotent } from '#store/idempotency.ts';
import type { Transaction } from '#store/store.ts';
import type { Viewer } from './viewer.ts';

/** The header of a write that may be sent again. */
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('The same key and body again give the same answer and write nothing'),
});

type Once = Readonly<{ key: string | undefined; viewer: Viewer; request: string; body: unknown }>;

/** Does a write once for its key, viewer, request (`POST /api/v1/…`) and body; without a key it is simply done. Answers 201. */
export async function writeOnce<T>(tx: Transaction, once: Once, write: () => Promise<T>): Promise<T> {
  const { key, viewer, request, body } = once;
  if (key === undefined) return write();
  const requestHash = createHash('sha256')
    .update(JSON.stringify([request, viewer.userId ?? viewer.name, body]))
    .digest('base64url');
  const { response } = await idempotent(tx, { workspaceId: viewer.workspace.id, key, requestHash }, async () => ({
    status: 201,
    response: await write(),
  }));
  return response;
}
