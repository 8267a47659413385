import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { actorOf } from '#features/audit-actor.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { idempotencyHeaders, writeOnce } from '#features/write-once.ts';
import { audited } from '#store/audit.ts';
import { dealBoard } from './board.ts';
import { board, boardQuestion } from './board-schema.ts';
import { pipelineTemplates } from './pipeline-templates.ts';
import {
  createPipeline,
  editPipeline,
  listPipelines,
  type PipelineInput,
  pipelineInput,
  readPipeline,
} from './pipelines.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const template = z.object({
  id: z.string(),
  name: bilingual,
  stages: z.array(z.object({ name: bilingual, probability: z.number(), dwellLimitDays: z.number() })).readonly(),
});
const writtenPipeline = z.object({ id: z.string() });
const tags = ['pipeline'];

/** The board of open deals, and the pipelines with their stages. */
export const pipelinesRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/board',
    {
      config: { permission: 'data.read' },
      schema: { summary: 'Open deals per stage, as they stand', tags, body: boardQuestion, response: { 200: board } },
    },
    async (request) => dealBoard(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.get(
    '/api/v1/pipelines',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Pipelines with their stages, and templates by industry',
        tags,
        response: { 200: z.object({ pipelines: z.array(readPipeline), templates: z.array(template).readonly() }) },
      },
    },
    async (request) => ({
      pipelines: await listPipelines(deps.store, viewerOf(request).workspace.id),
      templates: pipelineTemplates,
    }),
  );

  await server.register(writingRoutes, deps);
};

const writingRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipelines',
    {
      config: { permission: 'pipeline.settings' },
      schema: {
        summary: 'Add a pipeline',
        tags,
        headers: idempotencyHeaders,
        body: pipelineInput,
        response: { 201: writtenPipeline },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const writing = { keyring: deps.keyring, workspaceId: viewer.workspace.id };
      const key = request.headers['idempotency-key'];
      const once = { key, viewer, request: 'POST /api/v1/pipelines', body: request.body };
      const written = await deps.store.transaction((tx) =>
        writeOnce(tx, once, async () => {
          const made = await createPipeline(tx, request.body, writing);
          const subject = { kind: 'pipeline', id: made.id };
          const after = told(request.body);
          await audited(tx, { ...actorOf(request), action: 'pipeline_changed', subject, details: { after } });
          return made;
        }),
      );
      return reply.code(201).send(written);
    },
  );

  server.put(
    '/api/v1/pipelines/:id',
    {
      config: { permission: 'pipeline.settings' },
      schema: {
        summary: 'Rename a pipeline; add, rename, reorder and remove its stages',
        tags,
        params: z.object({ id: z.string().min(1).max(100) }),
        body: pipelineInput,
        response: { 200: writtenPipeline },
      },
    },
    async (request) => {
      const writing = { keyring: deps.keyring, workspaceId: viewerOf(request).workspace.id };
      const { id } = request.params;
      return deps.store.transaction(async (tx) => {
        const before = (await listPipelines(tx, writing.workspaceId)).find((each) => each.id === id);
        const edited = await editPipeline(tx, { id, wanted: request.body }, writing);
        const subject = { kind: 'pipeline', id };
        const details = { before: before ? told(before) : null, after: told(request.body) };
        await audited(tx, { ...actorOf(request), action: 'pipeline_changed', subject, details });
        return edited;
      });
    },
  );
};

/** A pipeline as the log has it: name, and stages in their order with probability and dwell limit. */
function told({ name, stages }: Pick<PipelineInput, 'name'> & Readonly<{ stages: readonly ToldStage[] }>) {
  const open = stages.filter(({ kind = 'open' }) => kind === 'open');
  return {
    name,
    stages: open.map((stage) => [stage.name, stage.probability ?? '—', stage.dwellLimitDays ?? '—'].join(' · ')),
  };
}

type ToldStage = PipelineInput['stages'][number] & Readonly<{ kind?: string }>;
