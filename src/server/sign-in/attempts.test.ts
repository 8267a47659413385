import { expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { SignInAttempts } from './attempts.ts';

const at = (time: string) => `2026-11-24T${time}:00.000Z` as Instant;
const guess = { account: 'lin@example.com', address: '10.0.0.1', now: at('09:00') };

function failures(attempts: SignInAttempts, count: number, guessed: (index: number) => typeof guess = () => guess) {
  for (let index = 0; index < count; index += 1) attempts.begin(guessed(index));
}

test('the sixth failure on one account from one address within 15 minutes is refused', () => {
  const attempts = new SignInAttempts();
  failures(attempts, 5);
  expect(() => attempts.begin(guess)).toThrow('try again in 15 minutes');
});

test('after 15 minutes one may try again', () => {
  const attempts = new SignInAttempts();
  failures(attempts, 5);
  expect(() => attempts.begin({ ...guess, now: at('09:15') })).not.toThrow();
});

test('a right password clears the failures of that account at that address', () => {
  const attempts = new SignInAttempts();
  failures(attempts, 4);
  attempts.begin(guess).succeeded();
  failures(attempts, 5);
  expect(() => attempts.begin(guess)).toThrow('Too many');
});

test('somebody who guesses elsewhere does not lock the owner out at once', () => {
  const attempts = new SignInAttempts();
  failures(attempts, 5);
  expect(() => attempts.begin({ ...guess, address: '10.0.0.2' })).not.toThrow();
});

test('one address that tries many accounts is stopped after 40', () => {
  const attempts = new SignInAttempts();
  failures(attempts, 40, (index) => ({ ...guess, account: `${index}@example.com` }));
  expect(() => attempts.begin({ ...guess, account: 'another@example.com' })).toThrow('Too many');
});

test('a hundred right sign-ins from one office are no failures', () => {
  const attempts = new SignInAttempts();
  for (let index = 0; index < 100; index += 1) attempts.begin(guess).succeeded();
  expect(() => attempts.begin(guess)).not.toThrow();
});
