import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import { sessionOf } from '../session.ts';
import type { SignInDeps } from '../sign-in-deps.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open to somebody who still has to set up the second factor that their workspace asks for. */
    withoutSecondFactor?: boolean;
  }
}

/** Whether that user must set up a second factor before they see anything of the workspace. */
export async function lacksSecondFactor(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, userId }: Readonly<{ workspaceId: string; userId: string }>,
): Promise<boolean> {
  const lacking = await tx.query(sql`
    select 1 from workspace w
     where w.id = ${workspaceId} and w.requires_second_factor
       and exists (select 1 from sign_in_account a where a.user_id = ${userId} and a.password is not null)
       and not exists (select 1 from second_factor f where f.user_id = ${userId} and f.confirmed_at is not null)`);
  return lacking.length > 0;
}

/**
 * Where a workspace asks for a second factor, members without one reach nothing but its set-up. Not asked: keys, links, and people
 * whose company's provider vouched for them, for the second factor is the provider's there.
 */
export function addSecondFactorRule(server: FastifyInstance, deps: Pick<SignInDeps, 'store' | 'authority'>): void {
  server.addHook('onRequest', async (request) => {
    const userId = request.viewer?.userId ?? null;
    const { withoutSecondFactor, duringImport } = request.routeOptions.config;
    // Progress of an import answers while the embedded store is busy with it and can be asked nothing.
    if (userId === null || !request.viewer || withoutSecondFactor || duringImport) return;
    const { id: workspaceId } = request.viewer.workspace;
    if (!(await lacksSecondFactor(deps.store, { workspaceId, userId }))) return;
    if (await isVouchedFor(request, deps)) return;
    throw new Problem('second_factor_required');
  });
}

async function isVouchedFor(
  request: FastifyRequest,
  { store, authority }: Pick<SignInDeps, 'store' | 'authority'>,
): Promise<boolean> {
  const session = await sessionOf(authority, request);
  const found = await store.query(sql`
    select 1 from sign_in_session where id = ${session?.id ?? ''} and workspace_id is not null`);
  return found.length > 0;
}
