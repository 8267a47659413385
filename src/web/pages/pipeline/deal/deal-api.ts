import { queryOptions } from '@tanstack/react-query';
import { answered, client } from '#web/api/client.ts';
import type { paths } from '#web/api/schema.generated.d.ts';
import { writeKey } from '#web/api/write-key.ts';
import type { WrittenDeal } from '../board/board-api.ts';

type One = paths['/api/v1/opportunities/{id}'];

/** A deal with its history and what was done about it. */
export type Deal = One['get']['responses'][200]['content']['application/json'];
export type DealEvent = Deal['history'][number];

/** What a deal is about. */
type Details = Omit<NonNullable<One['put']['requestBody']>['content']['application/json'], 'version'>;

/** What was said or done, and when. */
export type Talk = NonNullable<
  paths['/api/v1/opportunities/{id}/interactions']['post']['requestBody']
>['content']['application/json'];

/** One deal. */
export const dealQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', id],
    queryFn: ({ signal }) =>
      answered<Deal>(client.GET('/api/v1/opportunities/{id}', { params: { path: { id } }, signal })),
  });

/** Writes what a deal is about. */
export function editDeal({ id, version, ...details }: Details & { id: string; version: number }): Promise<WrittenDeal> {
  const params = { path: { id }, header: { 'idempotency-key': writeKey() } };
  return answered<WrittenDeal>(client.PUT('/api/v1/opportunities/{id}', { params, body: { version, ...details } }));
}

/** Notes a call, a visit or a reply. */
export function noteTalk({ id, ...body }: Talk & { id: string }): Promise<{ id: string }> {
  const params = { path: { id }, header: { 'idempotency-key': writeKey() } };
  return answered<{ id: string }>(client.POST('/api/v1/opportunities/{id}/interactions', { params, body }));
}
