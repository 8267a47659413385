import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '#features/viewer.ts';
import type { Replica } from '#replica/replica.ts';
import { Problem } from '#shared/problem.ts';

type Stream = Readonly<{
  request: FastifyRequest;
  reply: FastifyReply;
  owner: string;
  stop: () => void;
}>;

type Options = Readonly<{
  replicaOf: (workspaceId: string) => Promise<Replica>;
  /** Who the request's cookie or key stands for now; null when it no longer does. */
  identify: (request: FastifyRequest) => Promise<Viewer | null>;
  heartbeatMs?: number;
}>;

const mostStreamsOfOne = 30;
const mostUnsentBytes = 262_144;

/** The open event streams: tells browsers that their workspace's numbers changed. */
export class LiveEvents {
  readonly #streams = new Set<Stream>();
  readonly #options: Options;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(options: Options) {
    this.#options = options;
    this.#heartbeat = setInterval(() => void this.recheck(), options.heartbeatMs ?? 20_000).unref();
  }

  /** Answers a request with a stream of `change` events. Throws `rate_limited` when one viewer holds too many. */
  async open(request: FastifyRequest, reply: FastifyReply, viewer: Viewer): Promise<void> {
    const owner = `${viewer.workspace.id} ${viewer.userId ?? viewer.name}`;
    const held = [...this.#streams].filter((stream) => stream.owner === owner).length;
    if (held >= mostStreamsOfOne) throw new Problem('rate_limited');
    const replica = await this.#options.replicaOf(viewer.workspace.id);
    const announce = () => write(stream, changeAt(replica));
    const stop = replica.onApplied(announce);
    const stream: Stream = { request, reply, owner, stop };
    this.#streams.add(stream);
    reply.raw.on('close', () => this.#drop(stream));
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    write(stream, 'retry: 2000\n\n');
    // A browser that comes back may have missed a change; one too many costs it a question, one too few a wrong screen.
    const seen = request.headers['last-event-id'];
    if (seen !== undefined && seen !== String(replica.position)) announce();
  }

  /** Ends the streams whose session or key is no longer good; the others get a sign of life. */
  async recheck(): Promise<void> {
    await Promise.all([...this.#streams].map((stream) => this.#recheckOne(stream)));
  }

  /** Ends every stream: the server stops. */
  close(): void {
    clearInterval(this.#heartbeat);
    for (const stream of this.#streams) stream.reply.raw.end();
  }

  async #recheckOne(stream: Stream): Promise<void> {
    const viewer = await this.#options.identify(stream.request).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    if (viewer) write(stream, ': still here\n\n');
    else stream.reply.raw.end('event: signed_out\ndata: {}\n\n');
  }

  #drop(stream: Stream): void {
    stream.stop();
    this.#streams.delete(stream);
  }
}

function changeAt(replica: Replica): string {
  return `id: ${replica.position}\nevent: change\ndata: ${JSON.stringify({ position: replica.position })}\n\n`;
}

function write(stream: Stream, text: string): void {
  const { raw } = stream.reply;
  if (raw.writableEnded) return;
  // A reader that has stopped reading is cut off; its browser connects again.
  if (raw.writableLength > mostUnsentBytes) raw.destroy();
  else raw.write(text);
}
