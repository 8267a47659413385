import { useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from '#web/api/failure.ts';
import { queryClient } from '#web/api/queries.ts';
import { emptyDraft, lookHints } from './draft.ts';
import { lookQuery } from './import-queries.ts';
import { uploadFiles } from './upload-files.ts';
import { useDataPlace } from './use-data-place.ts';

type UploadState = Readonly<
  { is: 'waiting' } | { is: 'sending'; sent: number; total: number } | { is: 'failed'; failure: Failure }
>;

/** Sends files, and goes to the columns step once the server has looked into them. */
export function useUpload(): Readonly<{
  state: UploadState;
  send: (files: readonly File[]) => void;
  cancel: () => void;
}> {
  const [state, setState] = useState<UploadState>({ is: 'waiting' });
  const { go } = useDataPlace();
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const send = async (files: readonly File[]) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ is: 'sending', sent: 0, total: 0 });
    try {
      const upload = await uploadFiles(files, {
        signal: controller.signal,
        onProgress: (progress) => setState({ is: 'sending', ...progress }),
      });
      queryClient.setQueryData(lookQuery(upload.uploadId, lookHints(emptyDraft)).queryKey, upload);
      go({ at: 'columns', uploadId: upload.uploadId });
    } catch (error) {
      setState({ is: 'failed', failure: failureOf(error) });
    }
  };
  return { state, send: (files) => void send(files), cancel: () => running.current?.abort() };
}
