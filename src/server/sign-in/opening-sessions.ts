import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * Lets our own routes open a session for a user who has already proved themselves: better-auth has no such call. It has no path, so
 * nothing outside reaches it.
 */
export function openingSessions() {
  return {
    id: 'opening-sessions',
    endpoints: {
      openSessionOf: createAuthEndpoint(
        { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.userId);
          if (!user) throw new Error('a session was to be opened for a user who is not there');
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ id: session.id });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
