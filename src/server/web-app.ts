import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#shared/problem.ts';
import { otherMethods } from './known-methods.ts';
import { sendProblem } from './problem-handler.ts';

/** Serves the built web app: hashed assets for ever, the page itself fresh, and the page for every address of the app. */
export async function addWebApp(server: FastifyInstance, webDir: string): Promise<void> {
  const isBuilt = existsSync(join(webDir, 'index.html'));
  if (isBuilt) await serveFiles(server, webDir);
  const answerOtherMethods = otherMethods(server);
  // TRAP: a reply that is returned is awaited, by more listeners on the response than Node takes for no leak.
  server.setNotFoundHandler((request, reply) => {
    if (answerOtherMethods(request, reply)) return;
    if (!isPageRequest(request)) sendProblem(new Problem('not_found'), request, reply);
    else if (isBuilt) sendPage(reply);
    else sendNotBuilt(reply);
  });
}

async function serveFiles(server: FastifyInstance, webDir: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: webDir,
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/') || path.includes('\\assets\\');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // The files are the app itself: the same for everyone, and nothing in them is anyone's data.
  const config = { permission: 'public', whileStarting: true, whileOverloaded: true } as const;
  server.get<{ Params: { '*': string } }>('/*', { config, schema: { hide: true } }, (request, reply) => {
    const path = request.params['*'];
    return path === '' ? sendPage(reply) : reply.sendFile(path);
  });
}

function isPageRequest(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '';
  const isFile = /\.[a-z0-9]{1,8}$/i.test(path);
  return (request.method === 'GET' || request.method === 'HEAD') && !path.startsWith('/api/') && !isFile;
}

function sendNotBuilt(reply: FastifyReply): void {
  reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .send('网页还没有构建：npm start 会构建它\nThe web app is not built; npm start builds it\n');
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
}
