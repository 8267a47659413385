import { useQuery } from '@tanstack/react-query';
import { signed } from '#web/numbers/figure.ts';
import { useText } from '#web/text/use-text.ts';
import { encodingName } from './encoding-name.ts';
import { catalogueQuery } from './import-queries.ts';
import type { Report } from './import-types.ts';
import { Section } from './section.tsx';

/** The tables an import read: what each was taken for, how it was decoded, how many rows and columns were used. */
export function ReportTables({ report }: Readonly<{ report: Report }>) {
  const { t, say } = useText();
  const { data } = useQuery(catalogueQuery);
  const label = (id: string) => {
    const kind = data?.kinds.find((each) => each.id === id);
    return kind ? say(kind.label) : id;
  };
  return (
    <Section id="tables" title={t('data.tables')} subtitle={t('data.tables.subtitle')}>
      <table className="table fixed data-tables" aria-label={t('data.tables')}>
        <thead>
          <tr>
            <th scope="col">{t('data.file')}</th>
            <th scope="col">{t('data.kind')}</th>
            <th scope="col" className="num">
              {t('data.rows_column')}
            </th>
            <th scope="col" className="num">
              {t('data.columns_used')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.tables?.map((table) => {
            const name = table.sheet === null ? table.file : `${table.file} · ${table.sheet}`;
            const used = table.columns.filter(({ field }) => field !== null).length;
            return (
              <tr key={name}>
                <th scope="row" title={name}>
                  {name}
                </th>
                <td>
                  {label(table.kind)}
                  {table.encoding !== null && <span className="t3"> {encodingName(table.encoding)}</span>}
                </td>
                <td className="num">{signed(table.rows, 0)}</td>
                <td className="num">
                  {used} / {table.columns.length}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
