import fc, { type Arbitrary } from 'fast-check';
import type { OpenAPIV3_1 } from 'openapi-types';
import { crookedFrom, crookedText } from './crooked-values.ts';
import { type Schema, valuesOf, type Words } from './schema-values.ts';

/** A request as it can be injected. */
export type FuzzRequest = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  payload?: string;
  headers: Readonly<Record<string, string>>;
}>;

/** A route of the document, with requests it should understand and requests it should refuse. */
export type Operation = Readonly<{
  name: string;
  permission: string;
  valid: Arbitrary<FuzzRequest>;
  crooked: Arbitrary<FuzzRequest>;
  /** JSON Schema of an answer by its status; null where the document has none. */
  answerSchema: (status: number) => Schema | null;
}>;

type Described = OpenAPIV3_1.OperationObject & { 'x-permission'?: string };
type Parameter = Readonly<{ name: string; in: string; required?: boolean; schema: Schema }>;

/** Every route of an OpenAPI document. `words`: texts that mean something in the workspaces. */
export function operationsOf(document: OpenAPIV3_1.Document, words: Words): readonly Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, described]) =>
      operation(`${method.toUpperCase()} ${path}`, described, words),
    ),
  );
}

function operation(name: string, described: Described, words: Words): Operation {
  const parts = partsOf(described, words);
  const flip = fc.boolean();
  const params = fc.tuple(flip, parts.path, parts.crookedPath).map(([crook, good, bad]) => (crook ? bad : good));
  return {
    name,
    permission: described['x-permission'] ?? '',
    valid: fc.tuple(parts.path, parts.query, parts.body).map((chosen) => built(name, chosen)),
    crooked: fc
      .tuple(params, crookedFrom(parts.query), crookedFrom(parts.body))
      .map(([path, query, body]) => built(name, [path, query, body])),
    answerSchema: (status) => answerSchema(described, status),
  };
}

function partsOf(described: Described, words: Words) {
  // as: our own document has no references, and its parameters carry schemas.
  const parameters = (described.parameters ?? []) as readonly Parameter[];
  const inPath = parameters.filter((each) => each.in === 'path');
  const inQuery = parameters.filter((each) => each.in === 'query');
  const content = (described.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content ?? {};
  const body = content['application/json']?.schema as Schema | undefined;
  return {
    path: fc.record(
      Object.fromEntries(inPath.map(({ name, schema }) => [name, valuesOf(schema, words, name).map(String)])),
    ),
    crookedPath: fc.record(Object.fromEntries(inPath.map(({ name }) => [name, crookedText]))),
    query: fc.record(Object.fromEntries(inQuery.map(({ name, schema }) => [name, valuesOf(schema, words, name)])), {
      requiredKeys: inQuery.filter(({ required }) => required).map(({ name }) => name),
    }) as Arbitrary<unknown>,
    body: body ? valuesOf(body, words) : fc.constant(undefined as unknown),
  };
}

function built(name: string, [path, query, body]: readonly [Record<string, unknown>, unknown, unknown]): FuzzRequest {
  const [method = '', template = ''] = name.split(' ');
  const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => encoded(path[key] ?? ''));
  const hasBody = body !== undefined && method !== 'GET';
  return {
    method: method as FuzzRequest['method'],
    url: `${filled}${queryText(query)}`,
    headers: hasBody ? { 'content-type': 'application/json' } : {},
    ...(hasBody ? { payload: JSON.stringify(body) } : {}),
  };
}

function queryText(query: unknown): string {
  const pairs = Object.entries(typeof query === 'object' && query !== null ? query : { crooked: query });
  const texts = pairs.flatMap(([name, value]) => [value].flat(1).map((each) => `${encoded(name)}=${encoded(each)}`));
  return texts.length > 0 ? `?${texts.join('&').slice(0, 8000)}` : '';
}

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return encodeURIComponent(text.toWellFormed());
}

function answerSchema(described: Described, status: number): Schema | null {
  const answer = described.responses?.[String(status)] as OpenAPIV3_1.ResponseObject | undefined;
  return (answer?.content?.['application/json']?.schema ?? null) as Schema | null;
}
