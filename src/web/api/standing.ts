import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';
import type { PeriodInput } from './types.ts';

/** Where the viewer stands among colleagues without names; `own` null: there is no standing, and `reason` says why. */
export type Standing = Readonly<{
  own: string | null;
  reason: 'no_person' | 'too_few' | null;
  rank: number;
  of: number;
  /** The next better colleague's value; null for the first. */
  next: string | null;
  median: string | null;
  peers: readonly string[];
}>;

/** The viewer's standing by revenue in a period. */
export const standingQuery = (period: PeriodInput) =>
  queryOptions({
    queryKey: ['answers', 'standing', period],
    queryFn: ({ signal }) => request<Standing>('/api/v1/standing', { body: { measure: 'revenue', period }, signal }),
  });
