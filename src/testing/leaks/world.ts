import { createApiKey } from '#features/settings/api-keys.ts';
import { type DataScope, dataScopes } from '#features/settings/scope.ts';
import type { Role } from '#features/viewer.ts';
import type { Day } from '#shared/day.ts';
import { entities } from '#store/entities.ts';
import { upsertRows } from '#store/rows.ts';
import { createWorkspace } from '#store/workspaces.ts';
import type { TestServer } from '../test-server.ts';
import { type Allowed, allowedFor } from './allowed.ts';
import { counts } from './any-company.ts';
import { type CanaryCompany, idOf } from './canary-company.ts';
import { type Looker, rowsOf } from './eyes.ts';
import type { Asked } from './surfaces.ts';
import { frame } from './twin.ts';

/** Somebody who asks, in a workspace, with the key that says so and what they may see. */
export type Asker = Readonly<{ name: string; looker: Looker; role: Role; key: string; allowed: Allowed }>;

/** An answer as it came. */
export type Answered = Readonly<{ status: number; text: string; headers: Headers }>;

let made = 0;

/** A workspace of its own with the rows of a company. */
export async function workspaceOf(at: TestServer, company: CanaryCompany): Promise<string> {
  made += 1;
  const { store } = at;
  const { keyring } = at.deps;
  const workspace = await createWorkspace(store, keyring, {
    slug: `leaks-${made}`,
    name: '同名公司',
    // Weeks and quarters around the rows; ten times as many days would take ten times as long to write.
    calendar: { from: '2025-01-01' as Day, before: '2027-06-01' as Day },
  });
  await store.transaction(async (tx) => {
    for (const entity of entities) {
      const rows = [...rowsOf(company, entity), ...(entity === 'interaction' ? frame() : [])];
      if (rows.length > 0) await upsertRows(tx, keyring, { workspaceId: workspace.id, entity, rows });
    }
  });
  return workspace.id;
}

const roles: Readonly<Record<DataScope, readonly Role[]>> = {
  self: ['rep', 'viewer'],
  self_and_reports: ['manager', 'finance'],
  team: ['rep', 'viewer'],
  team_and_below: ['manager', 'executive'],
  all: ['executive', 'admin'],
};

/** A place of each data scope, of different people and roles, by the number of the run; `all` last. */
export function placesOf(turn: number): readonly Omit<Asker, 'key' | 'allowed'>[] {
  return dataScopes.map((scope, index) => {
    const role = roles[scope][turn % 2] ?? 'rep';
    const person = scope === 'all' ? null : idOf('person', (turn + 2 * index) % counts.people);
    const mayPool = !['finance', 'viewer'].includes(role);
    return { name: `${role} with ${scope}`, role, looker: { scope, person, mayPool } };
  });
}

/** The place with a key in the workspace. */
export async function askerIn(
  at: TestServer,
  { workspaceId, company }: Readonly<{ workspaceId: string; company: CanaryCompany }>,
  place: Omit<Asker, 'key' | 'allowed'>,
): Promise<Asker> {
  const { scope, person } = place.looker;
  const { key } = await createApiKey(at.store, {
    workspaceId,
    name: '读数',
    role: place.role,
    dataScope: scope,
    personId: person,
  });
  return { ...place, key, allowed: allowedFor(company, place.looker) };
}

/** The answer to a request. */
export async function answered(at: TestServer, key: string, { method, path, body }: Asked): Promise<Answered> {
  const response = await at.call(path, { method, key, ...(body === undefined ? {} : { body }) });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** An answer without what no two answers share: ids of requests, moments, and the last digits of ratios, which are summed in any order. */
export function plain({ status, text }: Pick<Answered, 'status' | 'text'>): string {
  const bare = text
    .replaceAll(/urn:request:[0-9a-f-]+/g, 'urn:request')
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"moment"')
    .replaceAll(/leaks-\d+/g, 'leaks')
    .replaceAll(/(\d\.\d{10})\d+/g, '$1');
  return `${status} ${bare}`;
}
