import { expect, test } from 'vitest';
import { failureOf, failureOfBody, failureTitle } from './failure.ts';

test('a problem of the server keeps its code and its details', () => {
  const details = [{ detail: { zh: '没有 x', en: 'no x' } }];
  const failure = failureOfBody({ code: 'unknown_name', status: 422, details }, 422);
  expect([failure.code, failure.details]).toEqual(['unknown_name', details]);
});
test('a proxy without a server behind it is a server out of reach', () => {
  expect(failureOfBody('<html>Bad gateway</html>', 502).code).toBe('offline');
  expect(failureOf(new TypeError('Failed to fetch')).code).toBe('offline');
});
test('what nobody foresaw is an internal fault, in both languages', () => {
  expect(failureTitle(failureOf(new Error('boom')))).toEqual({ zh: '服务器出错', en: 'Server error' });
});
