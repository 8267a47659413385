import { signed } from '#web/numbers/figure.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { tableDraft } from './draft.ts';
import { FileProblems } from './file-problems.tsx';
import { missingGroups, tableReading } from './table-reading.ts';
import { TableSection } from './table-section.tsx';
import { useDataPlace } from './use-data-place.ts';
import type { WizardProps } from './wizard-props.ts';

/** What was recognised in each file, to be corrected: the kind of each table, how it is decoded, what each column means. */
export function ColumnsStep(props: WizardProps & Readonly<{ isLooking: boolean }>) {
  const { t } = useText();
  const { go } = useDataPlace();
  const { upload, isLooking } = props;
  const { ready, waiting } = tablesOf(props);
  const canGoOn = ready > 0 && waiting === 0 && !isLooking;
  return (
    <>
      <p className="lead-sentence">
        <Sentence text={sentenceOf(ready, waiting)} values={{ ready: signed(ready, 0), waiting: signed(waiting, 0) }} />
      </p>
      <p className="lead-meta">
        <span>{t('data.columns.hint')}</span>
      </p>
      <div className="data-tables-list" data-state={isLooking ? 'refetching' : 'answered'}>
        {upload.files.map((file) => (
          <div key={file.name}>
            <FileProblems {...props} file={file} />
            {file.tables.map((table) => (
              <TableSection key={table.sheet} file={file} table={table} {...props} />
            ))}
          </div>
        ))}
      </div>
      <div className="data-actions data-bar">
        <button
          type="button"
          className="button"
          disabled={!canGoOn}
          onClick={() => go({ at: 'preview', uploadId: upload.uploadId })}
        >
          {t('data.columns.preview')}
        </button>
        {!canGoOn && !isLooking && (
          <span className="warn">{t(waiting > 0 ? 'data.columns.waiting' : 'data.columns.none')}</span>
        )}
      </div>
    </>
  );
}

function sentenceOf(ready: number, waiting: number) {
  if (waiting > 0) return 'data.columns.sentence_waiting' as const;
  return ready > 0 ? ('data.columns.sentence' as const) : ('data.columns.sentence_none' as const);
}

/** How many tables can be imported as they are read now, and how many wait for a person. */
function tablesOf({ upload, catalogue, draft }: WizardProps) {
  const readings = upload.files.flatMap((file) =>
    file.tables.map((table) => tableReading({ file, table, draft: tableDraft(draft, file.name, table.sheet) })),
  );
  const taken = readings.filter(({ kind }) => kind !== 'skip');
  const ready = taken.filter((reading) => {
    const kind = catalogue.kinds.find(({ id }) => id === reading.kind);
    return kind && missingGroups(kind.requires, reading).length === 0;
  });
  return { ready: ready.length, waiting: taken.length - ready.length };
}
