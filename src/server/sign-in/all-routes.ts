import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { acceptRoutes } from './accept-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { emailVerificationRoutes } from './email-verification-routes.ts';
import { forgottenPasswordRoutes, passwordResetRoutes } from './password-reset-routes.ts';
import { providerSignInRoutes } from './provider/provider-sign-in-routes.ts';
import { waysRoutes } from './provider/ways-routes.ts';
import { signInRoutes, workspaceChoiceRoutes } from './routes.ts';
import { adminFactorRoutes } from './second-factor/admin-factor-routes.ts';
import { ownFactorChangeRoutes, ownFactorRoutes } from './second-factor/own-factor-routes.ts';
import { secondStepRoutes } from './second-factor/second-step-routes.ts';
import { securityRoutes } from './security-routes.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Every route of signing in, one line each. */
export const allSignInRoutes: readonly FastifyPluginAsyncZod<SignInDeps>[] = [
  signInRoutes,
  secondStepRoutes,
  workspaceChoiceRoutes,
  accountRoutes,
  ownFactorRoutes,
  ownFactorChangeRoutes,
  adminFactorRoutes,
  securityRoutes,
  forgottenPasswordRoutes,
  passwordResetRoutes,
  emailVerificationRoutes,
  acceptRoutes,
  waysRoutes,
  providerSignInRoutes,
];
