import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, client, sent } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';
import type {
  HistoryPage,
  ImportBatch,
  ImportCatalogue,
  ImportMapping,
  Preview,
  Rejected,
  RejectedPage,
  UndoCounts,
  Upload,
} from './import-types.ts';

const historyKey = ['imports', 'history'] as const;

/** What may be imported; it changes only with the program. */
export const catalogueQuery = queryOptions({
  queryKey: ['imports', 'catalogue'],
  queryFn: ({ signal }) => answered<ImportCatalogue>(client.GET('/api/v1/imports/fields', { signal })),
  staleTime: 'static',
});

/** What an upload holds, seen with what a person chose. Files do not change, so nothing asks again. */
export const lookQuery = (uploadId: string, mapping: ImportMapping) =>
  queryOptions({
    queryKey: ['imports', 'look', uploadId, mapping],
    queryFn: ({ signal }) =>
      answered<Upload>(client.POST('/api/v1/imports/inspect', { body: sent({ uploadId, mapping }), signal })),
    staleTime: 'static',
  });

/** What the import would do now; forgotten when the step is left, because the data may change meanwhile. */
export const previewQuery = (uploadId: string, mapping: ImportMapping) =>
  queryOptions({
    queryKey: ['imports', 'preview', uploadId, mapping],
    queryFn: ({ signal }) =>
      answered<Preview>(client.POST('/api/v1/imports/preview', { body: sent({ uploadId, mapping }), signal })),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  });

const followMs = 500;

/** One import; followed while it runs. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) =>
      answered<ImportBatch>(client.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? followMs : false),
  });

const historyPageSize = 20;

/** Imports, newest first, page by page. */
export const historyQuery = infiniteQueryOptions({
  queryKey: historyKey,
  queryFn: ({ pageParam, signal }) => {
    const query = { limit: historyPageSize, ...(pageParam ? { before: pageParam } : {}) };
    return answered<HistoryPage>(client.GET('/api/v1/imports', { params: { query }, signal }));
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
});

const rejectedPageSize = 20;

/** The rows an import did not take over, page by page. */
export const rejectedQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'rejected', id],
    queryFn: ({ pageParam, signal }) => rejectedPage(id, { offset: pageParam, limit: rejectedPageSize, signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 'static',
  });

const exportPageSize = 1000;

/** Every row that is kept of those an import did not take over. */
export async function allRejected(id: string): Promise<readonly Rejected[]> {
  const rows: Rejected[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const page: RejectedPage = await rejectedPage(id, { offset, limit: exportPageSize });
    rows.push(...page.rejected);
    offset = page.next;
  }
  return rows;
}

/** Starts an import and gives its id. */
export async function startImport(
  what: Readonly<{ uploadId: string; mapping: ImportMapping; allowPartial: boolean }>,
): Promise<string> {
  const { id } = await answered<{ id: string }>(client.POST('/api/v1/imports', { body: sent(what) }));
  return id;
}

/** Cancels a running import. */
export async function cancelImport(id: string): Promise<void> {
  await answered(client.POST('/api/v1/imports/{id}/cancel', { params: { path: { id } } }));
}

/** Takes an import back. */
export async function undoImport(id: string): Promise<UndoCounts> {
  const counts = await answered<UndoCounts>(client.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }));
  await importsChanged();
  return counts;
}

/** Asks again for everything that an import or its undo changes. */
export async function importsChanged(): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}

type Page = Readonly<{ offset: number; limit: number; signal?: AbortSignal }>;

function rejectedPage(id: string, { offset, limit, signal }: Page): Promise<RejectedPage> {
  const params = { path: { id }, query: { offset, limit } };
  return answered<RejectedPage>(client.GET('/api/v1/imports/{id}/rejected', { params, signal: signal ?? null }));
}
