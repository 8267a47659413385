import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { delimiters } from '#connectors/files/csv-rows.ts';
import { encodings } from '#connectors/files/encoding.ts';
import { actorOf } from '#features/audit-actor.ts';
import { type RouteDeps, usualUploadLimitMb, viewerOf } from '#features/route-deps.ts';
import type { Viewer } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';
import { entities, entityTables } from '#store/entities.ts';
import { newRowId } from '#store/row-id.ts';
import { field } from './fields.ts';
import { startImport } from './import.ts';
import { type ImportBatch, importBatch, importHistory, undoImport } from './import-batches.ts';
import { failInterrupted, ImportJobs } from './import-jobs.ts';
import { fieldsAnswer, importAnswer, previewAnswer, rejectedRow, uploadAnswer } from './import-schemas.ts';
import { inspectFiles } from './inspect-files.ts';
import { kind, kindIds } from './kinds.ts';
import { previewImport } from './preview.ts';
import { importMappingSchema, rememberedMapping } from './table-mapping.ts';
import { type IncomingFile, Uploads } from './uploads.ts';

const mostFiles = 20;
const tags = ['imports'];
const importId = z.object({ id: z.string() });

/** Uploading files, looking at them, importing them, following, cancelling and undoing that. */
export const importRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const uploads = new Uploads(deps.dataDir, () => Date.parse(deps.clock()));
  const jobs = new ImportJobs();
  const fileSize = (deps.uploadLimitMb ?? usualUploadLimitMb) * 1024 * 1024;
  await server.register(multipart, { limits: { fileSize, files: mostFiles }, throwFileSizeLimit: false });
  server.addHook('onReady', () => failInterrupted(deps.store));
  server.addHook('preClose', () => jobs.close());
  await server.register(uploadRoutes, { ...deps, uploads });
  await server.register(lookRoutes, { ...deps, uploads });
  await server.register(runRoutes, { ...deps, uploads, jobs });
  await server.register(historyRoutes, { ...deps, jobs });
  await server.register(rejectedRoutes, deps);
};

type UploadDeps = RouteDeps & { uploads: Uploads };

const uploadRoutes: FastifyPluginAsyncZod<UploadDeps> = async (server, { store, uploads }) => {
  server.post(
    '/api/v1/imports/files',
    {
      config: { permission: 'imports.write' },
      schema: {
        summary: 'Upload files (multipart/form-data) and see what they are; they wait for a day',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: uploadAnswer },
      },
    },
    async (request) => {
      const { workspace } = viewerOf(request);
      const upload = await uploads.receive(workspace.id, incomingFiles(request));
      const remembered = (columns: readonly string[]) => rememberedMapping(store, workspace.id, columns);
      return { uploadId: upload.id, files: await inspectFiles(upload.files, remembered) };
    },
  );

  server.get(
    '/api/v1/imports/fields',
    {
      config: { permission: 'imports.read' },
      schema: { summary: 'What a mapping may say', tags, response: { 200: fieldsAnswer } },
    },
    () => ({
      kinds: kindIds.map((id) => ({
        id,
        ...kind(id),
        fields: kind(id).fields.map((each) => ({ id: each, ...field(each) })),
      })),
      entities: entities.map((id) => ({ id, label: entityTables[id].label })),
      encodings,
      delimiters,
    }),
  );
};

const lookBody = z.strictObject({ uploadId: z.string(), mapping: importMappingSchema.optional() });

const lookRoutes: FastifyPluginAsyncZod<UploadDeps> = async (server, deps) => {
  const { store, uploads } = deps;
  server.post(
    '/api/v1/imports/inspect',
    {
      config: { permission: 'imports.write' },
      schema: {
        summary: 'Look at uploaded files again, with what a mapping says of encoding, delimiter, header row and kind',
        tags,
        body: lookBody,
        response: { 200: uploadAnswer },
      },
    },
    async (request) => {
      const { workspace } = viewerOf(request);
      const { uploadId, mapping } = request.body;
      const { files } = await uploads.find(workspace.id, uploadId);
      const remembered = (columns: readonly string[]) => rememberedMapping(store, workspace.id, columns);
      return { uploadId, files: await inspectFiles(files, remembered, mapping) };
    },
  );

  server.post(
    '/api/v1/imports/preview',
    {
      config: { permission: 'imports.write' },
      schema: {
        summary: 'Read every row under a mapping and write nothing',
        tags,
        body: lookBody,
        response: { 200: previewAnswer },
      },
    },
    async (request, reply) => {
      const { workspace, name } = viewerOf(request);
      const { uploadId, mapping } = request.body;
      const { files } = await uploads.find(workspace.id, uploadId);
      const { keyring } = deps;
      const what = { store, keyring, workspace, files, mapping, startedBy: name, now: deps.clock() };
      return previewImport({ ...what, signal: goneSignal(reply) }, (columns) =>
        rememberedMapping(store, workspace.id, columns),
      );
    },
  );
};

type RunDeps = UploadDeps & { jobs: ImportJobs };

const runRoutes: FastifyPluginAsyncZod<RunDeps> = async (server, deps) => {
  const { uploads, jobs } = deps;
  server.post(
    '/api/v1/imports',
    {
      config: { permission: 'imports.write', duringImport: true },
      schema: {
        summary: 'Start an import; follow it at /imports/{id}',
        tags,
        body: z.strictObject({
          uploadId: z.string(),
          mapping: importMappingSchema.optional(),
          allowPartial: z.boolean().optional().describe('Go on without the rows that are rejected'),
        }),
        response: { 202: importId },
      },
    },
    async (request, reply) => {
      const { workspace, name } = viewerOf(request);
      const { uploadId, mapping, allowPartial } = request.body;
      const { files } = await uploads.find(workspace.id, uploadId);
      const batchId = newRowId();
      const { store, keyring } = deps;
      const what = {
        store,
        keyring,
        workspace,
        files,
        mapping,
        allowPartial,
        batchId,
        startedBy: name,
        actor: actorOf(request),
        now: deps.clock(),
      };
      jobs.start(
        {
          id: batchId,
          workspaceId: workspace.id,
          files: files.map((each) => ({ name: each.name })),
          startedBy: name,
          startedAt: what.now,
        },
        (control) => startImport({ ...what, ...control }),
        async (error) => {
          // A failed import keeps its files, so that the person can change the mapping and try again.
          if (error === null) await uploads.remove(uploadId);
          else if (!(error instanceof Problem)) {
            server.log.error({ fault: error instanceof Error ? error.name : 'unknown', batchId }, 'import stopped');
          }
        },
      );
      return reply.code(202).send({ id: batchId });
    },
  );

  server.post(
    '/api/v1/imports/:id/cancel',
    {
      config: { permission: 'imports.write', duringImport: true, whileOverloaded: true, whileReadOnly: true },
      schema: {
        summary: 'Cancel a running import; nothing of it is kept',
        tags,
        params: importId,
        response: { 200: z.object({ cancelled: z.boolean() }) },
      },
    },
    (request) => {
      const job = jobs.find(viewerOf(request).workspace.id, request.params.id);
      job?.cancel();
      return { cancelled: job !== null };
    },
  );
};

const historyRoutes: FastifyPluginAsyncZod<RouteDeps & { jobs: ImportJobs }> = async (server, deps) => {
  const { store, keyring, jobs } = deps;
  server.post(
    '/api/v1/imports/:id/undo',
    {
      config: { permission: 'imports.write' },
      schema: {
        summary: 'Undo a finished import',
        tags,
        params: importId,
        response: { 200: z.object({ deleted: z.number(), restored: z.number() }) },
      },
    },
    (request) => {
      const { id: workspaceId } = viewerOf(request).workspace;
      return undoImport(store, { workspaceId, batchId: request.params.id, actor: actorOf(request) });
    },
  );

  server.get(
    '/api/v1/imports',
    {
      config: { permission: 'imports.read' },
      schema: {
        summary: 'Imports, newest first',
        tags,
        querystring: z.object({
          before: z.iso.datetime().optional().describe('startedAt of the last import of the page before'),
          limit: z.coerce.number().int().min(1).max(100).default(20),
        }),
        response: { 200: z.object({ imports: z.array(importAnswer), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { before = null, limit } = request.query;
      const viewer = viewerOf(request);
      const found = await importHistory(store, keyring, { workspaceId: viewer.workspace.id, before, limit: limit + 1 });
      const imports = found.slice(0, limit).map((each) => shown(each, viewer, jobs));
      return { imports, next: found.length > limit ? (imports.at(-1)?.startedAt ?? null) : null };
    },
  );

  server.get(
    '/api/v1/imports/:id',
    {
      config: { permission: 'imports.read', duringImport: true, whileOverloaded: true },
      schema: {
        summary: 'One import: progress while it runs, then its report',
        tags,
        params: importId,
        response: { 200: importAnswer },
      },
    },
    async (request) => {
      const key = { workspaceId: viewerOf(request).workspace.id, batchId: request.params.id };
      // From memory while it runs: the embedded store is busy with the import.
      const job = jobs.find(key.workspaceId, key.batchId);
      if (job) return { ...job.batch, progress: job.progress };
      return { ...(await importBatch(store, keyring, key)), progress: null };
    },
  );
};

const rejectedRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, keyring }) => {
  server.get(
    '/api/v1/imports/:id/rejected',
    {
      config: { permission: 'imports.read' },
      schema: {
        summary: 'The rows an import did not take over, with the reason',
        tags,
        params: importId,
        querystring: z.object({
          offset: z.coerce.number().int().min(0).default(0),
          limit: z.coerce.number().int().min(1).max(1000).default(100),
        }),
        response: { 200: z.object({ rejected: z.array(rejectedRow), next: z.number().nullable(), total: z.number() }) },
      },
    },
    async (request) => {
      const { offset, limit } = request.query;
      const { report } = await importBatch(store, keyring, {
        workspaceId: viewerOf(request).workspace.id,
        batchId: request.params.id,
      });
      const all = report.rejected ?? [];
      const next = offset + limit < all.length ? offset + limit : null;
      return { rejected: all.slice(offset, offset + limit), next, total: report.rejectedCount ?? all.length };
    },
  );
};

function shown(batch: ImportBatch, { workspace }: Viewer, jobs: ImportJobs) {
  return {
    ...batch,
    progress: batch.state === 'running' ? (jobs.find(workspace.id, batch.id)?.progress ?? null) : null,
  };
}

/** Aborts when the connection closes before the answer: the person stopped waiting. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => controller.abort(new DOMException('nobody waits any more', 'AbortError')));
  return controller.signal;
}

async function* incomingFiles(request: FastifyRequest): AsyncGenerator<IncomingFile> {
  for await (const part of request.files()) yield { name: part.filename, content: part.file };
}
