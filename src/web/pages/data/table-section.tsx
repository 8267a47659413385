import { useText } from '#web/text/use-text.ts';
import { ColumnTable } from './column-table.tsx';
import { tableDraft, tableKey } from './draft.ts';
import type { Kind, UploadedFile, UploadedTable } from './import-types.ts';
import { Section } from './section.tsx';
import { TableOptions } from './table-options.tsx';
import { missingGroups, type TableReading, tableReading } from './table-reading.ts';
import { useFieldNames } from './use-field-names.ts';
import type { TableProps } from './wizard-props.ts';

/** One table of an upload: what it is, how it is decoded, what each column means. */
export function TableSection(props: TableProps) {
  const { t } = useText();
  const { file, table, draft, catalogue } = props;
  const reading = tableReading({ file, table, draft: tableDraft(draft, file.name, table.sheet) });
  const kind = catalogue.kinds.find(({ id }) => id === reading.kind) ?? null;
  const id = `table-${tableKey(file.name, table.sheet).replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
  return (
    <Section
      id={id}
      title={table.sheet === null ? file.name : `${file.name} · ${table.sheet}`}
      subtitle={<Summary reading={reading} table={table} />}
    >
      <TableOptions {...props} reading={reading} />
      <Notes file={file} />
      {kind && <Missing kind={kind} reading={reading} />}
      {reading.kind === null && <p className="warn data-line">{t('data.table.unknown')}</p>}
      {kind && table.header.length > 0 && <ColumnTable {...props} kind={kind} reading={reading} />}
    </Section>
  );
}

function Summary({ reading, table }: Readonly<{ reading: TableReading; table: UploadedTable }>) {
  const { t } = useText();
  if (reading.kind === 'skip') {
    return t(table.suggestion.isDescription ? 'data.table.description' : 'data.table.skipped');
  }
  const used = reading.columns.filter(({ field }) => field !== null).length;
  const columns = t('data.table.columns', { used, count: reading.columns.length });
  return reading.origin === 'remembered' ? `${columns}${t('data.then')}${t('data.table.remembered')}` : columns;
}

function Notes({ file }: Readonly<{ file: UploadedFile }>) {
  const { say } = useText();
  if (file.notes.length === 0) return null;
  return (
    <ul className="data-warnings">
      {file.notes.map((note) => (
        <li key={note.en}>{say(note)}</li>
      ))}
    </ul>
  );
}

function Missing({ kind, reading }: Readonly<{ kind: Kind; reading: TableReading }>) {
  const { t, say } = useText();
  const names = useFieldNames();
  const missing = missingGroups(kind.requires, reading);
  if (missing.length === 0) return null;
  const fields = missing.map((group) => names(kind, group)).join(t('data.and'));
  return (
    <p className="warn data-line" role="status">
      {t('data.table.missing', { kind: say(kind.label), fields })}
    </p>
  );
}
