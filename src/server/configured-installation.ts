import type { Installation } from '#features/installation.ts';
import type { Config } from './config.ts';

const usualTrialDays = 14;

/**
 * How the configuration meets strangers. Trials are open by default only where there is a demo, which nobody keeps real data beside;
 * see docs/operate/trial.md.
 */
export function configuredInstallation(config: Config): Installation {
  const { TRIAL_DAYS, DEMO, OPERATOR_EMAIL } = config;
  return {
    trialDays: TRIAL_DAYS ?? (DEMO ? usualTrialDays : 0),
    isPrivate: isPrivate(config),
    operatorEmail: OPERATOR_EMAIL,
  };
}

/** TRAP: a proxy on this machine makes a loopback address public; who runs one says so by `PUBLIC_URL` or `TRUST_PROXY`. */
function isPrivate({ HOST, PUBLIC_URL, TRUST_PROXY, NODE_ENV }: Config): boolean {
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(HOST);
  return isLoopback && PUBLIC_URL === null && TRUST_PROXY === 0 && NODE_ENV !== 'production';
}
