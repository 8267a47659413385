import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Failure } from '#web/api/failure.ts';
import { meQuery, queryClient } from '#web/api/queries.ts';
import { validSearch } from '#web/filters/filters.ts';
import { NotFound } from './not-found.tsx';
import { PageFailed } from './page-failed.tsx';
import { pages } from './pages.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageFailed });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string; expired?: string } => ({
    ...(typeof search.to === 'string' && isOwnPath(search.to) ? { to: search.to } : {}),
    ...(search.expired === '1' ? { expired: '1' } : {}),
  }),
  component: lazyRouteComponent(() => import('#web/pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('#web/pages/sign-in/invitation-page.tsx'), 'InvitationPage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  validateSearch: validSearch,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'not_signed_in') throw error;
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.href } });
    }
  },
  component: Shell,
  errorComponent: PageFailed,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: pages[0]?.path ?? '/sign-in', search, replace: true });
  },
});

const contents = pages
  .flatMap((page) => [page, ...page.inner])
  .map(({ path, load, Content }) =>
    createRoute({
      getParentRoute: () => signedIn,
      path,
      loader: () => void load(),
      component: Content,
      errorComponent: PageFailed,
    }),
  );

/** The addresses of the app. What the reader chose stands in the search as plain text, `?team=a,b`, not as JSON. */
export const router = createRouter({
  routeTree: root.addChildren([signIn, invitation, signedIn.addChildren([home, ...contents])]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
    return text ? `?${text.replaceAll('%2C', ',')}` : '';
  },
  defaultPreload: 'intent',
  scrollRestoration: true,
});

/** TRAP: only a path of our own may be gone back to after sign-in, never another site. */
function isOwnPath(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\');
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
