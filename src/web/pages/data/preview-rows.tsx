import { useText } from '#web/text/use-text.ts';
import type { ImportCatalogue, Preview, PreviewedTable } from './import-types.ts';
import { Section } from './section.tsx';

type Props = Readonly<{ preview: Preview; catalogue: ImportCatalogue }>;

/** The first rows as they will be understood: days as days, numbers as numbers. */
export function PreviewRows({ preview, catalogue }: Props) {
  const { t } = useText();
  const tables = preview.tables.filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return null;
  return (
    <Section id="sample" title={t('data.preview.rows')} subtitle={t('data.preview.rows.subtitle')}>
      {tables.map((table) => (
        <TableSample
          key={JSON.stringify([table.file, table.sheet])}
          table={table}
          catalogue={catalogue}
          isOpen={tables.length <= openAtMost}
        />
      ))}
    </Section>
  );
}

const shownRows = 5;
const openAtMost = 2;

type SampleProps = Readonly<{ table: PreviewedTable; catalogue: ImportCatalogue; isOpen: boolean }>;

function TableSample({ table, catalogue, isOpen }: SampleProps) {
  const { say } = useText();
  const fields = new Map(catalogue.kinds.flatMap((kind) => kind.fields.map((field) => [field.id, field] as const)));
  const isNumber = (type: string) => type === 'money' || type === 'quantity';
  const name = table.sheet === null ? table.file : `${table.file} · ${table.sheet}`;
  return (
    <details className="data-sample" open={isOpen}>
      <summary>{name}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="data-scroll" aria-label={name} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {table.columns.map(({ field, type }) => (
                <th key={field} scope="col" className={isNumber(type) ? 'num' : undefined}>
                  {say(fields.get(field)?.label ?? { zh: field, en: field })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, shownRows).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no identity of their own
              <tr key={index}>
                {table.columns.map(({ field, type }) => (
                  <td key={field} className={isNumber(type) ? 'num' : undefined}>
                    {row[field] || '—'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
