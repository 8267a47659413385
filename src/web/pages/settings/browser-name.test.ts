import { expect, test } from 'vitest';
import { browserName } from './browser-name.ts';

test('a browser is named by what it is, not by what else it claims to be', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
  expect(browserName(`${windows} Chrome/140.0.0.0 Safari/537.36`)).toBe('Chrome · Windows');
  expect(browserName(`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`)).toBe('Edge · Windows');
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  expect(browserName(`${phone} Version/18.0 Mobile/15E148 Safari/604.1`)).toBe('Safari · iOS');
  expect(browserName(`${phone} MicroMessenger/8.0 wxwork/4.1`)).toBe('WeChat · iOS');
});

test('what says nothing that is known has no name', () => {
  expect([browserName(null), browserName('curl/8.0')]).toEqual([null, null]);
});
