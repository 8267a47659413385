import type { Server } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { Limits } from './limits.ts';
import { sendProblemOnSocket } from './problem-handler.ts';

const maxHeaderBytes = 16_384;
const keepAliveMs = 65_000;
const sendingMs = 120_000;
const lingerMs = 2_000;

/** How long connections may take to send what, and how large the head of a request may be. */
export function connectionLimits(limits: Limits) {
  const headersTimeout = limits.HEADERS_TIMEOUT_S * 1000;
  return {
    keepAliveTimeout: keepAliveMs,
    requestTimeout: limits.UPLOAD_TIMEOUT_S * 1000,
    http: {
      headersTimeout,
      maxHeaderSize: maxHeaderBytes,
      connectionsCheckingInterval: Math.min(5_000, headersTimeout / 2),
    },
    clientErrorHandler: sendProblemOnSocket,
  } satisfies FastifyHttpOptions<Server>;
}

/** Cuts off who does not read the answer, and who goes on sending after it. */
export function addConnectionLimits(server: FastifyInstance, limits: Limits): void {
  server.server.maxConnections = limits.MAX_CONNECTIONS;
  server.addHook('onSend', async ({ raw: { socket } }) => {
    // Node sets the connection's own patience again with the next request.
    if (socket instanceof Socket) socket.setTimeout(sendingMs);
  });
  server.addHook('onResponse', async ({ raw }) => {
    if (raw.complete || raw.destroyed) return;
    // A moment to read the refusal: a connection that is cut while sending seldom shows it.
    raw.resume();
    setTimeout(() => raw.complete || raw.destroy(), lingerMs).unref();
  });
}
