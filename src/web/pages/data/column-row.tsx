import { useText } from '#web/text/use-text.ts';
import { DateOrder } from './date-order.tsx';
import { columnChosen, tableDraft, tableKey, withTable } from './draft.ts';
import { FieldSelect } from './field-select.tsx';
import type { Field, Kind } from './import-types.ts';
import type { ColumnReading, TableReading } from './table-reading.ts';
import type { TableProps } from './wizard-props.ts';

type Props = TableProps & Readonly<{ kind: Kind; reading: TableReading; column: ColumnReading }>;

/** One column: its name, some of its values, what it means, why that is thought, and how its dates are written. */
export function ColumnRow({ file, table, draft, decide, kind, reading, column }: Props) {
  const { t } = useText();
  const key = tableKey(file.name, table.sheet);
  const chosen = tableDraft(draft, file.name, table.sheet);
  const field = kind.fields.find(({ id }) => id === column.field) ?? null;
  const similar = kind.fields.find(({ id }) => id === column.similar) ?? null;
  const choose = (id: string | null) =>
    decide((before) => withTable(before, key, columnChosen(reading, chosen, { column: column.column, field: id })));
  const samples = column.samples.join(t('data.sample_joint'));
  return (
    <tr data-used={field !== null}>
      <th scope="row" title={column.column}>
        {column.column}
      </th>
      <td className="data-samples" title={samples}>
        {samples || '—'}
      </td>
      <td className="data-field">
        <FieldSelect column={column} kind={kind} choose={choose} />
      </td>
      <td className="data-origin">
        <Origin column={column} similar={similar} choose={choose} />
      </td>
      <td className="data-date" data-label={field?.type === 'date' ? t('data.date_order') : undefined}>
        {field?.type === 'date' && (
          <DateOrder
            column={column.column}
            order={reading.dateOrder[column.column] ?? null}
            choose={(order) => {
              const { [column.column]: _, ...others } = reading.dateOrder;
              const dateOrder = order === null ? others : { ...others, [column.column]: order };
              decide((before) => withTable(before, key, { dateOrder }));
            }}
          />
        )}
      </td>
    </tr>
  );
}

type OriginProps = Readonly<{ column: ColumnReading; similar: Field | null; choose: (id: string) => void }>;

function Origin({ column, similar, choose }: OriginProps) {
  const { t, say } = useText();
  if (similar) {
    return (
      <button type="button" className="link" onClick={() => choose(similar.id)}>
        {t('data.origin.similar', { field: say(similar.label) })}
      </button>
    );
  }
  if (column.origin === 'remembered') return <span className="badge">{t('data.origin.remembered')}</span>;
  if (column.origin === 'none' || (column.origin === 'chosen' && column.field === null)) return null;
  return <span className="t3">{t(`data.origin.${column.origin}`)}</span>;
}
