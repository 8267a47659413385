import { type Entity, entities } from '#store/entities.ts';
import type { Row } from '#store/rows.ts';
import type { DemoCompany } from './rows.ts';

/** Rows of one kind, to be written. */
export type ToldRows = Readonly<{ entity: Entity; rows: readonly Row[] }>;

/** The rows of a company in the order they can be written; with one that is known, only those that are new or different. */
export function toldRows(company: DemoCompany, known: DemoCompany | null): readonly ToldRows[] {
  return entities.flatMap((entity) => {
    if (!isTold(company, entity)) return [];
    const rows = known ? newsIn(known[entity], company[entity]) : company[entity];
    return rows.length > 0 ? [{ entity, rows }] : [];
  });
}

function isTold(company: DemoCompany, entity: Entity): entity is Entity & keyof DemoCompany {
  return entity in company;
}

/** Rows that were not there, or were different. */
function newsIn(known: readonly Row[], rows: readonly Row[]): readonly Row[] {
  const before = new Map(known.map((row) => [row.id, row]));
  return rows.filter((row) => {
    const old = before.get(row.id);
    return !old || Object.keys(row).some((column) => row[column] !== old[column]);
  });
}
