import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RouteDeps } from '#features/route-deps.ts';

/** The routes of every feature, one line each. */
export const featureRoutes: readonly FastifyPluginAsyncZod<RouteDeps>[] = [];
