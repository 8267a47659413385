import { useId } from 'react';
import { useText } from '#web/text/use-text.ts';

type Props = Readonly<{ row: number | null; isChosen: boolean; choose: (row: number | undefined) => void }>;

const lastRow = 200;

/** In which row of the file the names of the columns stand. */
export function HeaderRow({ row, isChosen, choose }: Props) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="data-option">
      <label htmlFor={id}>{t('data.header_row')}</label>
      <input
        id={id}
        className="data-select data-row-input"
        type="number"
        inputMode="numeric"
        min={1}
        max={lastRow}
        key={row}
        defaultValue={row ?? ''}
        onBlur={(event) => {
          const chosen = Number(event.target.value);
          if (Number.isInteger(chosen) && chosen >= 1 && chosen <= lastRow && chosen !== row) choose(chosen);
          else event.target.value = String(row ?? '');
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      {isChosen && (
        <button type="button" className="link" onClick={() => choose(undefined)}>
          {t('data.auto')}
        </button>
      )}
    </div>
  );
}
