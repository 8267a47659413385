import { useText } from '#web/text/use-text.ts';
import type { BoardColumn } from './board-api.ts';

type Props = Readonly<{
  columns: readonly BoardColumn[];
  chosen: string | null;
  choose: (stageId: string) => void;
}>;

/** On a phone one stage is seen at a time. */
export function BoardTabs({ columns, chosen, choose }: Props) {
  const { t } = useText();
  return (
    <div className="board-tabs" role="radiogroup" aria-label={t('deals.stages')}>
      {columns.map(({ stageId, name, count }) => (
        // biome-ignore lint/a11y/useSemanticElements: chosen at once, not a field of a form
        <button
          key={stageId ?? ''}
          type="button"
          role="radio"
          aria-checked={chosen === (stageId ?? '')}
          onClick={() => choose(stageId ?? '')}
        >
          {name || t('deals.no_stage')} <span className="num">{count}</span>
        </button>
      ))}
    </div>
  );
}
