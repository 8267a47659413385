import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { failureOf } from '#web/api/failure.ts';
import { useMoment } from '#web/numbers/use-moment.ts';
import { PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { ImportActions } from './import-actions.tsx';
import { importQuery, importsChanged } from './import-queries.ts';
import { ImportSentence } from './import-sentence.tsx';
import type { ImportBatch } from './import-types.ts';
import { RejectedPanel } from './rejected-panel.tsx';
import { ReportCounts } from './report-counts-panel.tsx';
import { ReportNotes } from './report-notes.tsx';
import { ReportTables } from './report-tables.tsx';
import { RunningImport } from './running-import.tsx';
import { Steps } from './steps.tsx';
import { searchOf } from './use-data-place.ts';

type Props = Readonly<{ id: string; uploadId: string | null; mayWrite: boolean }>;

const height = 180;

/** One import: followed while it runs, then its report, the rows it left out, and its undo. */
export function ImportView({ id, uploadId, mayWrite }: Props) {
  const { t } = useText();
  const query = useQuery(importQuery(id));
  useNewsWhenOver(query.data?.state);
  return (
    <>
      {uploadId === null ? <BackToStart /> : <Steps at="result" uploadId={uploadId} />}
      {query.isPending && <PanelLoading shape="rows" height={height} cancel={() => history.back()} />}
      {query.isError && !query.data && (
        <PanelFailed height={height} failure={failureOf(query.error)} retry={() => void query.refetch()} />
      )}
      {query.data?.state === 'running' && <RunningImport batch={query.data} mayWrite={mayWrite} />}
      {query.data && query.data.state !== 'running' && (
        <FinishedImport batch={query.data} uploadId={uploadId} mayWrite={mayWrite} />
      )}
      <p className="visually-hidden" role="status">
        {query.data && t(`data.state.${query.data.state}`)}
      </p>
    </>
  );
}

type FinishedProps = Readonly<{ batch: ImportBatch; uploadId: string | null; mayWrite: boolean }>;

function FinishedImport({ batch, uploadId, mayWrite }: FinishedProps) {
  const { report } = batch;
  return (
    <>
      <ImportSentence batch={batch} />
      <ImportMeta batch={batch} />
      <ImportActions batch={batch} uploadId={uploadId} mayWrite={mayWrite} />
      {(report.rejectedCount ?? 0) > 0 && <RejectedPanel id={batch.id} isFailed={batch.state === 'failed'} />}
      <div className="panels halves">
        {Object.keys(report.entities ?? {}).length > 0 && <ReportCounts report={report} />}
        {(report.tables ?? []).length > 0 && <ReportTables report={report} />}
      </div>
      {(report.notes ?? []).length > 0 && <ReportNotes notes={report.notes ?? []} />}
    </>
  );
}

function ImportMeta({ batch }: Readonly<{ batch: ImportBatch }>) {
  const { t } = useText();
  const moment = useMoment();
  const { startedAt, finishedAt, startedBy, files } = batch;
  const seconds =
    finishedAt === null ? null : Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));
  return (
    <p className="lead-meta">
      <span>{files.map(({ name }) => name).join(t('data.and'))}</span>
      <span>{startedBy ?? t('data.history.command')}</span>
      <span>{moment(startedAt)}</span>
      {seconds !== null && <span>{t('data.took', { seconds })}</span>}
    </p>
  );
}

/** Back to the list of all imports. */
function BackToStart() {
  const { t } = useText();
  return (
    <p className="data-back">
      <Link to="." search={((before: object) => ({ ...before, ...searchOf({ at: 'start' }) })) as never}>
        {t('data.back')}
      </Link>
    </p>
  );
}

/** An import that was seen running and is over changed the figures of every page. */
function useNewsWhenOver(state: ImportBatch['state'] | undefined): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'running' && state !== 'running') void importsChanged();
    before.current = state;
  }, [state]);
}
