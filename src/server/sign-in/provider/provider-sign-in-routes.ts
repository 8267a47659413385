import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SignInConnectors } from '#connectors/sign-in/connectors.ts';
import { faultIn } from '#connectors/sign-in/provider-fault.ts';
import { providerKinds, type Vouched } from '#connectors/sign-in/sign-in-connector.ts';
import { connectorsOf, returnPath } from '#features/settings/single-sign-on/connectors-of.ts';
import { openedProvider } from '#features/settings/single-sign-on/providers.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { workspaceCookie } from '../identify.ts';
import { openSessionOf } from '../session.ts';
import type { SignInDeps } from '../sign-in-deps.ts';
import { admit } from './admit.ts';
import { type Flow, flowCookie, flowSeconds, isBrowserOf, journeyOf, openFlow, ownPath, takeFlow } from './flows.ts';
import { waysInto } from './ways-routes.ts';

const tags = ['sign-in'];
const limited = { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } };

/** How long a session lasts that a provider opened: then its groups are asked anew. */
const sessionHours = 12;

/** Signing in by another provider: leaving for it, and coming back. */
export const providerSignInRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  // One set for both ways: what a provider says about itself is kept for a while.
  const both = { ...deps, connectors: connectorsOf(deps) };
  await server.register(leavingRoute, both);
  await server.register(returnRoute, both);
};

type Travelling = SignInDeps & Readonly<{ connectors: SignInConnectors }>;

const leavingRoute: FastifyPluginAsyncZod<Travelling> = async (server, deps) => {
  const { store, keyring, clock, connectors, signInSecret: secret } = deps;
  const redirectUri = `${deps.publicAddress}${returnPath}`;

  server.post(
    '/api/v1/sign-in/with/:kind',
    {
      config: limited,
      bodyLimit: 4096,
      schema: {
        summary: 'Where to go to sign in by a provider',
        tags,
        params: z.object({ kind: z.enum(providerKinds) }),
        body: z.object({
          workspace: z.string().min(1).max(100).optional(),
          to: z.string().max(2000).optional().describe('Path of the page to land on'),
        }),
        response: { 200: z.object({ url: z.string() }) },
      },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const found = await waysInto(store, request.body.workspace?.trim().toLowerCase());
      if (!found?.ways.some((way) => way.kind === kind)) throw noWay();
      const { workspaceId } = found;
      const opened = await openedProvider(store, keyring, { workspaceId, kind });
      if (!opened) throw noWay();
      const returnTo = ownPath(request.body.to);
      const { state, browser } = await openFlow(store, { workspaceId, kind, returnTo, now: clock() });
      const journey = journeyOf({ redirectUri, state, browser, secret });
      const url = await connectors[kind].authorizeUrl(opened.settings, journey).catch((error) => {
        // What is wrong there is for the log: anybody can ask this.
        const fault = faultIn(error);
        if (!fault) throw error;
        request.log.warn({ provider: kind, reason: fault.reason }, fault.message);
        throw new Problem('provider_failed', [], { cause: error });
      });
      setFlowCookie(request, reply, { state, browser });
      return { url };
    },
  );
};

const returnRoute: FastifyPluginAsyncZod<Travelling> = async (server, deps) => {
  const { store, keyring, clock, connectors, signInSecret: secret } = deps;
  const redirectUri = `${deps.publicAddress}${returnPath}`;

  server.get(
    returnPath,
    {
      config: limited,
      schema: {
        summary: 'Where providers send people back to: signs them in, or leads to the sign-in page with the reason',
        tags,
        querystring: z.object({ state: z.string().max(200).optional() }).loose(),
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      const state = request.query.state ?? '';
      const flow = state === '' ? null : await store.transaction((tx) => takeFlow(tx, { state, now: clock() }));
      if (!flow) return failed(reply, 'expired');
      const browser = request.cookies[flowCookie(state)];
      reply.clearCookie(flowCookie(state), { path: returnPath });
      if (!isBrowserOf(flow, browser)) return failed(reply, 'other_browser', flow);
      const opened = await openedProvider(store, keyring, flow);
      if (!opened?.provider.isEnabled) return failed(reply, 'turned_off', flow);
      const url = new URL(request.url, deps.publicAddress);
      const journey = journeyOf({ redirectUri, state, browser, secret });
      const vouched = await connectors[flow.kind].vouched(opened.settings, { ...journey, url }).catch((error) => {
        const fault = faultIn(error);
        if (!fault) throw error;
        return fault;
      });
      if ('reason' in vouched) {
        request.log.warn({ provider: flow.kind, reason: vouched.reason }, vouched.message);
        await noteFault(deps, flow, { why: vouched.reason, address: request.ip });
        return failed(reply, vouched.reason, flow);
      }
      return await letIn({ deps, flow, vouched, provider: opened.provider, request, reply });
    },
  );
};

type Arriving = Readonly<{
  deps: SignInDeps;
  flow: Flow;
  vouched: Vouched;
  provider: Parameters<typeof admit>[1]['provider'];
  request: FastifyRequest;
  reply: FastifyReply;
}>;

async function letIn({ deps, flow, vouched, provider, request, reply }: Arriving): Promise<FastifyReply> {
  const { workspaceId } = flow;
  const arrival = { keyring: deps.keyring, workspaceId, provider, vouched, address: request.ip, now: deps.clock() };
  const admitted = await deps.store.transaction((tx) => admit(tx, arrival));
  if ('refused' in admitted) {
    await deps.liveEvents.recheck();
    return failed(reply, admitted.refused, flow);
  }
  await openSessionOf(deps.authority, admitted.userId, { request, reply, only: { workspaceId, hours: sessionHours } });
  return reply
    .setCookie(workspaceCookie, flow.slug, { path: '/', httpOnly: true, sameSite: 'lax' })
    .redirect(flow.returnTo, 303);
}

/** Leads to the sign-in page, which says why and what to do. Only to our own: the path is fixed, what varies is encoded. */
function failed(reply: FastifyReply, why: string, flow?: Flow): FastifyReply {
  const query = new URLSearchParams({ failed: why, ...(flow ? { workspace: flow.slug } : {}) });
  return reply.redirect(`/sign-in?${query}`, 303);
}

async function noteFault(
  { store }: SignInDeps,
  { workspaceId, kind }: Flow,
  { why, address }: Readonly<{ why: string; address: string }>,
): Promise<void> {
  const details = { provider: kind, why };
  await store.transaction((tx) =>
    audited(tx, { workspaceId, actor: 'nobody', address, action: 'sign_in_refused', details }),
  );
}

/** `Lax` lets it come along when the provider sends the browser back; `Secure` behind TLS. */
function setFlowCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { state, browser }: Readonly<{ state: string; browser: string }>,
): void {
  const secure = request.protocol === 'https' || request.server.isBehindTls;
  const options = { path: returnPath, httpOnly: true, sameSite: 'lax', secure, maxAge: flowSeconds } as const;
  reply.setCookie(flowCookie(state), browser, options);
}

function noWay(): Problem {
  const detail = {
    zh: '没有这个工作区，或它没有开通这种登录方式；请核对工作区的名称，或问管理员',
    en: 'There is no such workspace, or it does not sign in this way; check its name or ask an admin',
  };
  return new Problem('not_found', [{ detail }]);
}
