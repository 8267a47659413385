import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { configuredInstallation } from './configured-installation.ts';

const of = (env: Record<string, string>) => configuredInstallation(readConfig(env));

test('the demo on one’s own machine lets people try it for two weeks, a real installation does not', () => {
  expect(of({})).toEqual({ trialDays: 14, isPrivate: true, operatorEmail: null });
  expect(of({ DEMO: '0' }).trialDays).toBe(0);
  expect(of({ DEMO: '0', TRIAL_DAYS: '30' }).trialDays).toBe(30);
  expect(of({ TRIAL_DAYS: '0' }).trialDays).toBe(0);
});

test.each([
  { HOST: '0.0.0.0' },
  { PUBLIC_URL: 'https://sales.example.com' },
  { TRUST_PROXY: '1' },
  { NODE_ENV: 'production' },
])('an installation with %o is not private', (env) => expect(of(env as Record<string, string>).isPrivate).toBe(false));
