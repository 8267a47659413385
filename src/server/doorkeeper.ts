import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Viewer } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';
import { isPermission, mayDo, type Permission } from './permissions.ts';

type Options = Readonly<{
  phase: () => 'starting' | 'ready';
  identify: (request: FastifyRequest) => Promise<Viewer | null>;
}>;

/** Stands before every route: refuses cross-site writes, finds out who asks, and lets in whom the route's permission names. */
export function addDoorkeeper(server: FastifyInstance, { phase, identify }: Options): void {
  server.decorateRequest('viewer', null);
  const doors: Door[] = [];
  server.decorate('doors', doors);
  server.addHook('onRoute', (route) => {
    doors.push(...doorsOf(route));
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404) return;
    const permission = request.routeOptions.config.permission as Permission;
    if (phase() === 'starting' && !request.routeOptions.config.whileStarting) throw new Problem('starting_up');
    refuseCrossSite(request);
    if (permission === 'public') return;
    reply.header('cache-control', 'no-store');
    const viewer = await identify(request);
    if (!viewer) throw new Problem('not_signed_in');
    if (!mayDo(viewer.role, permission)) throw notAllowed(viewer);
    request.viewer = viewer;
  });
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, with its permission. */
    doors: readonly Door[];
  }
  interface FastifyContextConfig {
    /** Answers before the server is ready, too. */
    whileStarting?: boolean;
  }
}

/** A route and who may pass. */
export type Door = Readonly<{ method: string; url: string; permission: Permission }>;

function doorsOf({ method, url, config }: RouteOptions): readonly Door[] {
  const permission = config?.permission;
  if (!isPermission(permission)) {
    throw new Error(`route ${method} ${url} has no known permission: ${String(permission)}`);
  }
  return [method].flat().map((each) => ({ method: each, url, permission }));
}

function notAllowed({ role }: Viewer): Problem {
  return new Problem('not_allowed', [
    { detail: { zh: `角色「${role}」没有这项权限`, en: `The role "${role}" does not have this permission` } },
  ]);
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends its cookie along with forms of other sites; it also says where the request comes from. Programs, which say
 * neither `Origin` nor `Sec-Fetch-Site`, hold no one else's cookie. A bearer key is never sent by itself.
 */
function refuseCrossSite(request: FastifyRequest): void {
  if (safeMethods.has(request.method) || request.headers.authorization !== undefined) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isOurs = site === undefined ? origin === undefined || hostOf(origin) === request.host : isSameSite(site);
  if (!isOurs) throw new Problem('not_allowed', [crossSite]);
}

const crossSite = {
  detail: { zh: '不接受来自其他网站的请求', en: 'Requests that come from another site are refused' },
};

function isSameSite(site: string | string[]): boolean {
  return site === 'same-origin' || site === 'none';
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
