import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from './queries.ts';
import type { Me } from './types.ts';

/** Who is signed in, and where. Only for pages behind sign-in, where it is loaded before they are drawn. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}
