import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { auditActions } from '#shared/audit-actions.ts';
import { addDays, type Day, isDay } from '#shared/day.ts';
import { auditActors, auditEntries } from './audit-log.ts';

const text = z.string().nullable();
const day = z
  .string()
  .refine(isDay, 'a day is YYYY-MM-DD')
  .transform((value) => value as Day);

const entry = z.object({
  position: z.number().describe('1, 2, 3 … in the workspace, without gaps'),
  at: z.string(),
  actor: z.string().describe('Id of a user, `key:<name>`, `command` or `nobody`'),
  actorName: text,
  address: text.describe('Network address it came from'),
  action: z.string(),
  subjectKind: text,
  subjectId: text,
  subjectName: text,
  details: z.record(z.string(), z.unknown()),
  hash: z.string().describe('SHA-256 of the entry and of the hash before it'),
});

const config = { permission: 'audit.read' };
const tags = ['settings'];

/** The audit log, for whoever answers for the workspace. */
export const auditRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store }) => {
  server.get(
    '/api/v1/audit',
    {
      config,
      schema: {
        summary: 'Who did what, the latest first',
        tags,
        querystring: z.object({
          before: z.coerce.number().int().optional().describe('`next` of the page before'),
          limit: z.coerce.number().int().min(1).max(500).default(50),
          action: z.enum(auditActions).optional(),
          actor: z.string().min(1).max(200).optional(),
          text: z.string().trim().max(200).optional().describe('Anything in the entry: a name, an id, an address'),
          from: day.optional(),
          until: day.optional().describe('The last day'),
        }),
        response: { 200: z.object({ entries: z.array(entry), next: z.number().nullable() }) },
      },
    },
    async (request) => {
      const { before, limit, action, actor, text: asked, from, until } = request.query;
      const { id: workspaceId, zone } = viewerOf(request).workspace;
      const days = { from, before: until && addDays(until, 1), zone };
      const page = { workspaceId, before, action, actor, text: asked || undefined, days, limit: limit + 1 };
      const found = await auditEntries(store, page);
      const entries = found.slice(0, limit);
      return { entries, next: found.length > limit ? (entries.at(-1)?.position ?? null) : null };
    },
  );

  server.get(
    '/api/v1/audit/actors',
    {
      config,
      schema: {
        summary: 'Who stands in the audit log',
        tags,
        response: { 200: z.object({ actors: z.array(z.object({ actor: z.string(), name: text })) }) },
      },
    },
    async (request) => ({ actors: [...(await auditActors(store, viewerOf(request).workspace.id))] }),
  );
};
