import { signed } from '#web/numbers/figure.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { DateQuestions } from './date-questions.tsx';
import type { Preview } from './import-types.ts';
import { PreviewRejected } from './preview-rejected.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { fileRows, rowsOf } from './report-counts.ts';
import { ReportCounts } from './report-counts-panel.tsx';
import { ReportNotes } from './report-notes.tsx';
import { ReportTables } from './report-tables.tsx';
import type { WizardProps } from './wizard-props.ts';

/** What a preview found: in a sentence, then what must be decided, what would be left out, what would change, how rows are read. */
export function PreviewReport(props: WizardProps & Readonly<{ preview: Preview }>) {
  const { t } = useText();
  const { preview } = props;
  const { report } = preview;
  const isBlocked = report.blockingCount > 0;
  const { inserted, updated, unchanged } = rowsOf(report);
  return (
    <>
      <p className="lead-sentence">
        <Sentence
          text={sentenceOf(preview)}
          values={{
            rows: signed(fileRows(report), 0),
            inserted: signed(inserted ?? 0, 0),
            updated: signed(updated ?? 0, 0),
            unchanged: signed(unchanged ?? 0, 0),
            rejected: signed(preview.fatalCount > 0 ? preview.fatalCount : report.rejectedCount, 0),
          }}
          parts={{ warn: <b className="warn" /> }}
        />
      </p>
      <p className="lead-meta">
        <span>{t('data.preview.nothing_written')}</span>
      </p>
      <DateQuestions {...props} />
      {isBlocked && <PreviewRejected preview={preview} />}
      <div className="panels halves">
        {preview.counted && <ReportCounts report={report} isAhead />}
        {report.tables.length > 0 && <ReportTables report={report} />}
      </div>
      {!isBlocked && <PreviewRejected preview={preview} />}
      {report.notes.length > 0 && <ReportNotes notes={report.notes} />}
      <PreviewRows {...props} />
    </>
  );
}

function sentenceOf({ counted, fatalCount, report }: Preview): TextKey {
  if (fatalCount > 0) return 'data.preview.fatal';
  if (!counted) return report.rejectedCount > 0 ? 'data.preview.uncounted_but' : 'data.preview.uncounted';
  return report.rejectedCount > 0 ? 'data.preview.sentence_but' : 'data.preview.sentence';
}
