import type { FastifyInstance, FastifyReply } from 'fastify';

declare module 'fastify' {
  interface FastifyReply {
    /** What is to be done once nothing of the request is going on any more. */
    onceDone: (() => void)[] | null;
  }
}

const latestMs = 60_000;

/** Lets `whenDone` know of every answer. */
export function addDoneHooks(server: FastifyInstance): void {
  server.decorateReply('onceDone', null);
  server.addHook('onSend', async (_request, reply) => {
    if (reply.raw.destroyed) finish(reply);
  });
  server.addHook('onResponse', async (_request, reply) => finish(reply));
}

/**
 * Calls back once the work is over: the answer is out, or its asker left and the handler has stopped, too. Who hangs up does not make room
 * for the next as long as the work goes on.
 */
export function whenDone(reply: FastifyReply, work: () => void): void {
  if (reply.onceDone) reply.onceDone.push(work);
  else {
    reply.onceDone = [work];
    // A handler that never comes back must not keep its place for ever.
    reply.raw.once('close', () => {
      if (reply.onceDone?.length) setTimeout(() => finish(reply), latestMs).unref();
    });
  }
}

function finish(reply: FastifyReply): void {
  for (const work of reply.onceDone?.splice(0) ?? []) work();
}
