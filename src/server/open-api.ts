import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { problems } from '#shared/problem.ts';

const transformSchemas = createJsonSchemaTransform({ skipList: ['/', '/*', '/api/openapi.json'] });

/** Describes every route as OpenAPI 3.1 at `/api/openapi.json`, from the same schemas that check requests. */
export async function addOpenApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Salesboard API',
        version: '1',
        description: 'Errors are `application/problem+json` (RFC 9457) with a `code`. Money is a decimal string.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'salesboard.session_token' },
          key: { type: 'http', scheme: 'bearer', description: '`npm run salesboard -- api-key create`' },
        },
        schemas: { Problem: problemSchema },
      },
    },
    transform: (route) => {
      const { permission } = route.route.config ?? {};
      const described = transformSchemas(route);
      const security = permission === 'public' ? [] : [{ session: [] }, { key: [] }];
      const response = { ...(described.schema?.response ?? {}), default: problemResponse };
      return { ...described, schema: { ...described.schema, response, security, 'x-permission': permission } };
    },
    transformObject: jsonSchemaTransformObject,
  });
  server.get(
    '/api/openapi.json',
    { config: { permission: 'public' }, schema: { hide: true } },
    async (_request, reply) => reply.header('cache-control', 'no-cache').send(server.swagger()),
  );
}

const problemResponse = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const text = { type: 'string' } as const;

const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code', 'details', 'instance'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' as const },
    detail: text,
    code: { type: 'string' as const, enum: Object.keys(problems) },
    details: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        properties: {
          detail: { type: 'object' as const, properties: { zh: text, en: text } },
          place: { type: 'object' as const },
          suggestions: { type: 'array' as const, items: text },
        },
      },
    },
    instance: text,
  },
};
