import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createMailer } from '#connectors/mail/mailer.ts';
import { isBuiltIn } from '#features/permissions.ts';
import { createApiKey } from '#features/settings/api-keys.ts';
import { putMember } from '#features/settings/members.ts';
import { type DataScope, usualScope } from '#features/settings/scope.ts';
import type { Role } from '#features/viewer.ts';
import { createReplicas } from '#replica/replicas.ts';
import { BackupKeeper } from '#server/backups/backup-keeper.ts';
import { readConfig } from '#server/config.ts';
import { createServer } from '#server/create-server.ts';
import { featureRoutes } from '#server/routes.ts';
import type { ServerDeps } from '#server/server-deps.ts';
import { createUser, preparedLogin } from '#server/sign-in/users.ts';
import type { Instant } from '#shared/day.ts';
import { upsertRows } from '#store/rows.ts';
import { throwawayKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace, type Workspace } from '#store/workspaces.ts';
import { testStore } from './test-store.ts';

type Place = Readonly<{ role: Role | (string & {}); scope?: DataScope; personId?: string | null }>;

/** A real server on a port of its own, over a store in memory with one workspace `acme`, a team tree and two reps. */
export type TestServer = Readonly<{
  url: string;
  server: FastifyInstance;
  store: Store;
  workspace: Workspace;
  deps: ServerDeps;
  /** An API key with that place in the workspace. */
  key: (place: Place) => Promise<string>;
  /** A user `<name>@acme.test` with the password `correct horse`. */
  user: (name: string, place: Place) => Promise<string>;
  /** A request with JSON in and out. */
  call: (path: string, init?: Call) => Promise<Response>;
  /** The cookie of somebody signed in. */
  signIn: (name: string) => Promise<string>;
  setNow: (now: string) => void;
  close: () => Promise<void>;
}>;

type Call = Readonly<{
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  key?: string;
  cookie?: string;
}>;

const password = 'correct horse';

/** Starts one; `changes` replace parts of what the server stands on, `moreRoutes` come beside the product's. */
export async function testServer(
  changes: Partial<ServerDeps> = {},
  moreRoutes: typeof featureRoutes = [],
): Promise<TestServer> {
  let now = '2026-11-24T02:00:00.000Z';
  const clock = () => now as Instant;
  const store = changes.store ?? (await testStore());
  const keyring = throwawayKeyring();
  const replicas = createReplicas({ store, keyring, clock, memoryLimitMb: 256, threads: 1 });
  const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-test-'));
  const workspace = await createWorkspace(store, keyring, { slug: 'acme', name: '安克' });
  await store.transaction((tx) => aTeamTree(tx, keyring, workspace.id));
  const deps: ServerDeps = {
    store,
    keyring,
    replicas,
    clock,
    dataDir,
    mailer: createMailer({ smtpUrl: null, from: null, log: null }),
    publicAddress: 'https://sales.acme.test',
    installation: { trialDays: 14, isPrivate: true, operatorEmail: null },
    // A machine busy with other tests is late; what is refused then is tested by itself.
    config: { PUBLIC_URL: null, TRUST_PROXY: 0, LOG_LEVEL: 'silent', MAX_LOOP_DELAY_MS: 60_000 },
    backups: new BackupKeeper({ store, masterKeys: () => [], backupLock: null, clock }, readConfig({})),
    signInSecret: 'a secret of this test only, with more than 32 characters',
    webDir: join(dataDir, 'web'),
    phase: () => 'ready',
    ...changes,
  };
  const server = await createServer(deps, [...featureRoutes, ...moreRoutes]);
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const call = (path: string, init: Call = {}) => fetch(`${url}${path}`, sent(init));
  return {
    url,
    server,
    store,
    workspace,
    deps,
    call,
    key: async (place) => (await createApiKey(store, { ...placeIn(workspace, place), name: place.role })).key,
    user: async (name, place) => {
      const login = await preparedLogin({ email: `${name}@acme.test`, name, password });
      return store.transaction(async (tx) => {
        const userId = await createUser(tx, login);
        await putMember(tx, { ...placeIn(workspace, place), userId });
        return userId;
      });
    },
    signIn: async (name) => {
      const response = await call('/api/v1/sign-in', { body: { email: `${name}@acme.test`, password } });
      return (response.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
    },
    setNow: (moment) => {
      now = moment;
    },
    close: async () => {
      await server.close();
      await replicas.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function placeIn(workspace: Workspace, { role, scope, personId }: Place) {
  return {
    workspaceId: workspace.id,
    role,
    dataScope: scope ?? (isBuiltIn(role) ? usualScope[role] : 'all'),
    personId: personId ?? null,
  };
}

function sent({ method, body, headers, key, cookie }: Call): RequestInit {
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

/** 公司 ⊃ 华东 ⊃ 上海组 (led by 周, with rep 沈), 公司 ⊃ 华南 (rep 梁). */
async function aTeamTree(
  tx: Parameters<Parameters<Store['transaction']>[0]>[0],
  keyring: ReturnType<typeof throwawayKeyring>,
  workspaceId: string,
): Promise<void> {
  const rows = {
    person: [
      { id: 'zhou', name: '周' },
      { id: 'shen', name: '沈' },
      { id: 'liang', name: '梁' },
    ],
    team: [
      { id: 'company', name: '公司' },
      { id: 'east', name: '华东' },
      { id: 'shanghai', name: '上海组' },
      { id: 'south', name: '华南' },
    ],
    team_parent: [
      { id: 'tp1', team_id: 'east', parent_id: 'company' },
      { id: 'tp2', team_id: 'shanghai', parent_id: 'east' },
      { id: 'tp3', team_id: 'south', parent_id: 'company' },
    ],
    team_manager: [{ id: 'tm1', team_id: 'east', person_id: 'zhou' }],
    rep_assignment: [
      { id: 'a1', person_id: 'shen', team_id: 'shanghai' },
      { id: 'a2', person_id: 'liang', team_id: 'south' },
    ],
    product: [{ id: 'pump', name: '泵' }],
  } as const;
  for (const [entity, each] of Object.entries(rows)) {
    await upsertRows(tx, keyring, { workspaceId, entity: entity as keyof typeof rows, rows: each });
  }
}
