import { sumOfMoney } from '#shared/money.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { Lead } from '../../lead/lead.tsx';
import type { Board, BoardColumn } from './board-api.ts';

/** What the board shows, in one sentence: how many deals, how much, and where most of it waits too long. */
export function BoardLead({ board, name }: Readonly<{ board: Board | undefined; name: string }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const columns = board?.columns ?? [];
  const count = columns.reduce((sum, column) => sum + column.count, 0);
  const worst = slowest(columns);
  const values = {
    name,
    count,
    amount: numbers.text(sumOfMoney(columns.map(({ amount }) => amount)), 'money'),
    over: columns.reduce((sum, { overLimit }) => sum + overLimit, 0),
    stage: worst?.name ?? '',
    worst: worst?.overLimit ?? 0,
  };
  return (
    <Lead
      sentence={
        board ? (
          <Sentence text={count === 0 ? 'deals.lead_none' : worst ? 'deals.lead_over' : 'deals.lead'} values={values} />
        ) : (
          t('lead.loading')
        )
      }
      meta={
        <>
          <span>{t('deals.lead_meta')}</span>
          <span className="board-keys">{t('deals.lead_keys')}</span>
        </>
      }
    />
  );
}

/** The stage in which most deals are over its limit; null when none is. */
function slowest(columns: readonly BoardColumn[]): BoardColumn | null {
  const [first] = [...columns].sort((left, right) => right.overLimit - left.overLimit);
  return first && first.overLimit > 0 ? first : null;
}
