import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { problems } from '#shared/problem.ts';
import { type FuzzRequest, type Operation, operationsOf } from '#testing/fuzz/operations.ts';
import { fillTwoWorkspaces, otherCanary, southCanary, words } from '#testing/fuzz/two-workspaces.ts';
import { testServer } from '#testing/test-server.ts';

/** More for a long run: `FUZZ_RUNS=200 FUZZ_SEED=7 npm test -- src/server/fuzz.test.ts`. */
const runs = Number(process.env.FUZZ_RUNS ?? 1);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_127);
const only = process.env.FUZZ_ONLY ?? '';
const hangMs = 60_000;

const noLimits = {
  REQUESTS_PER_MINUTE: 0,
  ADDRESS_REQUESTS_PER_MINUTE: 0,
  MAX_HEAP_MB: 100_000,
  MAX_LOOP_DELAY_MS: 60_000,
};
const at = await testServer({ config: { PUBLIC_URL: null, TRUST_PROXY: 1, LOG_LEVEL: 'silent', ...noLimits } });
await fillTwoWorkspaces(at);

// A stream never ends; it has tests of its own.
const untested = ['GET /api/v1/events'];
const document = (await at.server.inject('/api/openapi.json')).json();
const operations = operationsOf(document, words).filter(({ name }) => !untested.includes(name) && name.includes(only));

afterAll(() => at.close());

type Asker = Readonly<{ name: string; seesSouth: boolean; headers: () => Promise<Record<string, string>> }>;

// First those who must not see the south: what the others write may rightly show it to them.
const askers: readonly Asker[] = [
  keyOf('rep', { personId: 'shen', seesSouth: false }),
  keyOf('manager', { personId: 'zhou', seesSouth: false }),
  { name: 'nobody', seesSouth: false, headers: async () => ({}) },
  keyOf('viewer'),
  keyOf('finance'),
  keyOf('executive'),
  keyOf('admin'),
  { name: 'admin with a session', seesSouth: true, headers: session },
];

function keyOf(role: string, { personId = null as string | null, seesSouth = true } = {}): Asker {
  const key = at.key({ role, personId });
  return { name: `${role} key`, seesSouth, headers: async () => ({ authorization: `Bearer ${await key}` }) };
}

let users = 0;
let signedIn: Promise<Record<string, string>> | null = null;

/** A session, opened anew once what was sent has ended it. */
async function session(): Promise<Record<string, string>> {
  const cookies = await signedIn;
  const isGood = cookies && (await at.server.inject({ url: '/api/v1/me', headers: cookies })).statusCode === 200;
  if (!isGood) signedIn = newSession();
  return signedIn ?? {};
}

async function newSession(): Promise<Record<string, string>> {
  const name = `user${++users}`;
  await at.user(name, { role: 'admin' });
  return { cookie: await at.signIn(name) };
}

describe.each(askers)('asked by $name', (asker) => {
  test.each(operations)(
    '$name answers in the shape it says, or with a problem',
    async (operation) => {
      const headers = await asker.headers();
      let n = 0;
      const holds = fc.asyncProperty(fc.oneof(operation.valid, operation.crooked), async (request) => {
        // Addresses are counted where sign-ins fail: each comes from another.
        const address = { 'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n++ & 255}` };
        // A demo is filled in the background for a while, and everyone else waits for the embedded store.
        const payload = request.payload?.replaceAll('"data":"demo"', '"data":"empty"');
        const sent = {
          ...request,
          ...(payload ? { payload } : {}),
          headers: { ...request.headers, ...headers, ...address },
        };
        expect(await faultsOf(operation, asker, sent)).toEqual([]);
      });
      await fc.assert(holds, { seed, numRuns: runs, endOnFailure: runs < 20 });
    },
    600_000,
  );
});

test(`seed ${seed}, ${runs} requests for each of ${operations.length} routes and each of ${askers.length} askers`, () => {
  expect(only !== '' || operations.length > 100).toBe(true);
});

/** What is wrong with an answer, in words; nothing when all is well. */
async function faultsOf(operation: Operation, asker: Asker, request: FuzzRequest): Promise<readonly string[]> {
  const answer = await Promise.race([at.server.inject(request), hang()]);
  if (answer === 'hang') return [`no answer within ${hangMs} ms`];
  const { statusCode, headers, body } = answer;
  const type = String(headers['content-type'] ?? '');
  const shape =
    statusCode < 400 ? shapeFaults(operation, statusCode, { type, body }) : problemFaults(statusCode, type, body);
  return [...shape, ...leaks(asker, `${body}${JSON.stringify(headers)}`)];
}

async function hang(): Promise<'hang'> {
  return new Promise((resolve) => setTimeout(() => resolve('hang'), hangMs).unref());
}

function problemFaults(status: number, type: string, body: string): readonly string[] {
  if (!type.startsWith('application/problem+json')) return [`status ${status} as ${type}: ${body.slice(0, 200)}`];
  const { code, status: said } = JSON.parse(body) as { code: string; status: number };
  if (!(code in problems)) return [`unknown code ${code}`];
  if (said !== status) return [`says ${said}, is ${status}`];
  return code === 'internal' ? ['internal error'] : [];
}

function shapeFaults(
  operation: Operation,
  status: number,
  { type, body }: { type: string; body: string },
): readonly string[] {
  const schema = operation.answerSchema(status);
  if (!schema || !type.startsWith('application/json')) return [];
  const parsed = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(JSON.parse(body));
  return parsed.success
    ? []
    : parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const inside =
  /node_modules|\bat \S+ \(|\.ts:\d+|\bselect .* from |duckdb|pglite|postgres|drizzle|better-auth|ECONN|ZodError/i;

function leaks(asker: Asker, text: string): readonly string[] {
  return [
    ...(text.includes(otherCanary) ? ['names of another workspace'] : []),
    ...(!asker.seesSouth && text.includes(southCanary) ? ['names out of scope'] : []),
    ...(inside.test(text) ? [`words of the inside: ${inside.exec(text)?.[0]}`] : []),
  ];
}
