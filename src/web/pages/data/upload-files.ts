import { Failure, failureOfBody } from '#web/api/failure.ts';
import type { Upload } from './import-types.ts';

type Progress = Readonly<{ sent: number; total: number }>;

/**
 * Sends files that belong together and gives what the server found in them. TRAP: `fetch` cannot say how much was sent, so this is the
 * one place with an XMLHttpRequest. Throws a `Failure`; `cancelled` when the signal aborts.
 */
export function uploadFiles(
  files: readonly File[],
  { signal, onProgress }: Readonly<{ signal: AbortSignal; onProgress: (progress: Progress) => void }>,
): Promise<Upload> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/imports/files');
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress({ sent: loaded, total });
    request.onload = () => {
      if (request.status === 200) resolve(request.response as Upload);
      else reject(failureOfBody(request.response, request.status));
    };
    request.onerror = () => reject(new Failure('offline'));
    request.onabort = () => reject(new Failure('cancelled'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
