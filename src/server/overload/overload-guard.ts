import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Replicas } from '#replica/replicas.ts';
import { Problem, type ProblemDetail } from '#shared/problem.ts';
import type { Limits } from '../limits.ts';
import { askerOf } from './asker-of.ts';
import { watchPressure } from './pressure.ts';
import { RecentRefusals } from './recent-refusals.ts';
import { Slots, type Wanted } from './slots.ts';
import { whenDone } from './when-done.ts';

type Guard = Readonly<{ limits: Limits; replicas: Pick<Replicas, 'waiting'> }>;

/** Beyond its capacity the server says so at once, instead of taking on what it cannot do. */
export class OverloadGuard {
  readonly #slots = new Slots();
  readonly #refusals = new RecentRefusals();
  readonly #guard: Guard;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  /** Before it is known who asks: refuses when the whole server is full, late or short of memory. */
  admitAll(server: FastifyInstance): void {
    const pressure = watchPressure(this.#guard.limits);
    server.addHook('onClose', async () => pressure.stop());
    server.addHook('onRequest', async (request, reply) => {
      if (isExempt(request)) return;
      if (pressure.isOver()) throw new Problem('overloaded');
      if (this.#refusals.has(request)) throw new Problem('overloaded', [oneAsker]);
      this.#take(reply, [{ key: 'all', most: this.#guard.limits.MAX_REQUESTS }], everyone);
    });
  }

  /** Once it is known who asks: refuses who, or whose workspace, has its share already. */
  admitEach(server: FastifyInstance): void {
    server.addHook('onRequest', async (request, reply) => {
      if (isExempt(request)) return;
      this.#takeShare(request, reply);
      if (request.viewer) this.#refuseLongQueue(request.viewer.workspace.id);
    });
  }

  #takeShare(request: FastifyRequest, reply: FastifyReply): void {
    try {
      this.#take(reply, wantedBy(request, this.#guard.limits), oneAsker);
    } catch (cause) {
      this.#refusals.note(request);
      throw cause;
    }
  }

  #take(reply: FastifyReply, wanted: readonly Wanted[], detail: ProblemDetail): void {
    const taken = this.#slots.take(wanted);
    if ('full' in taken) throw new Problem('overloaded', [detail]);
    whenDone(reply, taken.release);
  }

  #refuseLongQueue(workspaceId: string): void {
    const most = this.#guard.limits.MAX_WAITING_QUESTIONS;
    if (this.#guard.replicas.waiting(workspaceId, most / 4) >= most) throw new Problem('overloaded', [everyone]);
  }
}

function isExempt(request: FastifyRequest): boolean {
  return request.is404 || request.routeOptions.config.whileOverloaded === true;
}

function wantedBy(request: FastifyRequest, limits: Limits): readonly Wanted[] {
  const { viewer } = request;
  // Whoever is not signed in cannot keep those out who are.
  if (!viewer) return [{ key: askerOf(request), most: Math.ceil(limits.MAX_REQUESTS / 2) }];
  return [
    { key: `of ${viewer.workspace.id}`, most: Math.ceil((limits.MAX_REQUESTS * 3) / 4) },
    { key: askerOf(request), most: limits.MAX_REQUESTS_PER_USER },
  ];
}

const everyone: ProblemDetail = {
  detail: {
    zh: '正在处理的请求已经到了上限，几秒后会空出来',
    en: 'The server works on as much as it can; there is room again in a few seconds',
  },
};

const oneAsker: ProblemDetail = {
  detail: {
    zh: '你（或你的工作区）同时进行的请求太多，请等前面的完成',
    en: 'Too many requests of yours or your workspace run at the same time; let some finish first',
  },
};
