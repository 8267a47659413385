import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const body = z.object({
  userId: z.string(),
  /** The one workspace that the session opens; all of the user's when left out. */
  workspaceId: z.string().optional(),
  hours: z.number().optional(),
});

/**
 * Lets our own routes open a session for a user who has already proved themselves: better-auth has no such call. It has no path, so
 * nothing outside reaches it.
 */
export function openingSessions() {
  return {
    id: 'opening-sessions',
    endpoints: {
      openSessionOf: createAuthEndpoint({ method: 'POST', body, requireHeaders: true }, async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (!user) throw new Error('a session was to be opened for a user who is not there');
        const session = await internalAdapter.createSession(user.id, false, limitsOf(context.body), true);
        await setSessionCookie(context, { session, user });
        return context.json({ id: session.id });
      }),
    },
  } satisfies BetterAuthPlugin;
}

/** What a session has of its own: which workspace it opens, and how long it lasts. */
function limitsOf({ workspaceId, hours }: z.output<typeof body>): Record<string, unknown> {
  return {
    ...(workspaceId === undefined ? {} : { workspaceId }),
    ...(hours === undefined ? {} : { expiresAt: new Date(Date.now() + hours * 3_600_000) }),
  };
}
