import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Failure } from '#web/api/failure.ts';
import { meQuery, queryClient } from '#web/api/queries.ts';
import { leaveShared, sharedBase } from '#web/api/shared-base.ts';
import { validSearch } from '#web/filters/filters.ts';
import { Frame } from './frame.tsx';
import { outsideRoutes } from './outside-routes.tsx';
import { PageFailed } from './page-failed.tsx';
import { pages } from './pages.ts';
import { root } from './root-route.ts';

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

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('#web/pages/sign-in/forgot-page.tsx'), 'ForgotPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('#web/pages/sign-in/reset-page.tsx'), 'ResetPage'),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('#web/pages/sign-in/verify-page.tsx'), 'VerifyPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  component: lazyRouteComponent(() => import('#web/pages/sign-in/second-factor-page.tsx'), 'SecondFactorPage'),
});

/** The pages at the door, before and between the steps of signing in. */
const door = [signIn, invitation, forgotPassword, resetPassword, verifyEmail, secondFactor] as const;

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  validateSearch: validSearch,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'not_signed_in') throw error;
      if (sharedBase !== '') return leaveShared();
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.href } });
    }
  },
  component: Frame,
  errorComponent: PageFailed,
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
  basepath: sharedBase || '/',
  routeTree: root.addChildren([...door, ...outsideRoutes, signedIn.addChildren([...contents])]),
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
