import type { Bilingual } from '#shared/bilingual.ts';
import { Problem, type ProblemDetail } from '#shared/problem.ts';
import { type Sql, sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import { isSeen, type Seen } from './present-deal.ts';

/** What a deal may point to; absent and null are not looked up. */
type References = Readonly<Partial<Record<keyof typeof targets, string | null | undefined>>>;

const targets = {
  customerId: { from: sql`customer`, owner: sql`owner_id`, label: { zh: '客户', en: 'customer' } },
  ownerId: { from: sql`person`, owner: sql`id`, label: { zh: '同事', en: 'colleague' } },
  productId: { from: sql`product`, owner: null, label: { zh: '产品', en: 'product' } },
  sourceId: { from: sql`source`, owner: null, label: { zh: '来源', en: 'source' } },
} as const satisfies Record<string, { from: Sql; owner: Sql | null; label: Bilingual }>;

/**
 * Throws `invalid_request` naming every field that points nowhere or out of sight: both read alike, so that nobody learns what
 * exists. A customer of the pool is in everyone's sight.
 */
export async function refuseUnknown(
  tx: Pick<Transaction, 'query'>,
  given: References,
  { workspaceId, seen }: Readonly<{ workspaceId: string; seen: Seen }>,
): Promise<void> {
  const faults: ProblemDetail[] = [];
  for (const [field, { from, owner, label }] of Object.entries(targets)) {
    // The keys of `targets` are those of the references.
    const id = given[field as keyof References];
    if (id === null || id === undefined) continue;
    const [found] = await tx.query<{ owner: string | null }>(sql`
      select ${owner ?? sql`null`} as owner from ${from} where workspace_id = ${workspaceId} and id = ${id}`);
    if (!found || (owner && found.owner !== null && !isSeen(seen, found.owner))) faults.push(unknown(field, label, id));
  }
  if (faults.length > 0) throw new Problem('invalid_request', faults);
}

function unknown(field: string, label: Bilingual, id: string): ProblemDetail {
  return {
    detail: {
      zh: `没有编号为 ${id} 的${label.zh}，或不在你的数据范围内`,
      en: `There is no ${label.en} with the id ${id}, or it is not in your data scope`,
    },
    place: { field },
  };
}
