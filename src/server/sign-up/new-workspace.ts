import { randomBytes } from 'node:crypto';
import { willBeFilled } from '#features/data/demo/fill-demo.ts';
import { putMember } from '#features/settings/members.ts';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { audited } from '#store/audit.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store, Transaction } from '#store/store.ts';
import { createWorkspace, type Workspace } from '#store/workspaces.ts';

type Querying = Pick<Transaction, 'query'>;

/** A workspace that somebody makes for themselves. */
export type NewOwnWorkspace = Readonly<{
  company: string;
  /** The made-up company of three years, or nothing. */
  data: 'demo' | 'empty';
  /** Days of the trial; null: it stays. */
  trialDays: number | null;
  address: string;
  /** Who owns it, made in the same transaction where they are new. */
  owner: (tx: Querying) => Promise<string>;
}>;

type Deps = Readonly<{ store: Store; keyring: Keyring; clock: () => Instant }>;

const dayMs = 86_400_000;

/** Makes a workspace with its owner as admin; one that is to be a demo is noted as such and filled afterwards. */
export async function startWorkspace(
  { store, keyring, clock }: Deps,
  { company, data, trialDays, address, owner }: NewOwnWorkspace,
): Promise<Readonly<{ workspace: Workspace; userId: string }>> {
  const endsAt = trialDays === null ? null : new Date(Date.parse(clock()) + trialDays * dayMs).toISOString();
  const workspace = await createWorkspace(store, keyring, { slug: newSlug(company), name: company });
  const userId = await store.transaction(async (tx) => {
    const made = await owner(tx);
    await tx.query(sql`
      update workspace set trial_ends_at = ${endsAt}::timestamptz, started_by = ${made} where id = ${workspace.id}`);
    if (data === 'demo') await willBeFilled(tx, workspace.id);
    await putMember(tx, {
      workspaceId: workspace.id,
      userId: made,
      role: 'admin',
      dataScope: 'all',
      personId: null,
    });
    await noteUse(tx, { workspaceId: workspace.id, userId: made, now: clock() });
    const details = { data, trialEndsAt: endsAt };
    await audited(tx, { workspaceId: workspace.id, actor: made, address, action: 'workspace_started', details });
    return made;
  });
  return { workspace, userId };
}

/** Remembers that somebody looks at a workspace: the one used last is where they come in next time. */
export async function noteUse(
  tx: Querying,
  { workspaceId, userId, now }: Readonly<{ workspaceId: string; userId: string; now: Instant }>,
): Promise<void> {
  await tx.query(sql`
    update member set last_used_at = ${now}::timestamptz where workspace_id = ${workspaceId} and user_id = ${userId}`);
}

const mostTrialsEach = 3;
const mostTrialsADay = 200;

/** A person tries it out only so often, and a day sees only so many trials. Throws `not_allowed` or `rate_limited`. */
export async function refuseTooManyTrials(
  tx: Querying,
  { userId, now }: Readonly<{ userId: string | null; now: Instant }>,
): Promise<void> {
  const [counts] = await tx.query<{ own: number; today: number }>(sql`
    select (count(*) filter (where started_by = ${userId}))::int as own,
           (count(*) filter (where created_at > ${now}::timestamptz - interval '1 day'))::int as today
      from workspace where trial_ends_at is not null`);
  if ((counts?.today ?? 0) >= mostTrialsADay) throw new Problem('rate_limited');
  if ((counts?.own ?? 0) >= mostTrialsEach) throw new Problem('not_allowed', [enoughTrials]);
}

const enoughTrials = {
  detail: {
    zh: `每个人最多试用${mostTrialsEach}个工作区；要继续使用，请联系运营者`,
    en: `Everybody may try out ${mostTrialsEach} workspaces; to go on, ask the operator`,
  },
};

/** `hengchuan-k3f2q`: what can be read of the name, and five letters that nobody else has. */
function newSlug(company: string): string {
  const readable = company
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30);
  const own = [...randomBytes(6)].map((byte) => (byte % 32).toString(32)).join('');
  return `${readable || 'team'}-${own}`.replaceAll('--', '-');
}
