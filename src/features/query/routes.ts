import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ask, askAll } from '#features/ask.ts';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { questionSchema } from '#semantic/parse.ts';
import { answer, catalogueAnswer } from './answer-schema.ts';
import { behindRoutes } from './behind-routes.ts';
import { describedCatalogue } from './describe-catalogue.ts';

/** Questions, what can be asked, and what is behind an answer. */
export const queryRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.get(
    '/api/v1/catalogue',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Measures, dimensions and grains, with their meaning in words',
        tags: ['query'],
        response: { 200: catalogueAnswer },
      },
    },
    (request) => describedCatalogue(viewerOf(request)),
  );

  server.post(
    '/api/v1/query',
    {
      config: { permission: 'data.read' },
      schema: { summary: 'Answer a question', tags: ['query'], body: questionSchema, response: { 200: answer } },
    },
    async (request) => ask(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.post(
    '/api/v1/query/batch',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Answer several questions in one round',
        tags: ['query'],
        body: z.strictObject({ questions: z.array(questionSchema).min(1).max(40) }),
        response: { 200: z.object({ answers: z.array(answer).readonly() }) },
      },
    },
    async (request) => ({
      answers: await askAll(await askingOf(deps, viewerOf(request)), request.body.questions),
    }),
  );

  await server.register(behindRoutes, deps);
};
