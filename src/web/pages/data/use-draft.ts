import { useCallback, useState } from 'react';
import { type Draft, emptyDraft } from './draft.ts';

/** What was decided about an upload; it outlives a reload of the page, not the browser's tab. */
export function useDraft(uploadId: string): readonly [Draft, (change: (draft: Draft) => Draft) => void] {
  const [held, setHeld] = useState(() => ({ uploadId, draft: kept(uploadId) }));
  const draft = held.uploadId === uploadId ? held.draft : kept(uploadId);
  const decide = useCallback(
    (change: (draft: Draft) => Draft) =>
      setHeld((before) => {
        const next = change(before.uploadId === uploadId ? before.draft : kept(uploadId));
        keep(uploadId, next);
        return { uploadId, draft: next };
      }),
    [uploadId],
  );
  return [draft, decide];
}

const nameOf = (uploadId: string) => `salesboard.import.${uploadId}`;

function kept(uploadId: string): Draft {
  try {
    // as: only `keep` writes under this name.
    return { ...emptyDraft, ...(JSON.parse(sessionStorage.getItem(nameOf(uploadId)) ?? '{}') as Partial<Draft>) };
  } catch {
    return emptyDraft;
  }
}

function keep(uploadId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(nameOf(uploadId), JSON.stringify(draft));
  } catch {
    // Without storage the decisions live as long as the page.
  }
}
