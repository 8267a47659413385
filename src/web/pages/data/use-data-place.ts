import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Where on the page the reader is: at its start, in the steps of an upload, or at one import. */
export type DataPlace = Readonly<
  | { at: 'start' }
  | { at: 'columns' | 'preview'; uploadId: string }
  | { at: 'import'; importId: string; uploadId: string | null }
>;

type Search = Readonly<{ upload?: unknown; step?: unknown; import?: unknown }>;

/** The place that the URL names, and how to go to another one. */
export function useDataPlace(): Readonly<{ place: DataPlace; go: (place: DataPlace, replace?: boolean) => void }> {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const go = useCallback(
    (place: DataPlace, replace = false) =>
      void navigate({
        to: '.',
        search: ((previous: object) => ({ ...previous, ...searchOf(place) })) as never,
        replace,
      }),
    [navigate],
  );
  return { place: placeOf(search), go };
}

/** The search parameters of a place; what it does not need is taken away. */
export function searchOf(place: DataPlace) {
  return {
    upload: 'uploadId' in place ? (place.uploadId ?? undefined) : undefined,
    step: place.at === 'preview' ? 'preview' : undefined,
    import: place.at === 'import' ? place.importId : undefined,
  };
}

function placeOf({ upload, step, import: id }: Search): DataPlace {
  const uploadId = typeof upload === 'string' && upload !== '' ? upload : null;
  if (typeof id === 'string' && id !== '') return { at: 'import', importId: id, uploadId };
  if (uploadId === null) return { at: 'start' };
  return { at: step === 'preview' ? 'preview' : 'columns', uploadId };
}
