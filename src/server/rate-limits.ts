import { isIPv6 } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';
import type { Limits } from './limits.ts';
import { askerOf } from './overload/asker-of.ts';

type Identify = (request: FastifyRequest) => Promise<Viewer | null>;

const minuteMs = 60_000;

/**
 * Lets routes limit how often they are asked (`config.rateLimit`): by user or key once it is known who asks, else by address. Public
 * routes of the API have a limit even when they name none; health and the app's files have none.
 */
export async function addRateLimits(server: FastifyInstance, limits: Limits): Promise<void> {
  const publicMost = limits.ADDRESS_REQUESTS_PER_MINUTE;
  // TRAP: before the plugin, which looks at a route's settings in a hook of its own.
  server.addHook('onRoute', ({ url, config }) => {
    const isLimited = config?.permission === 'public' && url.startsWith('/api/') && !config.whileOverloaded;
    if (isLimited && publicMost > 0) config.rateLimit ??= { max: publicMost, timeWindow: minuteMs };
  });
  await server.register(rateLimit, {
    global: false,
    cache: 20_000,
    enableDraftSpec: true,
    keyGenerator: (request) => (request.viewer ? askerOf(request) : addressOf(request)),
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('rate_limited', [], { retryAfterS: Math.ceil(ttl / 1000) }),
  });
}

/** Limits what one user or key asks in a minute, whatever it asks; to be added when it is known who asks. */
export function limitEachAsker(server: FastifyInstance, { REQUESTS_PER_MINUTE: max }: Limits): void {
  if (max === 0) return;
  const counted = server.createRateLimit({ max, timeWindow: minuteMs, keyGenerator: askerOf });
  server.addHook('onRequest', async (request, reply) => {
    if (!request.viewer || request.is404) return;
    const count = await counted(request);
    if (count.isAllowed) return;
    announce(reply, count);
    if (count.isExceeded) throw new Problem('rate_limited', [], { retryAfterS: count.ttlInSeconds });
  });
}

/** Identifies, and limits how often one address may show credentials that are not good. */
export function limitStrangers(
  server: FastifyInstance,
  identify: Identify,
  { ADDRESS_REQUESTS_PER_MINUTE: max }: Limits,
): Identify {
  if (max === 0) return identify;
  const counted = server.createRateLimit({ max, timeWindow: minuteMs, keyGenerator: addressOf });
  const stranger = async (request: FastifyRequest) => {
    const count = await counted(request);
    if (!count.isAllowed && count.isExceeded) {
      throw new Problem('rate_limited', [], { retryAfterS: count.ttlInSeconds });
    }
  };
  return async (request) => {
    const viewer = await identify(request).catch(async (error: unknown) => {
      if (error instanceof Problem && error.code === 'not_signed_in') await stranger(request);
      throw error;
    });
    if (!viewer) await stranger(request);
    return viewer;
  };
}

function announce(reply: FastifyReply, count: { max: number; remaining: number; ttlInSeconds: number }): void {
  reply.header('ratelimit-limit', count.max);
  reply.header('ratelimit-remaining', count.remaining);
  reply.header('ratelimit-reset', count.ttlInSeconds);
}

/** The caller's address; of IPv6 the network (/64), in which one machine has as many addresses as it likes. */
function addressOf({ ip }: FastifyRequest): string {
  if (!isIPv6(ip)) return ip;
  const [head = '', tail] = ip.toLowerCase().split('%', 1).join('').split('::');
  const start = head.split(':').filter((group) => group !== '');
  const end = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  const groups = [...start, ...Array.from({ length: zeros }, () => '0'), ...end].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
