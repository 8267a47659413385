import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

const anyone = () => true;

function turnsOf(...waiting: readonly (readonly [asker: string, name: string])[]): Turns<string> {
  const turns = new Turns<string>();
  for (const [asker, name] of waiting) turns.add(asker, name);
  return turns;
}

test('who asked for much lets others in between', () => {
  const turns = turnsOf(['lin', 'l1'], ['lin', 'l2'], ['lin', 'l3'], ['chen', 'c1'], ['wang', 'w1']);
  const order = Array.from({ length: 6 }, () => turns.next(anyone));
  expect(order).toEqual(['l1', 'c1', 'w1', 'l2', 'l3', undefined]);
});

test('who may not come now keeps the place in the queue', () => {
  const turns = turnsOf(['lin', 'l1'], ['chen', 'c1']);
  expect(turns.next((asker) => asker !== 'lin')).toBe('c1');
  expect(turns.next((asker) => asker !== 'lin')).toBeUndefined();
  expect(turns.next(anyone)).toBe('l1');
});

test('who gave up waiting is not called', () => {
  const turns = turnsOf(['lin', 'l1'], ['lin', 'l2']);
  turns.remove('lin', 'l1');
  turns.remove('nobody', 'x');
  expect(turns.next(anyone)).toBe('l2');
});

test('a flood of one counts as its share only', () => {
  const turns = turnsOf(...Array.from({ length: 50 }, (_, n) => ['lin', `l${n}`] as const), ['chen', 'c1']);
  expect(turns.fairCount(10)).toBe(11);
});
