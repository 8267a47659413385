import { useText } from '#web/text/use-text.ts';
import type { Rejected } from './import-types.ts';

/** Rows that were or would be left out, each with its place, its value and the reason. */
export function RejectedTable({ rows }: Readonly<{ rows: readonly Rejected[] }>) {
  const { t, say } = useText();
  return (
    <div className="data-scroll">
      <table className="table fixed data-stack data-rejected" aria-label={t('data.rejected')}>
        <thead>
          <tr>
            <th scope="col" className="data-place-column">
              {t('data.file')}
            </th>
            <th scope="col" className="num data-row-column">
              {t('data.row')}
            </th>
            <th scope="col" className="data-name-column">
              {t('data.column')}
            </th>
            <th scope="col" className="data-value-column">
              {t('data.value')}
            </th>
            <th scope="col">{t('data.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ file, sheet, row, column, value, reason }, index) => {
            const place = sheet === null ? file : `${file} · ${sheet}`;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: one row may be rejected twice for the same reason
              <tr key={index}>
                <td className="data-place-column" title={place}>
                  {place}
                </td>
                <td className="num data-row-column" data-label={t('data.row')}>
                  {row ?? '—'}
                </td>
                <td className="data-name-column" title={column ?? ''}>
                  {column ?? '—'}
                </td>
                <td className="data-value-column" title={value ?? ''}>
                  {value ?? '—'}
                </td>
                <td className="data-reason">{say(reason)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
