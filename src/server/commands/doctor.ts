import type { Bilingual } from '#shared/bilingual.ts';
import { sql } from '#shared/sql.ts';
import { type BrokenEntry, verifyAudit } from '#store/audit.ts';
import { listWorkspaces, type Workspace } from '#store/workspaces.ts';
import { type Command, type CommandContext, parsedArgs } from './command.ts';
import type { Check } from './doctor-check.ts';
import { keyChecks } from './doctor-keys.ts';

const checks: readonly Check[] = [
  {
    name: { zh: '数据库', en: 'store' },
    run: async ({ store }) => {
      const [version] = await store.query<{ version: string }>(sql`select split_part(version(), ' on ', 1) as version`);
      const kind = store.kind === 'pglite' ? 'PGlite' : 'server';
      const text = `${version?.version ?? ''} (${kind})`;
      return { zh: text, en: text };
    },
  },
  {
    name: { zh: '表结构', en: 'migrations' },
    run: async ({ store }) => {
      const [applied] = await store.query<{ count: number }>(
        sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
      );
      return { zh: `已执行 ${applied?.count ?? 0} 个`, en: `${applied?.count ?? 0} applied` };
    },
  },
  ...keyChecks,
];

/** `doctor`: checks that the installation is sound and says what is wrong. Exit code 1 when something is. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  summary: { zh: '检查数据库、密钥和分析副本', en: 'check the store, the key and the replicas' },
  run: async (context, args) => {
    parsedArgs(args, {});
    const workspaces = await listWorkspaces(context.store);
    let isSound = true;
    for (const check of [...checks, ...workspaces.flatMap((each) => [auditCheck(each), replicaCheck(each)])])
      isSound = (await report(check, context)) && isSound;
    return isSound ? 0 : 1;
  },
};

async function report(check: Check, context: CommandContext): Promise<boolean> {
  try {
    const found = await check.run(context);
    context.out(`✓ ${check.name[context.locale]}: ${found[context.locale]}\n`);
    return true;
  } catch (error) {
    context.err(`✗ ${check.name[context.locale]}: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

/** Every entry carries the hash of what it says and of the entry before: the first that does not fit is named. */
function auditCheck(workspace: Workspace): Check {
  return {
    name: { zh: `工作区 ${workspace.slug} 的操作日志`, en: `audit log of workspace ${workspace.slug}` },
    run: async ({ store, locale }) => {
      const { entries, broken } = await verifyAudit(store, workspace.id);
      if (broken) throw new Error(brokenChain(broken)[locale]);
      return { zh: `${entries} 条，环环相扣`, en: `${entries} entries, chain whole` };
    },
  };
}

function brokenChain({ position, why }: BrokenEntry): Bilingual {
  const texts: Readonly<Record<BrokenEntry['why'], Bilingual>> = {
    changed: { zh: `第 ${position} 条被改过`, en: `entry ${position} was changed` },
    missing: { zh: `第 ${position} 条不见了`, en: `entry ${position} is missing` },
    cut_off: { zh: `从第 ${position} 条起被截断`, en: `cut off from entry ${position} on` },
  };
  return texts[why];
}

/** The replica is a function of the store: after it caught up, both count the same rows. */
function replicaCheck(workspace: Workspace): Check {
  return {
    name: { zh: `工作区 ${workspace.slug} 的分析副本`, en: `replica of workspace ${workspace.slug}` },
    run: async ({ store, replicas }) => {
      const replica = await replicas.for(workspace.id);
      await replica.catchUp();
      const counted = await Promise.all(
        counts.map(async ({ inStore, inReplica }) => ({
          inStore: Number((await store.query<{ n: number }>(inStore(workspace.id)))[0]?.n),
          inReplica: Number((await replica.run(inReplica)).rows[0]?.[0]),
        })),
      );
      const wrong = counted.find((each) => each.inStore !== each.inReplica);
      if (wrong) throw new Error(`${wrong.inReplica} rows, but the store has ${wrong.inStore}`);
      const rows = counted.reduce((sum, each) => sum + each.inStore, 0);
      return { zh: `与数据库一致（${rows} 行）`, en: `equal to the store (${rows} rows)` };
    },
  };
}

const counts = [
  {
    inStore: (id: string) => sql`select count(*)::int as n from sales_order where workspace_id = ${id}`,
    inReplica: sql`select count(*) from sale_order`,
  },
  {
    inStore: (id: string) => sql`select count(*)::int as n from order_line where workspace_id = ${id}`,
    inReplica: sql`select count(*) from sale`,
  },
  {
    inStore: (id: string) => sql`select count(*)::int as n from customer where workspace_id = ${id}`,
    inReplica: sql`select count(*) from customer`,
  },
  {
    inStore: (id: string) => sql`select count(*)::int as n from opportunity where workspace_id = ${id}`,
    inReplica: sql`select count(distinct opportunity_id) from deal`,
  },
  {
    inStore: (id: string) => sql`select count(*)::int as n from lead where workspace_id = ${id}`,
    inReplica: sql`select count(*) from lead_fact`,
  },
];
