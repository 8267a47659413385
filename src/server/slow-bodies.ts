import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#shared/problem.ts';
import type { Limits } from './limits.ts';
import { sendProblem } from './problem-handler.ts';

const leastUploadBytes = 16_384;
/** How many files of the largest size may come in one upload. */
const largestUploads = 4;

/** Refuses bodies that come too slowly and bodies that are packed: a small one could unpack to any size. */
export function addBodyRules(server: FastifyInstance, limits: Limits, uploadLimitMb: number): void {
  server.removeContentTypeParser('text/plain');
  server.addHook('preParsing', async (request, reply) => {
    const packed = request.headers['content-encoding'];
    if (packed !== undefined && packed !== 'identity') throw new Problem('unsupported_media_type', [unpacked]);
    if (isUpload(request) && Number(request.headers['content-length']) > uploadLimitMb * largestUploads * 1024 * 1024)
      throw new Problem('body_too_large');
    if (!request.raw.complete) watch(request, reply, limits.BODY_TIMEOUT_S * 1000);
  });
}

const unpacked = { detail: { zh: '请发送没有压缩的内容', en: 'Send the body without content-encoding' } };

/** A body must be there within the time; a file only has to make progress. */
function watch(request: FastifyRequest, reply: FastifyReply, patienceMs: number): void {
  const { raw } = request;
  let seenBytes = raw.socket?.bytesRead ?? 0;
  const timer = setInterval(() => {
    if (raw.complete || raw.destroyed || reply.sent) return clearInterval(timer);
    const newBytes = raw.socket.bytesRead - seenBytes;
    seenBytes += newBytes;
    if (isUpload(request) && newBytes >= leastUploadBytes) return;
    clearInterval(timer);
    sendProblem(new Problem('request_too_slow'), request, reply);
    reply.raw.once('finish', () => raw.destroy());
  }, patienceMs);
  raw.once('close', () => clearInterval(timer));
}

function isUpload({ headers }: FastifyRequest): boolean {
  return (headers['content-type'] ?? '').startsWith('multipart/');
}
