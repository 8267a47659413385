import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '#web/api/failure.ts';
import { giveDeal, type Step, stepDeal, type WrittenDeal } from '../board/board-api.ts';
import { type Deal, editDeal, noteTalk, type Talk } from './deal-api.ts';

/** What is said after an edit. */
export type EditTold = Readonly<{ kind: 'done'; written: WrittenDeal } | { kind: 'failed'; failure: Failure }>;

/** The edits of one deal. Each carries the version that is shown; a step can be undone from the word about it. */
export function useDealEdits(deal: Deal) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<EditTold | null>(null);
  const { id, version } = deal;

  const write = async (work: () => Promise<EditTold | null>) => {
    setBusy(true);
    setTold(await work().catch((error): EditTold => ({ kind: 'failed', failure: failureOf(error) })));
    await client.invalidateQueries();
    setBusy(false);
  };
  const step = (change: Step, note?: string) =>
    write(async () => ({ kind: 'done', written: await stepDeal({ id, version, change, note }) }));

  return {
    isBusy,
    told,
    hush: () => setTold(null),
    step,
    undo: (written: WrittenDeal) =>
      write(async () => {
        await stepDeal({ id, version: written.version, change: { kind: 'undo' } });
        return null;
      }),
    give: (ownerId: string) => write(async () => ({ kind: 'done', written: await giveDeal({ id, version, ownerId }) })),
    edit: (details: Omit<Parameters<typeof editDeal>[0], 'id' | 'version'>) =>
      write(async () => {
        await editDeal({ id, version, ...details });
        return null;
      }),
    talk: (talk: Talk) =>
      write(async () => {
        await noteTalk({ id, ...talk });
        return null;
      }),
  };
}

export type DealEdits = ReturnType<typeof useDealEdits>;
