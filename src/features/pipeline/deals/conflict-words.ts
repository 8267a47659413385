import type { Bilingual } from '#shared/bilingual.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import type { LoggedEvent, PresentDeal } from './present-deal.ts';

/** Throws `conflict`, saying how it stands by now, unless the version is the one that was shown. */
export async function refuseStale(
  tx: Transaction,
  { workspaceId, deal, version }: Readonly<{ workspaceId: string; deal: PresentDeal; version: number }>,
): Promise<void> {
  if (deal.version === version) return;
  const names = await namesOf(tx, workspaceId, deal.last);
  throw new Problem('conflict', [{ detail: newerState(deal.last, names), place: { field: 'version' } }]);
}

type Names = Readonly<{ stage: string | null; owner: string | null }>;

/** The present state in words: 现在在“方案报价”，负责人沈嘉禾，金额120000，预计2026-12-01. */
function newerState(last: LoggedEvent, { stage, owner }: Names): Bilingual {
  const amount = last.amount?.replace(/\.?0+$/, '') ?? '—';
  const expected = last.expectedCloseOn ?? '—';
  const where = places[last.status](stage ?? '—', last.lostReason ?? '—');
  const by = last.byName ?? '—';
  return {
    zh: `这个商机刚被改过：现在${where.zh}，负责人${owner ?? '—'}，金额${amount}，预计${expected}成交（最近一步：${by}）。你的改动没有写入`,
    en: `Somebody just changed this deal: it is ${where.en} now, owner ${owner ?? '—'}, amount ${amount}, expected ${expected} (last step by ${by}). Your change was not written`,
  };
}

const places: Readonly<Record<LoggedEvent['status'], (stage: string, reason: string) => Bilingual>> = {
  open: (stage) => ({ zh: `在“${stage}”`, en: `in “${stage}”` }),
  won: () => ({ zh: '已赢单', en: 'won' }),
  lost: (_, reason) => ({ zh: `已输单（${reason}）`, en: `lost (${reason})` }),
  disqualified: () => ({ zh: '已判无效', en: 'disqualified' }),
};

async function namesOf(tx: Transaction, workspaceId: string, { stageId, ownerId }: LoggedEvent): Promise<Names> {
  const [names] = await tx.query<Names>(sql`
    select (select name from stage where workspace_id = ${workspaceId} and id = ${stageId}) as stage,
           (select name from person where workspace_id = ${workspaceId} and id = ${ownerId}) as owner`);
  return names ?? { stage: null, owner: null };
}
