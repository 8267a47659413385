import type { LiveEvents } from '../live-events.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { SignInAttempts } from './attempts.ts';
import type { Authority } from './authority.ts';

/** What everything about signing in stands on. */
export type SignInDeps = ServerDeps &
  Readonly<{
    authority: Authority;
    liveEvents: LiveEvents;
    attempts: SignInAttempts;
    /** Of codes of second factors. */
    codeAttempts: SignInAttempts;
    /** Of letters that anybody can ask for. */
    letterAttempts: SignInAttempts;
  }>;
