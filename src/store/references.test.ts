import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { type Entity, entities } from './entities.ts';
import { accessTables, references } from './references.ts';
import { schema } from './store-schema.ts';

const notReferences = new Set([
  'workspace_id',
  'batch_id',
  'row_id',
  'user_id',
  'subject_id',
  'account_id',
  'provider_id',
]);

test('every column that names another row is known as a reference', () => {
  const inSchema = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .flatMap((table) =>
      Object.values(getTableColumns(table))
        .filter((column) => column.name.endsWith('_id') && !notReferences.has(column.name))
        .map((column) => `${getTableName(table)}.${column.name}`),
    );
  expect(references.map((each) => `${each.table}.${each.column}`).toSorted()).toEqual(inSchema.toSorted());
});

test('entities come before those that refer to them, but for trees and leads', () => {
  const late = references.filter(
    ({ table, to }) =>
      !accessTables.some((each) => each === table) &&
      table !== to &&
      entities.indexOf(to) > entities.indexOf(table as Entity),
  );
  expect(late.map(({ table, column }) => `${table}.${column}`)).toEqual(['lead.opportunity_id']);
});
