import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Viewer } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';
import { isPermission, mayDo, type Permission } from './permissions.ts';

type Options = Readonly<{
  phase: () => 'starting' | 'ready';
  identify: (request: FastifyRequest) => Promise<Viewer | null>;
  /** Whether nothing may be written in the workspace now: its trial is over, or an operator says so. */
  isReadOnly: (workspaceId: string) => Promise<boolean>;
}>;

/** Stands before every route: refuses cross-site writes, finds out who asks, and lets in whom the route's permission names. */
export function addDoorkeeper(server: FastifyInstance, { phase, identify, isReadOnly }: Options): void {
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
    if (!mayDo(viewer, permission)) throw notAllowed(viewer);
    await refuseReadOnly(request, viewer, isReadOnly);
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
    /** Also works in a workspace that is read-only: it writes nothing there, or what belongs to the person alone. */
    whileReadOnly?: boolean;
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

function notAllowed({ role, roleName, sharedLink }: Viewer): Problem {
  if (sharedLink) return new Problem('not_allowed', [onlyLooking]);
  const { zh, en } = roleName ?? { zh: role, en: role };
  return new Problem('not_allowed', [
    { detail: { zh: `角色「${zh}」没有这项权限`, en: `The role "${en}" does not have this permission` } },
  ]);
}

const onlyLooking = {
  detail: {
    zh: '分享链接只能看数字；要做更多，请向分享的人要一个账号',
    en: 'A share link only shows numbers; for more, ask whoever shared it for an account',
  },
};

async function refuseReadOnly(
  request: FastifyRequest,
  { workspace }: Viewer,
  isReadOnly: Options['isReadOnly'],
): Promise<void> {
  if (writes(request) && (await isReadOnly(workspace.id))) throw new Problem('workspace_expired', [readOnly]);
}

const readOnly = {
  detail: {
    zh: '试用已结束或工作区已设为只读：数据都在，可以查看、导出和备份；要继续使用请联系运营者',
    en: 'The trial is over or the workspace was made read-only: everything is still there to read, export and back up; ask the operator to go on',
  },
};

/** TRAP: a question is a POST as well; whoever may only read can send nothing else. */
function writes({ method, routeOptions: { config, url = '' } }: FastifyRequest): boolean {
  if (safeMethods.has(method) || config.whileReadOnly || url.startsWith(ofOneself)) return false;
  return method !== 'POST' || !readingPermissions.has(config.permission ?? '');
}

/** A password, sessions, a tour: they belong to the person, not to the workspace. */
const ofOneself = '/api/v1/me/';

const readingPermissions: ReadonlySet<string> = new Set(['data.read', 'audit.read', 'contacts.reveal']);

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
