import { useText } from '#web/text/use-text.ts';
import { ColumnRow } from './column-row.tsx';
import type { Kind } from './import-types.ts';
import type { TableReading } from './table-reading.ts';
import type { TableProps } from './wizard-props.ts';

/** The columns of a table with examples of their values, and the field that each one means. */
export function ColumnTable(props: TableProps & Readonly<{ kind: Kind; reading: TableReading }>) {
  const { t } = useText();
  return (
    <table className="table fixed data-stack data-columns" aria-label={t('data.columns')}>
      <thead>
        <tr>
          <th scope="col">{t('data.column')}</th>
          <th scope="col" className="data-samples">
            {t('data.samples')}
          </th>
          <th scope="col">{t('data.field')}</th>
          <th scope="col">{t('data.origin')}</th>
          <th scope="col">{t('data.date_order')}</th>
        </tr>
      </thead>
      <tbody>
        {props.reading.columns.map((each) => (
          <ColumnRow key={each.column} {...props} column={each} />
        ))}
      </tbody>
    </table>
  );
}
