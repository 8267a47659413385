import type { FastifyInstance } from 'fastify';
import { loggableError } from '../log.ts';
import type { ServerDeps } from '../server-deps.ts';
import { DemoLife } from './demo-life.ts';

/** The demo companies of this server; they end with it, and those that were interrupted go on once it is ready. */
export function livingDemos(server: FastifyInstance, deps: ServerDeps): DemoLife {
  const demos = new DemoLife({
    ...deps,
    warn: (error, chore) => server.log.warn({ fault: loggableError(error), chore }, 'a chore failed'),
  });
  server.addHook('onReady', () => demos.resume());
  server.addHook('preClose', () => demos.close());
  return demos;
}
