import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { raw, sql } from '#shared/sql.ts';

const entry = z.object({
  position: z.number(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  details: z.record(z.string(), z.string()),
});

const page = z.object({ entries: z.array(entry).readonly(), next: z.number().nullable() });

/** The audit log, for whoever answers for the workspace. */
export const auditRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.get(
    '/api/v1/audit',
    {
      config: { permission: 'audit.read' },
      schema: {
        summary: 'Who revealed what, the latest first',
        tags: ['settings'],
        querystring: z.object({
          before: z.coerce.number().int().optional().describe('`next` of the page before'),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: page },
      },
    },
    async (request) => {
      const { before, limit } = request.query;
      const entries = await deps.store.query<z.output<typeof entry>>(sql`
        select position, at, actor, action, subject_kind as "subjectKind", subject_id as "subjectId", details
          from audit_entry
         where workspace_id = ${viewerOf(request).workspace.id} ${before === undefined ? raw('') : sql`and position < ${before}`}
         order by position desc limit ${limit + 1}`);
      const shown = entries.slice(0, limit);
      return { entries: shown, next: entries.length > limit ? (shown.at(-1)?.position ?? null) : null };
    },
  );
};
