import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { BoardColumn } from './board-api.ts';
import type { CardHandling } from './card-handling.ts';
import { DealCard } from './deal-card.tsx';
import { placeName } from './place.ts';

type Props = Readonly<{
  column: BoardColumn;
  handling: CardHandling;
  /** A card would be dropped here now. */
  isTarget: boolean;
  /** The one column that a phone shows. */
  isChosen: boolean;
  showMore: () => void;
}>;

const most = 500;

/** A stage of the board: how many deals and how much stand in it, and the first of its cards. */
export function StageColumn({ column, handling, isTarget, isChosen, showMore }: Props) {
  const { t } = useText();
  const name = column.name || t('deals.no_stage');
  const drop = column.stageId === null ? {} : { 'data-drop': placeName({ kind: 'stage', stageId: column.stageId }) };
  const rest = column.count - column.cards.length;
  return (
    <section className="board-column" aria-label={name} data-target={isTarget} data-chosen={isChosen} {...drop}>
      <ColumnHead column={column} name={name} />
      <ul className="board-cards">
        {column.cards.map((card) => (
          <li key={card.id}>
            <DealCard card={card} column={column} handling={handling} />
          </li>
        ))}
      </ul>
      {column.count === 0 && <p className="board-empty">{t('deals.empty_stage')}</p>}
      {rest > 0 && column.cards.length < most && (
        <button type="button" className="link board-more" onClick={showMore}>
          {t('deals.more', { count: rest })}
        </button>
      )}
      {rest > 0 && column.cards.length >= most && <p className="board-empty">{t('deals.most', { count: rest })}</p>}
    </section>
  );
}

function ColumnHead({ column, name }: Readonly<{ column: BoardColumn; name: string }>) {
  const { t } = useText();
  const numbers = useNumbers();
  return (
    <header className="board-head">
      <h2>
        {name} <span className="t3 num">{column.count}</span>
      </h2>
      <b className="num board-sum">{numbers.text(column.amount, 'money')}</b>
      <p>
        {column.probability !== null && t('deals.probability', { share: numbers.text(column.probability, 'ratio') })}
        {column.overLimit > 0 && (
          <span className="warn">
            {t('deals.over_limit', { count: column.overLimit, limit: column.dwellLimitDays ?? 0 })}
          </span>
        )}
      </p>
    </header>
  );
}
