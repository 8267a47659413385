import { useText } from '#web/text/use-text.ts';
import type { Field, Kind } from './import-types.ts';
import type { ColumnReading } from './table-reading.ts';

type Props = Readonly<{ column: ColumnReading; kind: Kind; choose: (id: string | null) => void }>;

/** What a column means: the fields of the kind, those it needs first, or nothing. */
export function FieldSelect({ column, kind, choose }: Props) {
  const { t, say } = useText();
  const needed = kind.requires.flat();
  const isNeeded = ({ id }: Field) => needed.includes(id);
  const options = (fields: readonly Field[]) =>
    fields.map(({ id, label }) => (
      <option key={id} value={id}>
        {say(label)}
      </option>
    ));
  return (
    <select
      className="data-select"
      aria-label={t('data.field_of', { column: column.column })}
      value={column.field ?? ''}
      onChange={({ target }) => choose(target.value === '' ? null : target.value)}
    >
      <option value="">{t('data.field.none')}</option>
      <optgroup label={t('data.field.needed')}>{options(kind.fields.filter(isNeeded))}</optgroup>
      <optgroup label={t('data.field.others')}>{options(kind.fields.filter((each) => !isNeeded(each)))}</optgroup>
    </select>
  );
}
