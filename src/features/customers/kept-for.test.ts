import { expect, test } from 'vitest';
import type { Asking } from '#features/ask.ts';
import { keptFor } from './kept-for.ts';

function counting(prints: readonly string[]) {
  let computed = 0;
  const left = [...prints];
  const replica = { run: () => Promise.reject(new Error('not asked')), position: 'one' };
  const asking = { replica } as unknown as Asking;
  const kept = keptFor<readonly [name: string], string>(
    async (_, name) => {
      computed += 1;
      return `${name} ${computed}`;
    },
    prints.length > 0 ? async () => left.shift() ?? '' : undefined,
  );
  return {
    ask: (name: string) => kept(asking, name),
    write: () => {
      replica.position += '+';
    },
  };
}

test('a computation is done once for its arguments, and again after a write', async () => {
  const { ask, write } = counting([]);
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a 1', 'a 1', 'b 2']);
  write();
  expect(await ask('a')).toBe('a 3');
});

test('a write that leaves the fingerprint alone leaves the result alone', async () => {
  const { ask, write } = counting(['same', 'same', 'other']);
  expect(await ask('a')).toBe('a 1');
  write();
  expect(await ask('a')).toBe('a 1');
  write();
  expect(await ask('a')).toBe('a 2');
});

test('a computation that failed is tried again', async () => {
  let tries = 0;
  const asking = { replica: { run: () => Promise.resolve(), position: 'one' } } as unknown as Asking;
  const kept = keptFor<readonly [], number>(async () => {
    tries += 1;
    if (tries === 1) throw new Error('no luck');
    return tries;
  });
  await expect(kept(asking)).rejects.toThrow('no luck');
  expect(await kept(asking)).toBe(2);
});
