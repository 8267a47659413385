import { z } from 'zod';
import type { Bilingual } from '#shared/bilingual.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import type { Viewer } from '../viewer.ts';
import { roleMeaning } from './roles.ts';
import { type DataScope, dataScopes } from './scope.ts';

type Querying = Pick<Transaction, 'query'>;

/** Somebody's place in a workspace as a request gives it. */
export const placeInput = z.object({
  role: z.string().min(1).max(100).describe('A built-in role, or the id of one of the workspace’s own'),
  dataScope: z.enum(dataScopes).optional().describe('What is usual for the role when left out'),
  personId: z.string().min(1).max(100).nullable().default(null).describe('The colleague in the data that they are'),
});

type PlaceInput = z.output<typeof placeInput>;

/**
 * The place with its scope, when the viewer may give it. Throws `invalid_request` when the role or the person is unknown, or the
 * person is missing where the scope needs one; `not_allowed` when it would give more than the viewer has.
 */
export async function placeIn(tx: Querying, viewer: Viewer, given: PlaceInput) {
  const workspaceId = viewer.workspace.id;
  const role = await roleMeaning(tx, { workspaceId, role: given.role });
  if (!role) throw invalid('role', `没有角色「${given.role}」`, `There is no role "${given.role}"`);
  refuseMoreThan(viewer, role.permissions);
  refuseWithoutAll(viewer);
  const dataScope: DataScope = given.dataScope ?? role.usualScope;
  if (dataScope !== 'all' && given.personId === null) {
    throw invalid('personId', '这个数据范围要指定是哪位同事', 'This data scope needs the colleague that they are');
  }
  if (given.personId !== null && !(await isPerson(tx, workspaceId, given.personId))) {
    const id = given.personId;
    throw invalid('personId', `没有编号为 ${id} 的同事`, `There is no colleague with the id ${id}`);
  }
  return { role: given.role, dataScope, personId: given.personId };
}

/** Nobody changes or removes a place whose role may do more than they may. Throws `not_allowed`. */
export async function refuseHigherPlace(tx: Querying, viewer: Viewer, role: string): Promise<void> {
  const meaning = await roleMeaning(tx, { workspaceId: viewer.workspace.id, role });
  refuseMoreThan(viewer, meaning?.permissions ?? []);
  refuseWithoutAll(viewer);
}

/** Nobody hands on a permission that they do not hold. Throws `not_allowed`. */
export function refuseMoreThan({ permissions }: Viewer, given: readonly string[]): void {
  const missing = given.filter((name) => !permissions.includes(name));
  if (missing.length === 0) return;
  const names = missing.join(', ');
  throw notAllowed({
    zh: `这里面有你自己没有的权限：${names}；请让管理员来做`,
    en: `This holds permissions that you do not have yourself: ${names}; ask an admin`,
  });
}

function refuseWithoutAll({ scope }: Viewer): void {
  if (scope.kind === 'all') return;
  throw notAllowed({
    zh: '你只能看一部分数据，不能决定别人看哪些；请让能看全部数据的人来做',
    en: 'You see a part of the data and cannot decide what others see; ask somebody who sees all of it',
  });
}

function notAllowed(detail: Bilingual): Problem {
  return new Problem('not_allowed', [{ detail }]);
}

async function isPerson(tx: Querying, workspaceId: string, id: string): Promise<boolean> {
  return (await tx.query(sql`select 1 from person where workspace_id = ${workspaceId} and id = ${id}`)).length > 0;
}

function invalid(field: string, zh: string, en: string): Problem {
  return new Problem('invalid_request', [{ detail: { zh, en }, place: { field } }]);
}
