import type { OpenAPIV3_1 } from 'openapi-types';
import openapiTS, { astToString } from 'openapi-typescript';

type Operation = OpenAPIV3_1.OperationObject & { 'x-permission'?: string };

/** docs/reference/api.md: every route with its permission, from the OpenAPI document. */
export function apiReference(document: OpenAPIV3_1.Document): string {
  const rows = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(
      ([method, operation]) =>
        `| ${method.toUpperCase()} | \`${path}\` | ${operation.summary ?? ''} | \`${operation['x-permission'] ?? ''}\` |`,
    ),
  );
  return [
    '# API',
    '由代码生成（`npm run docs`），不要手改。Generated from the code; do not edit.',
    '全文见运行中的 `/api/openapi.json`（OpenAPI 3.1）。The whole document is at `/api/openapi.json` of a running server.',
    ['| method | path | | permission |', '|---|---|---|---|', ...rows].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** src/web/api/schema.generated.d.ts: the types the web app speaks. */
export async function clientTypes(document: OpenAPIV3_1.Document): Promise<string> {
  // Two packages type the same JSON; ours comes from the server as it is sent to clients.
  const source = JSON.parse(JSON.stringify(document));
  return `// Generated from our own OpenAPI document by \`npm run docs\`; do not edit.\n\n${astToString(await openapiTS(source))}`;
}
