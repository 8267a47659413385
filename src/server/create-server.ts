import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Viewer } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';
import { addDoorkeeper } from './doorkeeper.ts';
import { healthRoutes } from './health.ts';
import { LiveEvents } from './live-events.ts';
import { logOptions } from './log.ts';
import { addOpenApi } from './open-api.ts';
import { addProblemHandler, sendProblem } from './problem-handler.ts';
import { roleRoutes } from './role-routes.ts';
import { featureRoutes } from './routes.ts';
import { addSecurityHeaders } from './security-headers.ts';
import type { ServerDeps } from './server-deps.ts';
import { acceptRoutes } from './sign-in/accept-routes.ts';
import { accountRoutes } from './sign-in/account-routes.ts';
import { SignInAttempts } from './sign-in/attempts.ts';
import { createAuthority } from './sign-in/authority.ts';
import { identify } from './sign-in/identify.ts';
import { identifyDuringImport } from './sign-in/identify-during-import.ts';
import { signInRoutes, workspaceChoiceRoutes } from './sign-in/routes.ts';
import { viewerRoutes } from './viewer-routes.ts';
import { addWebApp } from './web-app.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether `PUBLIC_URL` says that people come over https. */
    isBehindTls: boolean;
  }
}

const bodyLimitBytes = 1_048_576;

/** The whole HTTP side: doors, problems, API, live events, web app. Throws when a route has no permission. */
export async function createServer(deps: ServerDeps, features = featureRoutes): Promise<FastifyInstance> {
  const server = Fastify({
    logger: logOptions(deps.config.LOG_LEVEL),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    trustProxy: (_address, hop) => hop < deps.config.TRUST_PROXY,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });
  server.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  server.decorate('isBehindTls', deps.config.PUBLIC_URL?.startsWith('https:') ?? false);
  const { store } = deps;
  const authority = createAuthority({ store, secret: deps.signInSecret, publicUrl: deps.config.PUBLIC_URL });
  const identifyNow = (request: FastifyRequest): Promise<Viewer | null> =>
    identify(request, { store, authority, now: deps.clock() });
  const liveEvents = new LiveEvents({ replicaOf: (id) => deps.replicas.for(id), identify: identifyNow });
  server.addHook('preClose', async () => liveEvents.close());
  addProblemHandler(server);
  logRequests(server);
  await addPlugins(server);
  addDoorkeeper(server, { phase: deps.phase, identify: identifyDuringImport(identifyNow) });
  await addOpenApi(server);
  await server.register(healthRoutes, deps);
  const signIn = { ...deps, authority, liveEvents, attempts: new SignInAttempts() };
  for (const routes of [signInRoutes, workspaceChoiceRoutes, accountRoutes, acceptRoutes])
    await server.register(routes, signIn);
  await server.register(roleRoutes);
  await server.register(viewerRoutes, { ...deps, liveEvents });
  for (const routes of features) await server.register(routes, deps);
  await addWebApp(server, deps.webDir);
  await server.ready();
  return server;
}

async function addPlugins(server: FastifyInstance): Promise<void> {
  await addSecurityHeaders(server);
  await server.register(cookie);
  await server.register(compress, { threshold: 2048 });
  // Only where a route asks for it: a whole company may sit behind one address.
  await server.register(rateLimit, {
    global: false,
    cache: 20_000,
    errorResponseBuilder: () => new Problem('rate_limited'),
  });
}

function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}
