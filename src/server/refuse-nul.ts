import type { FastifyInstance } from 'fastify';
import { Problem } from '#shared/problem.ts';

/** Refuses the character NUL wherever a request says something: PostgreSQL stores no text with it, and nobody types it. */
export function refuseNul(server: FastifyInstance): void {
  server.addHook('preValidation', async ({ params, query, body }) => {
    const place = [params, query, body].map((part) => placeOfNul(part, [])).find((found) => found !== null);
    if (place) throw new Problem('invalid_request', [{ detail: nul, place: { field: place.join('.').slice(0, 200) } }]);
  });
}

const nul = { zh: '内容里有不能保存的空字符（NUL）', en: 'The text has a NUL character, which cannot be kept' };

/** The steps to the first text with a NUL, its own name included; null when there is none. */
function placeOfNul(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return value.includes('\u0000') ? path : null;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  for (const [name, each] of Object.entries(value)) {
    if (name.includes('\u0000')) return path;
    const place = placeOfNul(each, [...path, name]);
    if (place) return place;
  }
  return null;
}
