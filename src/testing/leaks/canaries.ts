import type { Entity } from '#store/entities.ts';
import { dealState, orderNumber, type RowIds, rowKey } from './allowed.ts';
import type { CanaryCompany } from './canary-company.ts';
import { rowsOf } from './eyes.ts';

/** A text that stands in one row only, and the rows that show it. */
export type Canary = Readonly<{ text: string; row: string; isId: boolean }>;

const own = [
  'name',
  'number',
  'phone',
  'email',
  'note',
  'title',
  'reason',
  'lost_reason',
  'amount',
  'at_risk',
] as const;

/** Every canary of a company. */
export function canariesOf(company: CanaryCompany): readonly Canary[] {
  return (Object.keys(company.rows) as Entity[]).flatMap((entity) =>
    rowsOf(company, entity).flatMap((row) => [
      { text: row.id, row: rowKey(entity, row.id), isId: true },
      ...own.flatMap((column) => {
        const value = row[column];
        const key = keyOf(entity, row.id, column);
        return value === null || value === undefined ? [] : [{ text: String(value), row: key, isId: false }];
      }),
    ]),
  );
}

/** An order's number and a deal's amounts and lost reasons are also shown by what names the order or the deal. */
function keyOf(entity: Entity, id: string, column: (typeof own)[number]): string {
  if (column === 'number') return orderNumber(id);
  const isState = entity === 'opportunity_event' && ['amount', 'lost_reason'].includes(column);
  return isState ? dealState(id) : rowKey(entity, id);
}

/** The canaries of rows that may not be seen and that stand in a text all the same, but for those of the request itself. */
export function leaked(
  text: string,
  { canaries, allowed, asked = '' }: Readonly<{ canaries: readonly Canary[]; allowed: RowIds | null; asked?: string }>,
): readonly string[] {
  return canaries
    .filter(({ row }) => !allowed?.has(row))
    .filter(({ text: canary }) => text.includes(canary) && !asked.includes(canary))
    .map(({ text: canary, row }) => `${canary} of ${row}`);
}
