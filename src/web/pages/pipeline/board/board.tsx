import { useCallback, useMemo, useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import type { Board as BoardAnswer, BoardCard, BoardColumn } from './board-api.ts';
import { StageColumn } from './board-column.tsx';
import { BoardTabs } from './board-tabs.tsx';
import type { CardHandling } from './card-handling.ts';
import { CardFace } from './deal-card.tsx';
import { EndZones } from './end-zones.tsx';
import { LossDialog } from './loss-dialog.tsx';
import { outcomes, type Place, placeOf } from './place.ts';
import { StepToast } from './step-toast.tsx';
import { type Held, useDrag } from './use-drag.ts';
import { type Lifted, useLift } from './use-lift.ts';
import { useSteps } from './use-steps.ts';

type Props = Readonly<{ board: BoardAnswer; showMore: (stageId: string) => void }>;

/** The columns of a pipeline with their cards, moved by mouse, keys or menu. */
export function Board({ board, showMore }: Props) {
  const { columns } = board;
  const [losing, setLosing] = useState<BoardCard | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const steps = useSteps();
  const { handling, held, lifted } = useHandling(board, steps, setLosing);
  const over = held?.over ?? lifted?.over ?? null;
  const shownOnPhone = columns.some(({ stageId }) => (stageId ?? '') === chosen) ? chosen : (columns[0]?.stageId ?? '');
  return (
    <>
      <BoardTabs columns={columns} chosen={shownOnPhone} choose={choose} />
      <div className="board-columns" data-dragging={held !== null}>
        {columns.map((column) => (
          <StageColumn
            key={column.stageId ?? ''}
            column={column}
            handling={handling}
            isTarget={over === `stage ${column.stageId}`}
            isChosen={shownOnPhone === (column.stageId ?? '')}
            showMore={() => showMore(column.stageId ?? '')}
          />
        ))}
      </div>
      {handling.mayWrite && <EndZones over={over} isShown={held !== null || lifted !== null} />}
      {held && <Ghost held={held} board={board} />}
      <LiftWords lifted={lifted} board={board} />
      <Said steps={steps} columns={columns} />
      {losing && (
        <LossDialog
          name={losing.customer?.name ?? losing.name ?? ''}
          onClose={() => setLosing(null)}
          onLose={(loss) => {
            setLosing(null);
            void steps.move(losing, { kind: 'lost' }, loss);
          }}
        />
      )}
    </>
  );
}

type Steps = ReturnType<typeof useSteps>;

/** How cards are moved here: straight away, but for a loss, which asks why first. */
function useHandling(board: BoardAnswer, { pending, move: step }: Steps, askWhy: (card: BoardCard) => void) {
  const { columns } = board;
  const { viewer } = useMe();
  const mayWrite = viewer.permissions.includes('pipeline.write');
  const move = useCallback(
    (card: BoardCard, place: Place) => {
      if (place.kind === 'lost') askWhy(card);
      else if (!isThere(columns, card, place)) void step(card, place);
    },
    [columns, step, askWhy],
  );
  const places = useMemo(() => placesOf(board), [board]);
  const canMove = useCallback((card: BoardCard) => mayWrite && !pending.has(card.id), [mayWrite, pending]);
  const { held, press: grab } = useDrag(move);
  const { lifted, press, putBack } = useLift({ places, drop: move, canMove });
  const handling: CardHandling = {
    mayWrite,
    isPending: ({ id }) => pending.has(id),
    isHeld: ({ id }) => held?.card.id === id,
    isLifted: ({ id }) => lifted?.card.id === id,
    grab,
    press,
    leave: putBack,
    move,
    stages: columns,
  };
  return { handling, held, lifted };
}

function isThere(columns: readonly BoardColumn[], card: BoardCard, place: Place): boolean {
  const column = columns.find(({ cards }) => cards.some(({ id }) => id === card.id));
  return place.kind === 'stage' && column?.stageId === place.stageId;
}

function Said({ steps, columns }: Readonly<{ steps: Steps; columns: readonly BoardColumn[] }>) {
  const { told, undo, hush } = steps;
  if (!told) return null;
  const takeBack = () => told.kind === 'done' && void undo(told.card, told.written);
  return <StepToast told={told} columns={columns} onClose={hush} undo={takeBack} />;
}

function placesOf({ columns }: BoardAnswer): readonly Place[] {
  const stages = columns.flatMap(({ stageId }): Place[] => (stageId === null ? [] : [{ kind: 'stage', stageId }]));
  return [...stages, ...outcomes.map((kind): Place => ({ kind }))];
}

/** The card under the pointer. It takes no events, so that what lies below it is found. */
function Ghost({ held, board }: Readonly<{ held: Held; board: BoardAnswer }>) {
  const column = board.columns.find(({ cards }) => cards.some(({ id }) => id === held.card.id));
  return (
    <div className="deal-card deal-ghost" aria-hidden style={{ left: held.x, top: held.y, width: held.width }}>
      <CardFace card={held.card} column={column} />
    </div>
  );
}

/** Says what the keys do and where the card would go, to whoever does not see it. */
function LiftWords({ lifted, board }: Readonly<{ lifted: Lifted | null; board: BoardAnswer }>) {
  const { t } = useText();
  const place = placeOf(lifted?.over);
  const stage = board.columns.find(({ stageId }) => place?.kind === 'stage' && stageId === place.stageId)?.name ?? '';
  const where = place && place.kind !== 'stage' ? t(`deals.outcome.${place.kind}`) : stage;
  return (
    <div className="visually-hidden" aria-live="assertive">
      {lifted && t('deals.lifted', { name: lifted.card.customer?.name ?? lifted.card.name ?? '', where })}
    </div>
  );
}
