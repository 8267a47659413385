import { useId } from 'react';
import { useText } from '#web/text/use-text.ts';
import { Decoding } from './decoding.tsx';
import { tableDraft, tableKey, withTable } from './draft.ts';
import { HeaderRow } from './header-row.tsx';
import { LabelledSelect } from './labelled-select.tsx';
import type { TableDraft, TableReading } from './table-reading.ts';
import type { TableProps } from './wizard-props.ts';

/** How a table as a whole is read: its kind, encoding, delimiter, header row and decimal separator. */
export function TableOptions(props: TableProps & Readonly<{ reading: TableReading }>) {
  const { t } = useText();
  const id = useId();
  const { file, table, draft, decide, reading } = props;
  const key = tableKey(file.name, table.sheet);
  const chosen = tableDraft(draft, file.name, table.sheet);
  const choose = (change: TableDraft) => decide((before) => withTable(before, key, change));
  return (
    <fieldset className="data-options" aria-labelledby={`${id}-name`}>
      <legend className="visually-hidden" id={`${id}-name`}>
        {t('data.options', { name: table.sheet ?? file.name })}
      </legend>
      <KindSelect {...props} choose={choose} />
      {reading.kind !== 'skip' && (
        <>
          {file.encoding !== null && <Decoding {...props} />}
          <HeaderRow
            row={table.headerRow}
            isChosen={chosen.headerRow !== undefined}
            choose={(headerRow) => choose({ headerRow, columns: undefined, dateOrder: undefined })}
          />
          <LabelledSelect
            label={t('data.decimal')}
            value={chosen.decimalStyle ?? ''}
            choose={(value) => choose({ decimalStyle: value === '' ? undefined : value })}
            options={[
              { value: '', label: t('data.auto') },
              { value: 'point', label: '1,234.56' },
              { value: 'comma', label: '1.234,56' },
            ]}
          />
        </>
      )}
    </fieldset>
  );
}

type KindProps = TableProps & Readonly<{ reading: TableReading; choose: (change: TableDraft) => void }>;

function KindSelect({ catalogue, reading, choose }: KindProps) {
  const { t, say } = useText();
  return (
    <LabelledSelect
      label={t('data.kind')}
      value={reading.kind ?? ''}
      choose={(kind) => kind !== '' && choose({ kind, columns: undefined })}
      options={[
        ...(reading.kind === null ? [{ value: '', label: t('data.kind.choose') }] : []),
        ...catalogue.kinds.map((kind) => ({ value: kind.id, label: say(kind.label) })),
        { value: 'skip', label: t('data.kind.skip') },
      ]}
    />
  );
}
