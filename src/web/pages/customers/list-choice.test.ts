import { expect, test } from 'vitest';
import { choiceOf, choiceText } from './list-choice.ts';

test('a chosen list survives the way through the URL', () => {
  const choice = { tier: 'a', owner: 'p-1', cell: { recency: 5, value: 1 }, pool: false } as const;
  expect(choiceText(choice)).toBe('tier:a~owner:p-1~cell:5-1~pool:false');
  expect(choiceOf(choiceText(choice))).toEqual(choice);
});

test('what a URL says beyond the known words is left out', () => {
  expect(choiceOf('tier:x~segment:at_risk~cell:9-1~pool:maybe~list')).toEqual({ segment: 'at_risk' });
  expect(choiceOf('')).toEqual({});
});
