import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

test('a place that was given back can be taken again', () => {
  const slots = new Slots();
  const taken = slots.take([{ key: 'lin', most: 1 }]);
  expect(slots.take([{ key: 'lin', most: 1 }])).toEqual({ full: { key: 'lin', most: 1 } });
  if ('release' in taken) taken.release();
  expect(slots.take([{ key: 'lin', most: 1 }])).toHaveProperty('release');
});

test('nothing is taken when one of several places is full', () => {
  const slots = new Slots();
  slots.take([{ key: 'all', most: 9 }]);
  slots.take([
    { key: 'lin', most: 9 },
    { key: 'all', most: 1 },
  ]);
  expect(slots.held('lin')).toBe(0);
  expect(slots.held('all')).toBe(1);
});
