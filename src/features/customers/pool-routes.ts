import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import type { Viewer } from '#features/viewer.ts';
import { customerRules } from './customer-rules.ts';
import { poolAnswer, proposalAnswer } from './customers-schemas.ts';
import { pageQuestion } from './page-question.ts';
import { poolShares } from './pool.ts';
import { releaseProposal } from './release-proposal.ts';

const tags = ['customers'];

/** The pool of customers of nobody (公海): how it is shared, and who would go back into it. */
export const poolRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const looking = async (viewer: Viewer) => ({ asking: await askingOf(deps, viewer) });
  const rulesOf = (viewer: Viewer) => customerRules(deps.store, viewer.workspace.id);

  server.post(
    '/api/v1/customers/pool',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Claims, conversions and customers held per rep, and the limits',
        tags,
        body: pageQuestion,
        response: { 200: poolAnswer },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { pool } = await rulesOf(viewer);
      return poolShares(await looking(viewer), request.body, pool);
    },
  );

  server.get(
    '/api/v1/customers/release-proposal',
    {
      config: { permission: 'customers.release' },
      schema: {
        summary: 'Customers that the rule would put back into the pool; nothing happens before it is confirmed',
        tags,
        response: { 200: proposalAnswer },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return releaseProposal(await looking(viewer), await rulesOf(viewer));
    },
  );
};
