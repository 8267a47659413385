import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { maxPasswordLength, minPasswordLength } from '#shared/password-strength.ts';
import { signInAccount, signInSession, signInUser, signInVerification } from '#store/schema/sign-in.ts';
import type { Store } from '#store/store.ts';
import { openingSessions } from './opening-sessions.ts';
import { isPasswordOf, passwordHash } from './password.ts';

const daySeconds = 86_400;

/**
 * better-auth over our own tables: it keeps users, passwords and sessions; our routes speak for it, so nothing of it is
 * reachable from outside. Limits and origin checks are the server's.
 */
export function createAuthority(options: { store: Store; secret: string; publicUrl: string | null }) {
  return betterAuth({
    appName: 'Salesboard',
    baseURL: options.publicUrl ?? 'http://localhost',
    secret: options.secret,
    database: drizzleAdapter(options.store.db, {
      provider: 'pg',
      schema: { user: signInUser, session: signInSession, account: signInAccount, verification: signInVerification },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      maxPasswordLength,
      password: { hash: passwordHash, verify: isPasswordOf },
    },
    session: {
      expiresIn: 14 * daySeconds,
      disableSessionRefresh: true,
      additionalFields: { workspaceId: { type: 'string', required: false, input: false } },
    },
    advanced: {
      cookiePrefix: 'salesboard',
      // The route adds `Secure` when the request came over TLS, so that plain http works on a laptop.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [openingSessions()],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** Who keeps users and sessions. */
export type Authority = ReturnType<typeof createAuthority>;
