import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type Failure, failureOf } from '#web/api/failure.ts';
import { type Board, type BoardCard, type Step, stepDeal, type WrittenDeal } from './board-api.ts';
import { movedBoard, patchedBoard } from './moved-board.ts';
import type { Place } from './place.ts';

/** What is said after a step: that it is done and can be undone, or why it is not. */
export type Told = Readonly<
  | { kind: 'done'; card: BoardCard; place: Place; written: WrittenDeal }
  | { kind: 'undone'; card: BoardCard }
  | { kind: 'failed'; card: BoardCard; failure: Failure }
>;

/** Why a deal was lost. */
export type Loss = Readonly<{ reason: string; competitor: string | null; note: string }>;

/** Moving cards: shown at once, taken back when somebody else was faster. A card on its way cannot be moved again. */
export function useSteps() {
  const client = useQueryClient();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<Told | null>(null);

  const write = useCallback(
    async (card: BoardCard, work: () => Promise<Told>) => {
      setPending((all) => new Set([...all, card.id]));
      setTold(await work().catch((error): Told => ({ kind: 'failed', card, failure: failureOf(error) })));
      // Every number that counts this deal is another one now.
      await client.invalidateQueries();
      setPending((all) => new Set([...all].filter((id) => id !== card.id)));
    },
    [client],
  );

  const move = useCallback(
    (card: BoardCard, place: Place, loss?: Loss) =>
      write(card, async () => {
        await client.cancelQueries({ queryKey: ['board'] });
        const before = client.getQueriesData<Board>({ queryKey: ['board'] });
        client.setQueriesData<Board>({ queryKey: ['board'] }, (board) => board && movedBoard(board, card, place));
        try {
          const step = { id: card.id, version: card.version, change: stepOf(place, loss), note: loss?.note };
          const written = await stepDeal(step);
          const known = { version: written.version };
          client.setQueriesData<Board>(
            { queryKey: ['board'] },
            (board) => board && patchedBoard(board, card.id, known),
          );
          return { kind: 'done', card, place, written };
        } catch (error) {
          for (const [key, board] of before) client.setQueryData(key, board);
          throw error;
        }
      }),
    [client, write],
  );

  const undo = useCallback(
    (card: BoardCard, { id, version }: WrittenDeal) =>
      write(card, async () => {
        await stepDeal({ id, version, change: { kind: 'undo' } });
        return { kind: 'undone', card };
      }),
    [write],
  );

  return { pending, told, move, undo, hush: useCallback(() => setTold(null), []) };
}

function stepOf(place: Place, loss: Loss | undefined): Step {
  if (place.kind === 'stage') return { kind: 'stage', stageId: place.stageId };
  if (place.kind === 'lost') return { kind: 'lost', reason: loss?.reason ?? '', competitor: loss?.competitor ?? null };
  return { kind: place.kind };
}
