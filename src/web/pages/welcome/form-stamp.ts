import { queryOptions } from '@tanstack/react-query';
import { request } from '#web/api/request.ts';

/** Whether one can sign up here, for how long, and whether a letter comes first. */
export type SignUpDoor = Readonly<{ isOpen: boolean; days: number; byMail: boolean; stamp: string }>;

/** How this installation takes in people it does not know. */
export const signUpQuery = queryOptions({
  queryKey: ['sign-up'],
  queryFn: ({ signal }) => request<SignUpDoor>('/api/v1/sign-up', { signal }),
  staleTime: 10 * 60_000,
  gcTime: 0,
});

/** The stamp of the form that books a demo. */
export const bookingQuery = queryOptions({
  queryKey: ['booking'],
  queryFn: ({ signal }) => request<Readonly<{ stamp: string }>>('/api/v1/demo-requests/form', { signal }),
  staleTime: 10 * 60_000,
  gcTime: 0,
});

const quickestMs = 2200;

/** A form that was filled in at once waits for the moment, counted from its stamp, before which no person is done; nobody notices. */
export async function notTooQuick(openedAtMs: number): Promise<void> {
  const leftMs = openedAtMs + quickestMs - Date.now();
  if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
}
