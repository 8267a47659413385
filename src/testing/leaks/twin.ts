import type { Entity } from '#store/entities.ts';
import type { Row } from '#store/rows.ts';
import { type RowIds, rowKey } from './allowed.ts';
import { firstDay, today } from './any-company.ts';
import { type CanaryCompany, idOf } from './canary-company.ts';
import { rowsOf } from './eyes.ts';

/** Organisation and catalogue stay; of all else only what may be seen. */
const kept: ReadonlySet<Entity> = new Set([
  'person',
  'team',
  'team_parent',
  'team_manager',
  'rep_assignment',
  'product',
  'source',
  'region',
  'pipeline',
  'stage',
]);

/**
 * The same company without anything that somebody may not see. To them it must look the same: what is out of sight changes no number,
 * no count, no median, no word. Whatever a seen row refers to stays; deals stay whole.
 */
export function withoutUnseen(company: CanaryCompany, seen: RowIds): CanaryCompany {
  const isSeen = (entity: Entity, id: unknown) =>
    seen.has(rowKey(entity, id)) || seen.has(rowKey(entity, `${id} number`));
  const firsts = firstOrders(company);
  const rows = Object.fromEntries(
    (Object.keys(company.rows) as Entity[]).map((entity) => [
      entity,
      rowsOf(company, entity).flatMap((row) =>
        kept.has(entity) || isSeen(...standsFor(entity, row)) ? [row] : disguised(entity, row, firsts),
      ),
    ]),
  );
  return { ...company, rows };
}

/** A customer’s first order ever stays and is another one: that somebody’s is not the first is known, and nothing else of it. */
function disguised(entity: Entity, row: Row, firsts: ReadonlySet<unknown>): readonly Row[] {
  if (entity === 'sales_order' && firsts.has(row.id)) return [{ ...row, number: `${row.id} disguised`, rep_id: null }];
  return entity === 'order_line' && firsts.has(row.order_id) ? [{ ...row, amount: '1', quantity: '77' }] : [];
}

function firstOrders(company: CanaryCompany): ReadonlySet<unknown> {
  const orders = rowsOf(company, 'sales_order').filter(
    (row) => row.customer_id !== null && row.is_draft !== true && row.cancelled_on === null,
  );
  const isFirst = (row: Row) =>
    orders.every(
      (other) => other.customer_id !== row.customer_id || String(other.ordered_on) >= String(row.ordered_on),
    );
  return new Set(orders.filter(isFirst).map(({ id }) => id));
}

/** What has to be seen for a row to stay: parts of a thing stay with the thing. */
function standsFor(entity: Entity, row: Row): readonly [Entity, unknown] {
  if (entity === 'order_line') return ['sales_order', row.order_id];
  if (entity === 'opportunity_event') return ['opportunity', row.opportunity_id];
  return entity === 'contact' || entity === 'customer_event' ? ['customer', row.customer_id] : [entity, row.id];
}

/**
 * Contacts of nobody on the first and the last day: from when to when there are rows, and whether contacts are noted at all, is known
 * of a workspace to everybody in it.
 */
export function frame(): readonly Row[] {
  return [firstDay, today].map((onDay, index) => ({ id: idOf('frame', index), type: 'call', on_day: onDay }));
}
