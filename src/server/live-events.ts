import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '#features/viewer.ts';
import type { Replica } from '#replica/replica.ts';
import { Problem } from '#shared/problem.ts';
import { mayDo } from './permissions.ts';
import { sessionCookie } from './sign-in/identify.ts';

type Stream = Readonly<{
  request: FastifyRequest;
  reply: FastifyReply;
  owner: string;
  /** What they may see, as of the last look. */
  access: { seen: string };
  stop: () => void;
}>;

type Options = Readonly<{
  replicaOf: (workspaceId: string) => Promise<Replica>;
  /** Who the request's cookie or key stands for now; null when it no longer does. */
  identify: (request: FastifyRequest) => Promise<Viewer | null>;
}>;

const mostStreamsOfOne = 30;
const mostUnsentBytes = 262_144;
const heartbeatMs = 20_000;
const recheckMs = 60_000;

/** The open event streams: tells browsers that their workspace's numbers changed. */
export class LiveEvents {
  readonly #streams = new Set<Stream>();
  readonly #options: Options;
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(options: Options) {
    this.#options = options;
    this.#timers = [
      setInterval(() => this.#beat(), heartbeatMs).unref(),
      setInterval(() => void this.recheck(), recheckMs).unref(),
    ];
  }

  /** Answers a request with a stream of `change` events. Throws `rate_limited` when one viewer holds too many. */
  async open(request: FastifyRequest, reply: FastifyReply, viewer: Viewer): Promise<void> {
    const owner = `${viewer.workspace.id} ${viewer.sharedLink?.id ?? viewer.userId ?? viewer.name}`;
    const replica = await this.#options.replicaOf(viewer.workspace.id);
    const held = [...this.#streams].filter((stream) => stream.owner === owner).length;
    if (held >= mostStreamsOfOne) throw new Problem('rate_limited');
    if (reply.raw.destroyed) return;
    const announce = () => write(stream, changeAt(replica));
    const stream: Stream = {
      request,
      reply,
      owner,
      access: { seen: accessOf(viewer) },
      stop: replica.onApplied(announce),
    };
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

  /**
   * Ends the streams whose session, key or link is no longer good, and tells those whose viewer may now see or do something else;
   * of one session only, when its cookie is given.
   */
  async recheck(session?: string): Promise<void> {
    const streams = [...this.#streams].filter(
      ({ request }) => session === undefined || request.cookies[sessionCookie] === session,
    );
    await Promise.all(streams.map((stream) => this.#recheckOne(stream)));
  }

  /** Ends every stream: the server stops. */
  close(): void {
    this.#timers.forEach(clearInterval);
    for (const stream of this.#streams) stream.reply.raw.end();
  }

  #beat(): void {
    for (const stream of this.#streams) write(stream, ': still here\n\n');
  }

  async #recheckOne(stream: Stream): Promise<void> {
    const access = await this.#accessNow(stream);
    if (access === null) return void stream.reply.raw.end('event: signed_out\ndata: {}\n\n');
    if (access === stream.access.seen) return;
    stream.access.seen = access;
    write(stream, 'event: access\ndata: {}\n\n');
  }

  /** What the viewer may see now; null when they may no longer listen. */
  async #accessNow({ request, access }: Stream): Promise<string | null> {
    try {
      const viewer = await this.#options.identify(request);
      return viewer && mayDo(viewer, 'data.read') ? accessOf(viewer) : null;
    } catch (error) {
      // Only a rule ends a stream; a store that cannot be asked right now is asked again a minute later.
      return error instanceof Problem ? null : access.seen;
    }
  }

  #drop(stream: Stream): void {
    stream.stop();
    this.#streams.delete(stream);
  }
}

/** Whatever decides what somebody sees: a change of it is told. */
function accessOf({ workspace, role, permissions, scope, personId }: Viewer): string {
  return JSON.stringify([workspace.id, role, permissions, scope, personId]);
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
