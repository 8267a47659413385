import { Link } from '@tanstack/react-router';
import type { Day } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { BoardCard, BoardColumn } from './board-api.ts';
import type { CardHandling } from './card-handling.ts';
import { MoveMenu } from './move-menu.tsx';
import { isOver } from './moved-board.ts';

type Props = Readonly<{ card: BoardCard; column: BoardColumn; handling: CardHandling }>;

/** An open deal on the board: who, how much, whose, how long here against the limit, when it should close. */
export function DealCard({ card, column, handling }: Props) {
  const { t } = useText();
  const at = { kind: 'stage', stageId: column.stageId ?? '' } as const;
  const isBusy = handling.isPending(card);
  const mayMove = handling.mayWrite && !isBusy;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card to be moved, not a set of fields
    <div
      className="deal-card"
      role="group"
      aria-roledescription={t('deals.card')}
      aria-label={card.customer?.name ?? card.name ?? t('deals.unnamed')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the card itself is lifted and moved by keys
      tabIndex={0}
      aria-busy={isBusy}
      data-card={card.id}
      data-held={handling.isHeld(card)}
      data-lifted={handling.isLifted(card)}
      data-movable={mayMove}
      onPointerDown={(event) => mayMove && handling.grab(event, card)}
      onKeyDown={(event) => handling.press(event, card, at)}
      onBlur={(event) => event.target === event.currentTarget && handling.leave()}
    >
      <CardFace card={card} column={column} />
      {mayMove && <MoveMenu card={card} at={column.stageId} handling={handling} />}
    </div>
  );
}

/** What stands on a card; also what is seen under the pointer while it is dragged. */
export function CardFace({ card, column }: Readonly<{ card: BoardCard; column: BoardColumn | undefined }>) {
  const { t } = useText();
  const numbers = useNumbers();
  return (
    <>
      <p className="deal-card-line">
        <Link
          to={`/pipeline/deals/${card.id}`}
          search={(search: object) => search}
          draggable={false}
          className="deal-card-title"
          title={card.customer?.name ?? card.name ?? undefined}
        >
          {card.customer?.name ?? card.name ?? t('deals.unnamed')}
        </Link>
        <b className="num">{numbers.text(card.amount, 'money')}</b>
      </p>
      {card.customer && card.name && (
        <p className="deal-card-name" title={card.name}>
          {card.name}
        </p>
      )}
      <p className="deal-card-line t2">
        <span className="deal-card-owner">{card.owner?.name ?? t('deals.no_owner')}</span>
        <ExpectedClose card={card} />
        <DaysHere card={card} column={column} />
      </p>
    </>
  );
}

function ExpectedClose({ card: { expectedCloseOn } }: Readonly<{ card: BoardCard }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  if (expectedCloseOn === null) return null;
  const day = dayText(expectedCloseOn as Day, { locale, today });
  const isPast = expectedCloseOn < today;
  return <span className={isPast ? 'warn' : ''}>{t(isPast ? 'deals.was_expected' : 'deals.expected', { day })}</span>;
}

function DaysHere({ card, column }: Readonly<{ card: BoardCard; column: BoardColumn | undefined }>) {
  const { t } = useText();
  const days = card.daysInStage;
  if (days === null) return null;
  const limit = column?.dwellLimitDays ?? null;
  const text = limit === null ? t('deals.days_here', { days }) : t('deals.days_of_limit', { days, limit });
  const isLate = column !== undefined && isOver(column, card);
  const label = t(isLate ? 'deals.days_over' : 'deals.days_label', { days, limit: limit ?? '—' });
  return (
    <span className={isLate ? 'deal-card-days warn' : 'deal-card-days'} title={label}>
      {text}
      {isLate && <span className="visually-hidden">{label}</span>}
    </span>
  );
}
