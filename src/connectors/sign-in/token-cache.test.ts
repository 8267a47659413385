import { expect, test } from 'vitest';
import { TokenCache } from './token-cache.ts';

function counting(expiresInSeconds = 7200) {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return { token: `token ${asked}`, expiresInSeconds };
  };
  return { ask, asked: () => asked };
}

test('a token is kept until five minutes before it ends', async () => {
  let now = 0;
  const cache = new TokenCache(() => now);
  const { ask } = counting();
  expect(await cache.get('app', ask)).toBe('token 1');
  now = 6_899_000;
  expect(await cache.get('app', ask)).toBe('token 1');
  now = 6_900_000;
  expect(await cache.get('app', ask)).toBe('token 2');
});

test('many who need a token at once ask for it once', async () => {
  const cache = new TokenCache(() => 0);
  const { ask, asked } = counting();
  await Promise.all(['app', 'app', 'app', 'other'].map((key) => cache.get(key, ask)));
  expect(asked()).toBe(2);
});

test('a token that could not be had is asked for again', async () => {
  const cache = new TokenCache(() => 0);
  await expect(cache.get('app', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await cache.get('app', counting().ask)).toBe('token 1');
});
