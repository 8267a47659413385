import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf, failureTitle } from '#web/api/failure.ts';
import { PanelFailed } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { mappingOf } from './draft.ts';
import { previewQuery, startImport } from './import-queries.ts';
import type { Preview } from './import-types.ts';
import { PreviewReport } from './preview-report.tsx';
import { ReadingNow } from './reading-now.tsx';
import { useDataPlace } from './use-data-place.ts';
import type { WizardProps } from './wizard-props.ts';

const height = 160;

/** What the import would do, row by row, before anything is written; then the start of it. */
export function PreviewStep(props: WizardProps) {
  const { upload, draft } = props;
  const { go } = useDataPlace();
  const mapping = mappingOf(upload, draft);
  const query = useQuery(previewQuery(upload.uploadId, mapping));
  const toColumns = () => go({ at: 'columns', uploadId: upload.uploadId });
  return (
    <>
      {query.isFetching && <ReadingNow cancel={toColumns} />}
      {query.isError && !query.isFetching && (
        <PanelFailed height={height} failure={failureOf(query.error)} retry={() => void query.refetch()} />
      )}
      {query.data && !query.isFetching && <Previewed {...props} preview={query.data} back={toColumns} />}
    </>
  );
}

type PreviewedProps = WizardProps & Readonly<{ preview: Preview; back: () => void }>;

function Previewed(props: PreviewedProps) {
  const { upload, draft, preview, back } = props;
  const { go } = useDataPlace();
  const [allowPartial, setAllowPartial] = useState(false);
  const start = useMutation({
    mutationFn: () => startImport({ uploadId: upload.uploadId, mapping: mappingOf(upload, draft), allowPartial }),
    onSuccess: (importId) => go({ at: 'import', importId, uploadId: upload.uploadId }),
  });
  const { blockingCount } = preview.report;
  const isBlocked = preview.fatalCount > 0 || (blockingCount > 0 && !allowPartial);
  return (
    <>
      <PreviewReport {...props} />
      <StartBar
        isBlocked={isBlocked || start.isPending || start.isSuccess}
        partial={
          preview.fatalCount === 0 && blockingCount > 0 ? { count: blockingCount, allowPartial, setAllowPartial } : null
        }
        failure={start.isError ? failureOf(start.error) : null}
        start={() => start.mutate()}
        back={back}
      />
    </>
  );
}

type StartBarProps = Readonly<{
  isBlocked: boolean;
  partial: Readonly<{ count: number; allowPartial: boolean; setAllowPartial: (leave: boolean) => void }> | null;
  failure: Failure | null;
  start: () => void;
  back: () => void;
}>;

function StartBar({ isBlocked, partial, failure, start, back }: StartBarProps) {
  const { t, say } = useText();
  return (
    <div className="data-bar">
      {partial && (
        <label className="data-check">
          <input
            type="checkbox"
            checked={partial.allowPartial}
            onChange={({ target }) => partial.setAllowPartial(target.checked)}
          />
          {t('data.preview.partial', { count: partial.count })}
        </label>
      )}
      {failure && (
        <p role="alert" className="data-line">
          {say(failureTitle(failure))} {failure.details.map(({ detail }) => say(detail)).join(' ')}
        </p>
      )}
      <div className="data-actions">
        <button type="button" className="button" disabled={isBlocked} onClick={start}>
          {t('data.preview.start')}
        </button>
        <button type="button" className="button button-plain" onClick={back}>
          {t('data.preview.back')}
        </button>
      </div>
    </div>
  );
}
