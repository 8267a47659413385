import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/use-text.ts';
import { NewDealButton } from './new-deal.tsx';
import './board.css';

/** From the figures to the deals themselves: the board, and a new deal by hand. */
export function PipelineTools() {
  const { t } = useText();
  return (
    <div className="board-tools">
      <Link to="/pipeline/board" search={(search: object) => search} className="button button-plain">
        {t('deals.open_board')}
      </Link>
      <NewDealButton />
    </div>
  );
}
