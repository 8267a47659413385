import { demoSlug, seedDemo } from '#features/data/demo/seed.ts';
import { demoPeople } from '#features/data/demo/staff.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import { putMember } from '#features/settings/members.ts';
import { usualScope } from '#features/settings/scope.ts';
import type { Role } from '#features/viewer.ts';
import { sql } from '#shared/sql.ts';
import type { Store, Transaction } from '#store/store.ts';
import { passwordHash } from './sign-in/password.ts';
import { createUser, type Login, userIdOf } from './sign-in/users.ts';

/** The password of every demo sign-in; it is public. */
export const demoPassword = 'demo-salesboard';

const people = demoPeople();

const signIns: readonly Readonly<{ role: Role; name: string; personId: string | null }>[] = [
  { role: 'admin', name: '演示管理员', personId: null },
  { role: 'executive', name: '演示高管', personId: people.executivePersonId },
  { role: 'manager', name: '演示经理', personId: people.managerPersonId },
  { role: 'rep', name: '演示销售', personId: people.repPersonId },
  { role: 'finance', name: '演示财务', personId: null },
  { role: 'viewer', name: '演示访客', personId: null },
];

/** One sign-in a role, the admin's first. */
export const demoEmails: readonly string[] = signIns.map(({ role }) => emailOf(role));

/** Whether the store is empty, or the making of its demo was interrupted: its sign-ins come last. */
export async function lacksDemo(store: Store): Promise<boolean> {
  const [found] = await store.query<{ workspaces: number; unfinished: number }>(sql`
    select count(*)::int as workspaces,
           (count(*) filter (
             where slug = ${demoSlug} and not exists (select from member m where m.workspace_id = workspace.id)
           ))::int as unfinished
      from workspace`);
  return found?.workspaces === 0 || found?.unfinished === 1;
}

/** Whether people can sign in to a demo here. */
export async function hasDemo(store: Store): Promise<boolean> {
  return (await userIdOf(store, emailOf('admin'))) !== null;
}

/** Makes the demo workspace with its data and one sign-in a role. */
export async function makeDemo({ store, keyring, clock }: RouteDeps): Promise<void> {
  const workspace = await seedDemo({ store, keyring, now: clock() });
  const logins = await Promise.all(
    signIns.map(async (each) => ({
      ...each,
      // Not `preparedLogin`: this password is public, however strong it is.
      login: { email: emailOf(each.role), name: each.name, passwordHash: await passwordHash(demoPassword) },
    })),
  );
  await store.transaction(async (tx) => {
    for (const each of logins) await addMember(tx, workspace.id, each);
  });
}

type DemoLogin = (typeof signIns)[number] & { login: Login };

async function addMember(tx: Transaction, workspaceId: string, { role, personId, login }: DemoLogin): Promise<void> {
  const userId = (await userIdOf(tx, login.email)) ?? (await createUser(tx, login));
  await putMember(tx, { workspaceId, userId, role, dataScope: usualScope[role], personId });
}

function emailOf(role: Role): string {
  return `${role}@demo.local`;
}
