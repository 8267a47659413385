import { z } from 'zod';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import { type DataScope, dataScopes, usualScope } from './scope.ts';

/** Somebody's place in a workspace as a request gives it. */
export const placeInput = z.object({
  role: z.enum(['admin', 'executive', 'manager', 'rep', 'finance', 'viewer']),
  dataScope: z.enum(dataScopes).optional().describe('What is usual for the role when left out'),
  personId: z.string().min(1).max(100).nullable().default(null).describe('The colleague in the data that they are'),
});

type PlaceInput = z.output<typeof placeInput>;

/** The place with its scope. Throws `invalid_request` when the person is unknown, or missing where the scope needs one. */
export async function placeIn(tx: Pick<Transaction, 'query'>, workspaceId: string, given: PlaceInput) {
  const dataScope: DataScope = given.dataScope ?? usualScope[given.role];
  if (dataScope !== 'all' && given.personId === null) {
    throw invalid('这个数据范围要指定是哪位同事', 'This data scope needs the colleague that they are');
  }
  if (given.personId !== null && !(await isPerson(tx, workspaceId, given.personId))) {
    throw invalid(`没有编号为 ${given.personId} 的同事`, `There is no colleague with the id ${given.personId}`);
  }
  return { role: given.role, dataScope, personId: given.personId };
}

async function isPerson(tx: Pick<Transaction, 'query'>, workspaceId: string, id: string): Promise<boolean> {
  return (await tx.query(sql`select 1 from person where workspace_id = ${workspaceId} and id = ${id}`)).length > 0;
}

function invalid(zh: string, en: string): Problem {
  return new Problem('invalid_request', [{ detail: { zh, en }, place: { field: 'personId' } }]);
}
