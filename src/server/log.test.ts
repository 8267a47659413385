import { expect, test } from 'vitest';
import { loggableError } from './log.ts';

test('a logged error hides the values of a statement, which can be names', () => {
  const error = new Error('Failed query: insert into customer (name) values ($1)\nparams: 张三,13800000000');
  expect(loggableError(error).message).toBe('Failed query: insert into customer (name) values ($1)\nparams: …');
});

test('a logged error hides what stands in quotes or after a key', () => {
  const error = new Error(`Key (name)=(张三) already exists; could not convert '李四' or "王五"`);
  expect(loggableError(error).message).toBe('Key (name)=(…) already exists; could not convert "…" or "…"');
});

test('a logged error says where it happened, and why underneath', () => {
  const logged = loggableError(new Error('outer', { cause: new RangeError('inner') }));
  expect(logged).toMatchObject({ type: 'Error', message: 'outer', cause: { type: 'RangeError', message: 'inner' } });
  expect(JSON.stringify(logged.at)).toContain('log.test.ts');
});
