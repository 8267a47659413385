import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Failure } from '#web/api/failure.ts';
import { queryClient } from '#web/api/queries.ts';
import { leaveShared, sharedBase } from '#web/api/shared-base.ts';

/** When any request finds the session over, goes to sign-in and remembers where one was; or to the second factor that is asked for. */
export function useSessionGuard(): void {
  const router = useRouter();
  useEffect(() => {
    let isLeaving = false;
    const leave = (error: unknown) => {
      if (isLeaving || !(error instanceof Failure)) return;
      if (error.code === 'second_factor_required') {
        isLeaving = true;
        void router.navigate({ to: '/second-factor' });
      }
      if (error.code !== 'not_signed_in') return;
      isLeaving = true;
      signInAgain(router);
    };
    const stopQueries = queryClient.getQueryCache().subscribe(({ query }) => leave(query.state.error));
    const stopWrites = queryClient.getMutationCache().subscribe(({ mutation }) => leave(mutation?.state.error));
    return () => {
      stopQueries();
      stopWrites();
    };
  }, [router]);
}

function signInAgain(router: ReturnType<typeof useRouter>): void {
  if (sharedBase !== '') leaveShared();
  else void router.navigate({ to: '/sign-in', search: { to: router.state.location.href, expired: '1' } });
}
