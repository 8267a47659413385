import type { RouteDeps } from '#features/route-deps.ts';
import type { Config } from './config.ts';
import type { Limits } from './limits.ts';
import type { LogStream } from './log.ts';

/** What the HTTP server stands on; `main.ts` puts it together. */
export type ServerDeps = RouteDeps &
  Readonly<{
    /** Limits that are left out have their initial values. */
    config: Pick<Config, 'PUBLIC_URL' | 'TRUST_PROXY' | 'LOG_LEVEL'> & Partial<Limits>;
    /** Signs session cookies. */
    signInSecret: string;
    /** Where the log goes; stderr when left out. */
    logStream?: LogStream;
    /** Folder of the built web app. */
    webDir: string;
    /** `starting` while the demo is being made: everything but health then answers 503. */
    phase: () => 'starting' | 'ready';
  }>;
