import { queryOptions } from '@tanstack/react-query';
import { answered, client } from '#web/api/client.ts';
import type { paths } from '#web/api/schema.generated.d.ts';
import type { Filter } from '#web/api/types.ts';
import { writeKey } from '#web/api/write-key.ts';

type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : never;
type Post<Path extends keyof paths> = paths[Path] extends { post: infer Operation } ? Operation : never;
type Sent<Operation> = Operation extends { requestBody: infer Body } ? Json<Body> : never;
type Got<Operation, Status extends number> = Operation extends { responses: infer All }
  ? Status extends keyof All
    ? Json<All[Status]>
    : never
  : never;

/** Columns of open deals per stage. */
export type Board = Got<Post<'/api/v1/pipeline/board'>, 200>;
export type BoardColumn = Board['columns'][number];
export type BoardCard = BoardColumn['cards'][number];

/** One step in the life of a deal. */
export type Step = Sent<Post<'/api/v1/opportunities/{id}/changes'>>['change'];

/** A deal after a write. */
export type WrittenDeal = Got<Post<'/api/v1/opportunities/{id}/changes'>, 200>;

/** What a new deal is written from. */
export type NewDeal = Sent<Post<'/api/v1/opportunities'>>;

/** Pipelines with their stages, and templates by industry. */
export type Pipelines = Got<paths['/api/v1/pipelines']['get'], 200>;
export type Pipeline = Pipelines['pipelines'][number];

/** What a pipeline is written from. */
export type PipelineInput = Sent<Post<'/api/v1/pipelines'>>;

export type CardOrder = 'amount' | 'age' | 'expected_close';

/** What a board is asked for. */
export type BoardQuestion = Readonly<{
  where: readonly Filter[] | undefined;
  pipelineId: string | undefined;
  order: CardOrder;
  limits: Readonly<Record<string, number>>;
}>;

/** The board as it stands. */
export const boardQuery = ({ where, pipelineId, ...more }: BoardQuestion) =>
  queryOptions({
    queryKey: ['board', where, pipelineId, more],
    queryFn: ({ signal }) => {
      const body = { ...more, ...(pipelineId ? { pipelineId } : {}), ...(where ? { where: unlocked(where) } : {}) };
      return answered<Board>(client.POST('/api/v1/pipeline/board', { body, signal }));
    },
  });

function unlocked(where: readonly Filter[]) {
  return where.map(({ field, op, values }) => ({ field, op, values: [...values] }));
}

/** All pipelines. */
export const pipelinesQuery = queryOptions({
  queryKey: ['pipelines'],
  queryFn: ({ signal }) => answered<Pipelines>(client.GET('/api/v1/pipelines', { signal })),
});

type DealStep = Readonly<{ id: string; version: number; change: Step; note?: string | undefined }>;

/** Writes one step of a deal; the same call sent twice by the network is written once. */
export function stepDeal({ id, version, change, note }: DealStep): Promise<WrittenDeal> {
  const params = { path: { id }, header: { 'idempotency-key': writeKey() } };
  const body = { version, change, ...(note ? { note } : {}) };
  return answered<WrittenDeal>(client.POST('/api/v1/opportunities/{id}/changes', { params, body }));
}

/** Gives a deal to a colleague. */
export function giveDeal({ id, version, ownerId }: Readonly<{ id: string; version: number; ownerId: string }>) {
  const params = { path: { id }, header: { 'idempotency-key': writeKey() } };
  return answered<WrittenDeal>(client.POST('/api/v1/opportunities/{id}/owner', { params, body: { version, ownerId } }));
}

/** Opens a deal. */
export function openDeal(body: NewDeal): Promise<WrittenDeal> {
  const params = { header: { 'idempotency-key': writeKey() } };
  return answered<WrittenDeal>(client.POST('/api/v1/opportunities', { params, body }));
}

/** Writes a pipeline: a new one without an id. */
export function writePipeline({ id, ...body }: PipelineInput & { id: string | null }): Promise<{ id: string }> {
  return answered<{ id: string }>(
    id === null
      ? client.POST('/api/v1/pipelines', { params: { header: { 'idempotency-key': writeKey() } }, body })
      : client.PUT('/api/v1/pipelines/{id}', { params: { path: { id } }, body }),
  );
}
