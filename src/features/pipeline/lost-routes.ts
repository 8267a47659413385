import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { lostReasons, lostReasonsQuestion } from './lost-reasons.ts';

const text = z.string().nullable();
const money = z.string().describe('A decimal');
const level = z.object({ deals: z.number(), amount: money });
const reasons = z.array(level.extend({ reason: text })).readonly();
const parts = z.array(level.extend({ key: text, name: text, reasons })).readonly();

const lostAnswer = z.object({
  total: level,
  reasons,
  splits: z.object({ stage: parts, size: parts, competitor: parts }).describe('Each adds up to the total'),
  sizes: z.object({ medium: money, large: money }).nullable().describe('Where medium and large begin'),
});

/** Why deals are lost. */
export const lostRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/lost-reasons',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Lost deals by reason, within the stage they last stood in, their size and the rival',
        tags: ['pipeline'],
        body: lostReasonsQuestion,
        response: { 200: lostAnswer },
      },
    },
    async (request) => lostReasons(await askingOf(deps, viewerOf(request)), request.body),
  );
};
