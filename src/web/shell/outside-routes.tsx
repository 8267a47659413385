import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Failure } from '#web/api/failure.ts';
import { meQuery, queryClient } from '#web/api/queries.ts';
import { pages } from './pages.ts';
import { root } from './root-route.ts';

const welcomePage = () => lazyRouteComponent(() => import('#web/pages/welcome/welcome-page.tsx'), 'WelcomePage');

const getParentRoute = () => root;

/** The pages before sign-in, each with its code in a file of its own; `/` leads on whoever is signed in. */
export const outsideRoutes = [
  createRoute({
    getParentRoute,
    path: '/',
    beforeLoad: async ({ search }) => {
      if (await isSignedIn()) throw redirect({ to: pages[0]?.path ?? '/sign-in', search, replace: true });
    },
    component: welcomePage(),
  }),
  createRoute({
    getParentRoute,
    path: '/shared',
    component: lazyRouteComponent(() => import('#web/pages/shared/shared-page.tsx'), 'SharedPage'),
  }),
  createRoute({ getParentRoute, path: '/welcome', component: welcomePage() }),
  createRoute({
    getParentRoute,
    path: '/sign-up',
    component: lazyRouteComponent(() => import('#web/pages/welcome/sign-up-page.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sign-up/confirm',
    component: lazyRouteComponent(() => import('#web/pages/welcome/sign-up-confirm-page.tsx'), 'SignUpConfirmPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/book-demo',
    component: lazyRouteComponent(() => import('#web/pages/welcome/book-demo-page.tsx'), 'BookDemoPage'),
  }),
] as const;

async function isSignedIn(): Promise<boolean> {
  try {
    await queryClient.ensureQueryData(meQuery);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'not_signed_in') return false;
    throw error;
  }
}
