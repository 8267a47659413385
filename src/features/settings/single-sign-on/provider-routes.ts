import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { actorOf } from '../../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../../route-deps.ts';
import { returnPath } from './connectors-of.ts';
import { groupOutput, kindParams, providerInput, providerOutput } from './provider-input.ts';
import { groupsOf, passwordForOf, providersOf, removeProvider } from './providers.ts';
import { saveProvider } from './save-provider.ts';
import { refuseNoWayIn } from './way-in.ts';

const tags = ['settings'];
const config = { permission: 'single_sign_on.write' };
const passwordFor = z.enum(['everyone', 'admins']);

/** Sign-in by other providers: which ones, and who may still use a password. */
export const providerRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const { store, keyring } = deps;

  server.get(
    '/api/v1/single-sign-on',
    {
      config,
      schema: {
        summary: 'Sign-in by other providers, without their secrets',
        tags,
        response: {
          200: z.object({
            redirectUri: z.string().describe('To be registered with every provider'),
            signInUrl: z.string().describe('The sign-in page of this workspace'),
            passwordFor,
            providers: z.array(providerOutput),
            groups: z.array(groupOutput),
          }),
        },
      },
    },
    async (request) => {
      const { id, slug } = viewerOf(request).workspace;
      const [providers, groups] = [await providersOf(store, id), await groupsOf(store, id)];
      return {
        redirectUri: `${deps.publicAddress}${returnPath}`,
        signInUrl: `${deps.publicAddress}/sign-in?workspace=${slug}`,
        passwordFor: await passwordForOf(store, id),
        providers: [...providers],
        groups: [...groups],
      };
    },
  );

  server.put(
    '/api/v1/single-sign-on/:kind',
    {
      config,
      schema: {
        summary: 'Set a provider up; another issuer or company forgets who is who there',
        tags,
        params: kindParams,
        body: providerInput,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { kind } = request.params;
      await store.transaction((tx) =>
        saveProvider(tx, keyring, { viewer: viewerOf(request), actor: actorOf(request), kind, given: request.body }),
      );
      return reply.code(204).send(null);
    },
  );

  server.delete(
    '/api/v1/single-sign-on/:kind',
    {
      config,
      schema: {
        summary: 'Take a provider away, with who is who there',
        tags,
        params: kindParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const key = { workspaceId: viewerOf(request).workspace.id, kind: request.params.kind };
      await store.transaction(async (tx) => {
        if (!(await removeProvider(tx, key))) throw new Problem('not_found');
        await refuseNoWayIn(tx, key.workspaceId);
        const subject = { kind: 'sign_in_provider', id: key.kind };
        await audited(tx, { ...actorOf(request), action: 'sign_in_provider_removed', subject });
      });
      return reply.code(204).send(null);
    },
  );
};
