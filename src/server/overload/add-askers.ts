import type { FastifyInstance, FastifyReply } from 'fastify';
import { askedBy } from '#replica/asker.ts';
import { Problem } from '#shared/problem.ts';
import { askerOf } from './asker-of.ts';

/** Every question of a handler is its caller's: it takes turns with those of others and stops when the caller hangs up. */
export function addAskers(server: FastifyInstance): void {
  // TRAP: not earlier than preHandler: reading a body loses the context of the hooks before it.
  server.addHook('preHandler', (request, reply, done) => {
    askedBy({ id: askerOf(request), signal: leftSignal(reply) }, done);
  });
}

function leftSignal({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort(new Problem('asker_left'));
  });
  return left.signal;
}
