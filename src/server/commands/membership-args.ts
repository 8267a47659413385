import { roles } from '#features/permissions.ts';
import { peopleCalled } from '#features/settings/members.ts';
import { type DataScope, dataScopes, usualScope } from '#features/settings/scope.ts';
import type { Role } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';
import type { Store } from '#store/store.ts';
import { findWorkspace, listWorkspaces, type Workspace } from '#store/workspaces.ts';
import { oneOf, required, UsageError } from './command.ts';

/** Options that say where somebody belongs and what they see. */
export const membershipOptions = {
  workspace: { type: 'string' },
  role: { type: 'string' },
  scope: { type: 'string' },
  person: { type: 'string' },
} as const;

type Given = {
  workspace?: string | undefined;
  role?: string | undefined;
  scope?: string | undefined;
  person?: string | undefined;
};

/** A place in a workspace as options name it. Throws `UsageError` or `not_found` with the names that exist. */
export async function namedMembership(store: Store, given: Given) {
  const role: Role = oneOf(required(given.role, 'role'), roles, 'role');
  const dataScope: DataScope = given.scope ? oneOf(given.scope, dataScopes, 'scope') : usualScope[role];
  const workspace = await namedWorkspace(store, required(given.workspace, 'workspace'));
  const personId = given.person ? await namedPerson(store, workspace, given.person) : null;
  if (dataScope !== 'all' && personId === null) {
    throw new UsageError(`--person is missing: with scope ${dataScope} only rows of a person and their teams are seen`);
  }
  return { workspace, role, dataScope, personId };
}

async function namedWorkspace(store: Store, slug: string): Promise<Workspace> {
  const found = await findWorkspace(store, slug);
  if (found) return found;
  const slugs = (await listWorkspaces(store)).map((each) => each.slug);
  throw new Problem('not_found', [
    {
      detail: {
        zh: `没有工作区「${slug}」；现有：${slugs.join('、') || '无'}`,
        en: `No workspace "${slug}"; there are: ${slugs.join(', ') || 'none'}`,
      },
    },
  ]);
}

async function namedPerson(store: Store, workspace: Workspace, name: string): Promise<string> {
  const people = await peopleCalled(store, { workspaceId: workspace.id, name });
  const [only, another] = people;
  if (only && !another) return only.id;
  const ids = people.map(({ id }) => id).join(', ');
  const detail = only
    ? { zh: `叫「${name}」的不止一人，请用编号：${ids}`, en: `Several people are called "${name}"; use an id: ${ids}` }
    : { zh: `工作区里没有「${name}」这个人`, en: `Nobody in the workspace is called "${name}"` };
  throw new Problem(only ? 'conflict' : 'not_found', [{ detail }]);
}
