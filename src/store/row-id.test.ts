import { expect, test } from 'vitest';
import { newRowId, rowId } from './row-id.ts';

const salt = Buffer.alloc(32, 1);

test('the same natural key gives the same id of twelve characters', () => {
  const id = rowId(salt, 'sales_order', 'SO-1');
  expect(id).toMatch(/^[\w-]{12}$/);
  expect(rowId(Buffer.from(salt), 'sales_order', 'SO-1')).toBe(id);
});

test('another workspace, entity or split of the key gives another id', () => {
  const ids = [
    rowId(salt, 'order_line', 'ab', 'c'),
    rowId(salt, 'order_line', 'a', 'bc'),
    rowId(salt, 'order_line', 'abc'),
    rowId(salt, 'sales_order', 'ab', 'c'),
    rowId(Buffer.alloc(32, 2), 'order_line', 'ab', 'c'),
  ];
  expect(new Set(ids).size).toBe(5);
});

test('a row without a natural key gets a random id', () => {
  expect(newRowId()).toMatch(/^[\w-]{12}$/);
  expect(newRowId()).not.toBe(newRowId());
});
