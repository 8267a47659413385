import { type SignInConnectors, signInConnectors } from '#connectors/sign-in/connectors.ts';
import { createGuardedFetch } from '#connectors/sign-in/guarded-fetch.ts';
import type { RouteDeps } from '../../route-deps.ts';

/** Where providers send people back to, under the server's own address. */
export const returnPath = '/api/v1/sign-in/return';

/** The connectors of this installation: strangers who can open a trial must not look around in its network. */
export function connectorsOf({
  connectors,
  installation,
}: Pick<RouteDeps, 'connectors' | 'installation'>): SignInConnectors {
  const allowsPrivate = installation.trialDays === 0 || installation.isPrivate;
  return connectors ?? signInConnectors(createGuardedFetch({ allowsPrivate }));
}
