import { expect, test } from 'vitest';
import { changeText, signedChange } from './change-text.ts';

test('a change is a percentage, its direction is not in the text', () => {
  expect(changeText(0.086, 'money', 'zh')).toEqual({ direction: 'up', text: '8.6%' });
  expect(changeText(-0.048, 'money', 'zh')).toEqual({ direction: 'down', text: '4.8%' });
});
test('a rate changes in points', () => {
  expect(changeText(0.017, 'ratio', 'zh').text).toBe('1.7点');
  expect(changeText(0.017, 'ratio', 'en').text).toBe('1.7 pp');
});
test('what rounds to zero has no direction, what is unknown is a dash', () => {
  expect(changeText(0.0004, 'money', 'zh')).toEqual({ direction: 'flat', text: '0.0%' });
  expect(changeText(null, 'money', 'zh')).toEqual({ direction: 'unknown', text: '—' });
});
test('in an export the sign is written', () => {
  expect([0.086, -0.048, 0].map((each) => signedChange(each, 'money', 'zh'))).toEqual(['+8.6%', '\u22124.8%', '0.0%']);
});
