import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { queryClient } from '#web/api/queries.ts';
import { AppearanceProvider } from '#web/theme/appearance.tsx';
import { router } from './router.tsx';

/** The whole web app: its cache, its look, its pages. */
export function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AppearanceProvider>
          <RouterProvider router={router} />
        </AppearanceProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
