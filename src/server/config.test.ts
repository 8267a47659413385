import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('an empty environment gives the documented initial values', () => {
  expect(readConfig({})).toMatchObject({
    PORT: 4000,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    DATABASE_URL: null,
    DEMO: true,
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ PORT: 4000, DATABASE_URL: null });
});

test('every bad variable is named with what it was', () => {
  expect(() => readConfig({ PORT: 'http', DEMO: 'maybe' })).toThrow(
    'PORT must be a whole number, not "http"\nDEMO must be 0 or 1, not "maybe"',
  );
});

test('a port above 65535 is refused', () => {
  expect(() => readConfig({ PORT: '70000' })).toThrow('PORT must be at most 65535, not "70000"');
});

test('the text of a secret is never shown', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db' })).toThrow(
    /^DATABASE_URL must begin with postgres:\/\/ or postgresql:\/\/$/,
  );
});
