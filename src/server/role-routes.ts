import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type DataScope, usualScope } from '#features/settings/scope.ts';
import { permissionWords } from './permission-words.ts';
import { permissions, roles } from './permissions.ts';

const table = z.object({
  roles: z.array(z.object({ role: z.enum(roles), usualScope: z.string() })),
  permissions: z.array(
    z.object({ name: z.string(), words: z.object({ zh: z.string(), en: z.string() }), roles: z.array(z.enum(roles)) }),
  ),
});

/** What each role may do, from the one table. */
export const roleRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/v1/roles',
    {
      config: { permission: 'signed-in' },
      schema: { summary: 'What each role may do, in words', tags: ['settings'], response: { 200: table } },
    },
    () => ({
      roles: roles.map((role): { role: typeof role; usualScope: DataScope } => ({
        role,
        usualScope: usualScope[role],
      })),
      permissions: Object.entries(permissions).map(([name, holders]) => ({
        name,
        // as: entries forgets that the names are those of the table.
        words: permissionWords[name as keyof typeof permissions],
        roles: [...holders],
      })),
    }),
  );
};
