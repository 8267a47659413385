import { expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { authenticatorUri, base32, codeOf, newSecret32, stepAt, stepsOfCode } from './one-time-code.ts';

/** RFC 6238, appendix B: moment, and the codes of 8 digits by SHA-1, SHA-256 and SHA-512. */
const published = [
  ['1970-01-01T00:00:59Z', '94287082', '46119246', '90693936'],
  ['2005-03-18T01:58:29Z', '07081804', '68084774', '25091201'],
  ['2005-03-18T01:58:31Z', '14050471', '67062674', '99943326'],
  ['2009-02-13T23:31:30Z', '89005924', '91819424', '93441116'],
  ['2033-05-18T03:33:20Z', '69279037', '90698825', '38618901'],
  ['2603-10-11T11:33:20Z', '65353130', '77737706', '47863826'],
] as const;

const seedOf = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length));

test.each(published)('the codes published for %s come out', (moment, sha1, sha256, sha512) => {
  const step = stepAt(moment as Instant);
  const code = (algorithm: string, bytes: number) => codeOf(seedOf(bytes), step, { algorithm, length: 8 });
  expect([code('sha1', 20), code('sha256', 32), code('sha512', 64)]).toEqual([sha1, sha256, sha512]);
});

test('the first ten codes of RFC 4226 come out', () => {
  const codes = Array.from({ length: 10 }, (_, counter) => codeOf(seedOf(20), counter));
  expect(codes.join(' ')).toBe('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489');
});

test('base32 is that of RFC 4648', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  expect(base32(seedOf(20))).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(newSecret32()).toMatch(/^[A-Z2-7]{32}$/);
});

const secret = base32(seedOf(20));
const at = (seconds: number) => new Date(seconds * 1000).toISOString() as Instant;

test('a clock that is one step off is forgiven, two are not', () => {
  const code = codeOf(seedOf(20), 100);
  expect(stepsOfCode({ secret, code, now: at(3000) })).toEqual([100]);
  expect(stepsOfCode({ secret, code, now: at(2999) })).toEqual([100]);
  expect(stepsOfCode({ secret, code, now: at(3059) })).toEqual([100]);
  expect(stepsOfCode({ secret, code, now: at(2969) })).toEqual([]);
  expect(stepsOfCode({ secret, code, now: at(3060) })).toEqual([]);
});

test('a code is typed with or without the gap, and anything else is wrong', () => {
  const code = codeOf(seedOf(20), 100);
  const now = at(3000);
  expect(stepsOfCode({ secret, code: `${code.slice(0, 3)} ${code.slice(3)}`, now })).toEqual([100]);
  expect(stepsOfCode({ secret, code: '', now })).toEqual([]);
  expect(stepsOfCode({ secret, code: `${code}0`, now })).toEqual([]);
  expect(stepsOfCode({ secret, code: code.slice(1), now })).toEqual([]);
});

test('an authenticator reads issuer, account and secret', () => {
  expect(authenticatorUri({ secret: 'ABC', account: 'lin@acme.test' })).toBe(
    'otpauth://totp/Salesboard:lin%40acme.test?secret=ABC&issuer=Salesboard',
  );
});
