import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actorOf } from '#features/audit-actor.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import { audited } from '#store/audit.ts';

const name = z.string().min(1).max(120);

const note = z.strictObject({
  what: z
    .enum(['panel', 'rows', 'audit', 'rejected_rows'])
    .describe('What a panel shows, the rows behind a number, the audit log, or rows that an import left out'),
  page: z.string().max(200).describe('The page it stands on, without its filters'),
  id: z.string().max(120).describe('Which panel or which import'),
  format: z.enum(['csv', 'xlsx', 'png']),
  rows: z.int().min(0).max(10_000_000),
  question: z
    .strictObject({
      measures: z.array(name).max(60),
      by: z.array(name).max(10),
      period: z.string().max(60).nullable(),
      filters: z
        .array(name)
        .max(30)
        .describe('Names of the fields filtered by. Their values may be names of customers: not sent'),
    })
    .nullable()
    .describe('Null for what is no answer to a question'),
});

/** A file is made by the browser, from what it was already told; it asks here first, so that each one is on record. */
export const exportNoteRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store }) => {
  server.post(
    '/api/v1/exports',
    {
      config: { permission: 'data.export' },
      schema: {
        summary: 'Note in the audit log that numbers leave as a file, before it is made',
        tags: ['query'],
        body: note,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id, ...details } = request.body;
      const subject = { kind: 'export', id };
      await store.transaction((tx) => audited(tx, { ...actorOf(request), action: 'data_exported', subject, details }));
      return reply.code(204).send(null);
    },
  );
};
