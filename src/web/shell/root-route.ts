import { createRootRoute, Outlet } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { PageFailed } from './page-failed.tsx';

/** The root of all addresses. */
export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageFailed });
