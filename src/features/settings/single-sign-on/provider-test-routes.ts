import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { faultIn } from '#connectors/sign-in/provider-fault.ts';
import { Problem } from '#shared/problem.ts';
import { type RouteDeps, viewerOf } from '../../route-deps.ts';
import { connectorsOf } from './connectors-of.ts';
import { checkedProvider, kindParams, providerInput } from './provider-input.ts';
import { openedProvider } from './providers.ts';

const words = z.array(z.object({ zh: z.string(), en: z.string() }));

/** Trying a connection before it is kept. */
export const providerTestRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const { store, keyring } = deps;
  const connectors = connectorsOf(deps);
  server.post(
    '/api/v1/single-sign-on/:kind/test',
    {
      config: { permission: 'single_sign_on.write', rateLimit: { max: 20, timeWindow: 60_000 } },
      schema: {
        summary: 'Try the connection as given, before it is kept',
        tags: ['settings'],
        params: kindParams,
        body: providerInput,
        response: { 200: z.object({ facts: words, warnings: words }) },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { kind } = request.params;
      const kept = await openedProvider(store, keyring, { workspaceId: viewer.workspace.id, kind });
      const before = kept?.provider ?? null;
      const { provider } = await checkedProvider(store, { viewer, kind, given: request.body, before });
      const clientSecret =
        provider.clientSecret === undefined ? (kept?.settings.clientSecret ?? null) : provider.clientSecret;
      const checked = await connectors[kind].check({ ...provider, clientSecret }).catch((error) => {
        const fault = faultIn(error);
        throw fault ? new Problem('provider_failed', [{ detail: fault.words }], { cause: error }) : error;
      });
      return { facts: [...checked.facts], warnings: [...checked.warnings] };
    },
  );
};
