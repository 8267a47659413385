import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { operationsOf } from '../src/testing/fuzz/operations.ts';
import { words } from '../src/testing/fuzz/two-workspaces.ts';

/** Writes one HTTP request a route of a running server, from its own description: what sqlmap reads with `-r`. See docs/operate/security-tests.md. */
const [folder, url = 'http://127.0.0.1:4000', key = ''] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node scripts/attack-requests.ts FOLDER [URL] [API-KEY]');
  process.exit(2);
}

const seed = 20_261_127;
// A stream has no end, and the others would end the session or the server's own work.
const left = ['GET /api/v1/events', 'POST /api/v1/sign-out', 'GET /api/openapi.json'];
const document = await (await fetch(`${url}/api/openapi.json`)).json();
mkdirSync(folder, { recursive: true });
const operations = operationsOf(document, words).filter(({ name }) => !left.includes(name));
for (const { name, valid } of operations) {
  const samples = fc
    .sample(valid, { seed, numRuns: 8 })
    .filter((each) => sizeOf(each) < 2000 && !asText(each).includes('*'));
  const request = await bestOf(samples.toSorted((a, b) => sizeOf(b) - sizeOf(a)));
  if (!request) continue;
  const file = `${name.replace(/[^A-Za-z0-9]+/g, '-')}.txt`;
  writeFileSync(join(folder, file), asText({ ...request, url: marked(name, request.url) }));
}
console.log(`${operations.length} requests in ${folder}`);

type Request = Readonly<{ method: string; url: string; payload?: string; headers: Readonly<Record<string, string>> }>;

/** The one that says most of those the server answers, for what is refused is not asked of the database; else the one that says most. */
async function bestOf(samples: readonly Request[]): Promise<Request | undefined> {
  for (const each of samples) {
    const { method, payload, headers } = each;
    const init = {
      method,
      headers: { ...headers, authorization: `Bearer ${key}` },
      ...(payload ? { body: payload } : {}),
    };
    const answer = await fetch(`${url}${each.url}`, { ...init, redirect: 'manual' });
    await answer.body?.cancel();
    if (answer.ok) return each;
  }
  return samples[0];
}

function sizeOf({ url: path, payload = '' }: Request): number {
  return path.length + payload.length;
}

/** sqlmap puts its attacks where a star is; it finds those of the query and the body by itself. */
function marked(name: string, path: string): string {
  const steps = name.split(' ')[1]?.split('/') ?? [];
  const [address = '', query] = path.split('?');
  const stars = address.split('/').map((step, index) => (steps[index]?.startsWith('{') ? `${step}*` : step));
  return [stars.join('/'), query].filter((part) => part !== undefined).join('?');
}

function asText({ method, url: path, payload, headers }: Request): string {
  const all = { host: new URL(url).host, authorization: `Bearer ${key}`, ...headers };
  const lines = Object.entries(all).map(([header, value]) => `${header}: ${value}`);
  return `${method} ${path} HTTP/1.1\n${lines.join('\n')}\n\n${payload ?? ''}`;
}
