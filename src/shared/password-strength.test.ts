import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

const weakness = async (password: string, about: string[] = []) => (await passwordStrength(password, about)).weakness;

test('nine characters are too few, whatever they are', async () => {
  expect(await weakness('k7#Qz!m2P')).toBe('short');
});

test('what was leaked is refused, with a capital and a mark too', async () => {
  expect(await weakness('password123')).toBe('common');
  expect(await weakness('Password1234')).toBe('common');
  expect(await weakness('P@ssw0rd!!')).toBe('common');
});

test('what Chinese lists of leaks are full of is refused', async () => {
  expect(await weakness('woaini1314520')).not.toBeNull();
  expect(await weakness('wodemima123')).not.toBeNull();
  expect(await weakness('zhangwei1988')).not.toBeNull();
  expect(await weakness('5201314520')).not.toBeNull();
});

test('repeats, rows of keys and dates are named as what they are', async () => {
  expect(await weakness('aaaaaaaaaaaa')).toBe('pattern');
  expect(await weakness('abcabcabcabc')).toBe('pattern');
  expect(await weakness('2026-11-27')).toBe('date');
});

test('one’s own e-mail and the product’s name are no password', async () => {
  expect(await weakness('salesboard1')).toBe('personal');
  expect(await weakness('wentworth.l1', ['wentworth.l@acme.test'])).toBe('personal');
});

test('words that have nothing to do with each other are welcome, in any script', async () => {
  expect(await passwordStrength('correct horse battery staple')).toEqual({ score: 4, weakness: null });
  expect(await weakness('马电池订书钉正确的道路')).toBeNull();
  expect(await weakness('k7#Qz!m2Px')).toBeNull();
});

test('the longest password is judged in no time', async () => {
  await passwordStrength('warm the lists up');
  const begun = performance.now();
  await passwordStrength('dragon'.repeat(21));
  expect(performance.now() - begun).toBeLessThan(500);
});
