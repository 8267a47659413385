import type { Bilingual } from '#shared/bilingual.ts';
import { allocate, compareMoney, sumOfMoney } from '#shared/money.ts';
import { Problem, type ProblemDetail } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import { upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import type { Workspace } from '#store/workspaces.ts';
import type { NewOrder } from './new-order.ts';
import { type OrderSight, unseenSubjects } from './order-sight.ts';

type Writing = Readonly<{
  keyring: Keyring;
  workspace: Workspace;
  /** What of the company the writer sees. */
  sight: OrderSight;
}>;

/**
 * Writes one order with its lines. Throws `invalid_request` naming every field that points nowhere, `conflict` when the number is
 * taken.
 */
export async function writeOrder(tx: Transaction, order: NewOrder, { keyring, workspace, sight }: Writing) {
  const { id: workspaceId } = workspace;
  refuseInconsistent(order, workspace);
  await refuseUnknown(tx, order, { workspaceId, sight });
  await refuseTaken(tx, workspaceId, order.number);
  const id = newRowId();
  const row = { id, ...orderRow(order, workspace), region_id: await regionOf(tx, workspaceId, order) };
  await upsertRows(tx, keyring, { workspaceId, entity: 'sales_order', rows: [row] });
  await upsertRows(tx, keyring, { workspaceId, entity: 'order_line', rows: lineRows(id, order) });
  return { id, number: order.number };
}

function orderRow(order: NewOrder, workspace: Workspace) {
  return {
    number: order.number,
    customer_id: order.customerId ?? null,
    rep_id: order.repId ?? null,
    source_id: order.sourceId ?? null,
    opportunity_id: order.opportunityId ?? null,
    is_draft: order.isDraft,
    ordered_on: order.orderedOn,
    ordered_minute: order.orderedMinute ?? null,
    currency: order.currency ?? workspace.currency,
    rate: order.rate ?? '1',
    discount: order.discount,
  };
}

function lineRows(orderId: string, order: NewOrder) {
  const amounts = order.lines.map((line) => line.amount);
  const shares = compareMoney(order.discount, '0') === 0 ? null : allocate(order.discount, amounts);
  return order.lines.map((line, index) => ({
    id: newRowId(),
    order_id: orderId,
    line_number: index + 1,
    product_id: line.productId ?? null,
    quantity: line.quantity ?? null,
    amount: line.amount,
    discount: line.discount,
    order_discount: shares?.[index] ?? '0',
    cost: line.cost ?? null,
  }));
}

function refuseInconsistent(order: NewOrder, workspace: Workspace): void {
  if (compareMoney(order.discount, '0') > 0) {
    const isCovered = order.lines.every((line) => !line.amount.startsWith('-'));
    if (!isCovered || compareMoney(order.discount, sumOfMoney(order.lines.map((line) => line.amount))) > 0) {
      throw invalid(
        'discount',
        '整单折扣不能超过明细合计，且明细不能为负',
        'The discount is more than the lines add up to, or a line is negative',
      );
    }
  }
  const isForeign = order.currency !== undefined && order.currency !== workspace.currency;
  if (isForeign && order.rate === undefined) {
    throw invalid(
      'rate',
      `${order.currency} 订单要给出折合 ${workspace.currency} 的汇率`,
      `An order in ${order.currency} needs its rate to ${workspace.currency}`,
    );
  }
}

const references = {
  customerId: { table: sql`customer`, label: { zh: '客户', en: 'customer' } },
  repId: { table: sql`person`, label: { zh: '人员', en: 'person' } },
  regionId: { table: sql`region`, label: { zh: '区域', en: 'region' } },
  sourceId: { table: sql`source`, label: { zh: '来源', en: 'source' } },
  opportunityId: { table: sql`opportunity`, label: { zh: '商机', en: 'opportunity' } },
} as const;

type Looking = Readonly<{ workspaceId: string; sight: OrderSight }>;

async function refuseUnknown(tx: Transaction, order: NewOrder, { workspaceId, sight }: Looking): Promise<void> {
  const unseen = await unseenSubjects(tx, order, { workspaceId, sight });
  const faults: ProblemDetail[] = [];
  for (const [field, { table, label }] of Object.entries(references)) {
    // The keys of `references` are fields of an order.
    const id = order[field as keyof typeof references];
    if (id === null || id === undefined) continue;
    const found = await tx.query(sql`select 1 from ${table} where workspace_id = ${workspaceId} and id = ${id}`);
    if (found.length === 0 || unseen.has(field)) faults.push(unknown(field, label, id));
  }
  faults.push(...(await unknownProducts(tx, workspaceId, order)));
  if (faults.length > 0) throw new Problem('invalid_request', faults);
}

async function unknownProducts(tx: Transaction, workspaceId: string, { lines }: NewOrder): Promise<ProblemDetail[]> {
  const ids = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
  const found = await tx.query<{ id: string }>(sql`
    select id from product where workspace_id = ${workspaceId} and id = any(${ids}::text[])`);
  const known = new Set(found.map(({ id }) => id));
  return lines.flatMap(({ productId }, index) =>
    productId && !known.has(productId)
      ? [unknown(`lines.${index}.productId`, { zh: '产品', en: 'product' }, productId)]
      : [],
  );
}

async function refuseTaken(tx: Transaction, workspaceId: string, number: string): Promise<void> {
  // Two writers of one number wait for each other here; the lock goes with the transaction.
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} order ${number}`}, 0))`);
  const taken = await tx.query(sql`
    select 1 from sales_order where workspace_id = ${workspaceId} and number = ${number} limit 1`);
  if (taken.length === 0) return;
  throw new Problem('conflict', [
    {
      detail: { zh: `订单号 ${number} 已经有了`, en: `There is already an order number ${number}` },
      place: { field: 'number' },
    },
  ]);
}

async function regionOf(tx: Transaction, workspaceId: string, order: NewOrder): Promise<string | null> {
  if (order.regionId || !order.customerId) return order.regionId ?? null;
  const [customer] = await tx.query<{ region_id: string | null }>(sql`
    select region_id from customer where workspace_id = ${workspaceId} and id = ${order.customerId}`);
  return customer?.region_id ?? null;
}

function unknown(field: string, label: Bilingual, id: string): ProblemDetail {
  return {
    detail: { zh: `没有编号为 ${id} 的${label.zh}`, en: `There is no ${label.en} with the id ${id}` },
    place: { field },
  };
}

function invalid(field: string, zh: string, en: string): Problem {
  return new Problem('invalid_request', [{ detail: { zh, en }, place: { field } }]);
}
