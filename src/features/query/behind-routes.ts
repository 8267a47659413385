import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { behindAnswer, membersAnswer, passportAnswer } from './answer-schema.ts';
import { cellSchema } from './cell-question.ts';
import { dimensionMembers } from './dimension-members.ts';
import { passport } from './passport.ts';
import { rowsBehind, rowsQuestionSchema } from './rows-behind.ts';

/** What is behind one number, and what numbers can be filtered by. */
export const behindRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/query/rows',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'The rows behind one number; they add up to it',
        tags: ['query'],
        body: rowsQuestionSchema,
        response: { 200: behindAnswer },
      },
    },
    async (request) => rowsBehind(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.post(
    '/api/v1/query/passport',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'What one number means: formula, period, scope, what counts and what is left out (口径卡)',
        tags: ['query'],
        body: cellSchema,
        response: { 200: passportAnswer },
      },
    },
    async (request) => passport(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.get(
    '/api/v1/members-of/:dimension',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Values of a dimension that the viewer may filter by',
        tags: ['query'],
        params: z.object({ dimension: z.string().max(120) }),
        querystring: z.object({ search: z.string().max(200).optional() }),
        response: { 200: membersAnswer },
      },
    },
    async (request) => ({
      members: await dimensionMembers(
        await askingOf(deps, viewerOf(request)),
        request.params.dimension,
        request.query.search,
      ),
    }),
  );
};
