import { Popup } from '#web/shell/popup.tsx';
import { useText } from '#web/text/use-text.ts';
import type { BoardCard } from './board-api.ts';
import type { CardHandling } from './card-handling.ts';
import { outcomes, type Place } from './place.ts';

type Props = Readonly<{ card: BoardCard; at: string | null; handling: CardHandling }>;

/** Moving a card without dragging: for fingers, and for whoever prefers a list. */
export function MoveMenu({ card, at, handling }: Props) {
  const { t } = useText();
  const item = (place: Place, name: string, close: () => void) => (
    <button
      key={name}
      type="button"
      role="menuitem"
      data-item
      className="popup-item"
      onClick={() => {
        close();
        handling.move(card, place);
      }}
    >
      {name}
    </button>
  );
  return (
    <Popup
      kind="menu"
      name={t('deals.move')}
      label={t('deals.move_card', { name: card.customer?.name ?? card.name ?? t('deals.unnamed') })}
      className="deal-card-menu"
      align="end"
      trigger={<span aria-hidden="true">⋯</span>}
    >
      {(close) => (
        <>
          <p className="popup-title">{t('deals.move')}</p>
          {handling.stages
            .filter(({ stageId }) => stageId !== null && stageId !== at)
            .map(({ stageId, name }) => item({ kind: 'stage', stageId: stageId ?? '' }, name, close))}
          <hr />
          {outcomes.map((kind) => item({ kind }, t(`deals.outcome.${kind}`), close))}
        </>
      )}
    </Popup>
  );
}
