import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#shared/problem.ts';
import { sendProblem } from './problem-handler.ts';

/** Answers a request whose address exists for other methods only: with those methods, and nothing about other origins. False: no such address. */
export function otherMethods(server: FastifyInstance): (request: FastifyRequest, reply: FastifyReply) => boolean {
  const addresses = new Map<string, Readonly<{ shape: RegExp; methods: Set<string> }>>();
  for (const { method, url } of server.doors) {
    if (url === '/*') continue;
    const known = addresses.get(url) ?? { shape: shapeOf(url), methods: new Set<string>() };
    addresses.set(url, known);
    known.methods.add(method);
  }
  return (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = [...addresses.values()].flatMap(({ shape, methods: of }) => (shape.test(path) ? [...of] : []));
    if (methods.length === 0 || methods.includes(request.method)) return false;
    reply.header('allow', [...new Set([...methods, 'OPTIONS'])].sort().join(', '));
    if (request.method === 'OPTIONS') reply.code(204).send();
    else sendProblem(new Problem('method_not_allowed'), request, reply);
    return true;
  };
}

function shapeOf(url: string): RegExp {
  const steps = url
    .split('/')
    .map((step) => (step.startsWith(':') ? '[^/]+' : step.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${steps.join('/')}$`);
}
