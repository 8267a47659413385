import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { isReadOnly, planOf } from '#features/installation/plan.ts';
import { usualUploadLimitMb } from '#features/route-deps.ts';
import type { Viewer } from '#features/viewer.ts';
import { addConnectionLimits, connectionLimits } from './connection-limits.ts';
import { addDoorkeeper } from './doorkeeper.ts';
import { healthRoutes } from './health.ts';
import { type Limits, limitsOf } from './limits.ts';
import { LiveEvents } from './live-events.ts';
import { logOptions } from './log.ts';
import { addOpenApi } from './open-api.ts';
import { addAskers } from './overload/add-askers.ts';
import { OverloadGuard } from './overload/overload-guard.ts';
import { addDoneHooks } from './overload/when-done.ts';
import { addProblemHandler, sendProblem } from './problem-handler.ts';
import { addRateLimits, limitEachAsker, limitStrangers } from './rate-limits.ts';
import { refuseNul } from './refuse-nul.ts';
import { roleRoutes } from './role-routes.ts';
import { featureRoutes } from './routes.ts';
import { addSecurityHeaders } from './security-headers.ts';
import type { ServerDeps } from './server-deps.ts';
import { rewrittenUrl } from './shared-address.ts';
import { sharedRoutes } from './shared-routes.ts';
import { allSignInRoutes } from './sign-in/all-routes.ts';
import { SignInAttempts } from './sign-in/attempts.ts';
import { createAuthority } from './sign-in/authority.ts';
import { identify } from './sign-in/identify.ts';
import { identifyDuringImport } from './sign-in/identify-during-import.ts';
import { addSecondFactorRule } from './sign-in/second-factor/second-factor-rule.ts';
import { withOperator } from './sign-in/with-operator.ts';
import { livingDemos } from './sign-up/living-demos.ts';
import { ownWorkspacesRoutes } from './sign-up/own-workspaces-routes.ts';
import { signUpRoutes } from './sign-up/sign-up-routes.ts';
import { addBodyRules } from './slow-bodies.ts';
import { viewerRoutes } from './viewer-routes.ts';
import { addWebApp } from './web-app.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether `PUBLIC_URL` says that people come over https. */
    isBehindTls: boolean;
  }
}

/** The whole HTTP side: doors, problems, API, live events, web app. Throws when a route has no permission. */
export async function createServer(deps: ServerDeps, features = featureRoutes): Promise<FastifyInstance> {
  const limits = limitsOf(deps.config);
  const server = Fastify({
    logger: logOptions(deps.config.LOG_LEVEL, deps.logStream),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.BODY_LIMIT_KB * 1024,
    ...connectionLimits(limits),
    trustProxy: (_address, hop) => hop < deps.config.TRUST_PROXY,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    rewriteUrl: rewrittenUrl,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });
  server.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  server.decorate('isBehindTls', deps.config.PUBLIC_URL?.startsWith('https:') ?? false);
  const { store } = deps;
  const authority = createAuthority({ store, secret: deps.signInSecret, publicUrl: deps.config.PUBLIC_URL });
  const identifyNow = async (request: FastifyRequest): Promise<Viewer | null> =>
    withOperator(
      await identify(request, { store, keyring: deps.keyring, authority, now: deps.clock() }),
      request,
      deps,
    );
  const liveEvents = new LiveEvents({ replicaOf: (id) => deps.replicas.for(id), identify: identifyNow });
  server.addHook('preClose', async () => liveEvents.close());
  addProblemHandler(server);
  logRequests(server);
  await addPlugins(server, limits, deps.uploadLimitMb ?? usualUploadLimitMb);
  const guard = new OverloadGuard({ limits, replicas: deps.replicas });
  guard.admitAll(server);
  addDoorkeeper(server, {
    phase: deps.phase,
    identify: limitStrangers(server, identifyDuringImport(identifyNow), limits),
    isReadOnly: async (workspaceId) => isReadOnly(await planOf(store, workspaceId, deps.clock())),
  });
  addSecondFactorRule(server, { store, authority });
  limitEachAsker(server, limits);
  guard.admitEach(server);
  addAskers(server);
  await addOpenApi(server);
  await server.register(healthRoutes, deps);
  const signIn = {
    ...deps,
    authority,
    liveEvents,
    attempts: new SignInAttempts(),
    codeAttempts: new SignInAttempts({ pair: 5, account: 10, address: 40 }),
    letterAttempts: new SignInAttempts({ pair: 3, account: 5, address: 20 }),
  };
  for (const routes of allSignInRoutes) await server.register(routes, signIn);
  const demoLife = livingDemos(server, deps);
  for (const routes of [signUpRoutes, ownWorkspacesRoutes]) await server.register(routes, { ...signIn, demoLife });
  const accessChanged = () => void liveEvents.recheck();
  await server.register(roleRoutes, { ...deps, accessChanged });
  await server.register(sharedRoutes, deps);
  await server.register(viewerRoutes, { ...deps, liveEvents, demoLife });
  for (const routes of features) await server.register(routes, { ...deps, accessChanged });
  await addWebApp(server, deps.webDir);
  await server.ready();
  return server;
}

async function addPlugins(server: FastifyInstance, limits: Limits, uploadLimitMb: number): Promise<void> {
  await addSecurityHeaders(server);
  await server.register(cookie);
  await server.register(compress, { threshold: 2048, globalDecompression: false });
  addDoneHooks(server);
  addConnectionLimits(server, limits);
  addBodyRules(server, limits, uploadLimitMb);
  await addRateLimits(server, limits);
  refuseNul(server);
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
