import { expect, test } from 'vitest';
import { treeOrder } from './tree-order.ts';

test('children stand below their parent, and one whose parent cannot be seen stands at the top', () => {
  const members = [
    { key: 'b', name: 'East', parent: 'a' },
    { key: 'a', name: 'All', parent: null },
    { key: 'd', name: 'Orphan', parent: 'hidden' },
    { key: 'c', name: 'Shanghai', parent: 'b' },
  ];
  expect(treeOrder(members).map(({ member, depth }) => `${depth} ${member.key}`)).toEqual(['0 a', '1 b', '2 c', '0 d']);
});
