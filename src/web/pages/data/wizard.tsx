import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '#web/api/failure.ts';
import { PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { ColumnsStep } from './columns-step.tsx';
import { lookHints } from './draft.ts';
import { catalogueQuery, lookQuery } from './import-queries.ts';
import { PreviewStep } from './preview-step.tsx';
import { Steps } from './steps.tsx';
import { searchOf } from './use-data-place.ts';
import { useDraft } from './use-draft.ts';

const height = 220;

/** The steps between choosing files and having them imported: what they are, what their columns mean, what would happen. */
export function Wizard({ uploadId, step }: Readonly<{ uploadId: string; step: 'columns' | 'preview' }>) {
  const { t } = useText();
  const [draft, decide] = useDraft(uploadId);
  const look = useQuery({ ...lookQuery(uploadId, lookHints(draft)), placeholderData: keepPreviousData });
  const catalogue = useQuery(catalogueQuery);
  const failed = look.error ?? catalogue.error;
  const upload = look.data;
  const kinds = catalogue.data;
  return (
    <>
      <Steps at={step} uploadId={uploadId} />
      {!failed && !(upload && kinds) && <PanelLoading shape="rows" height={height} cancel={() => history.back()} />}
      {failed && (
        <>
          <PanelFailed height={height} failure={failureOf(failed)} retry={() => void look.refetch()} />
          <Link to="." search={((before: object) => ({ ...before, ...searchOf({ at: 'start' }) })) as never}>
            {t('data.step.again')}
          </Link>
        </>
      )}
      {!failed && upload && kinds && step === 'columns' && (
        <ColumnsStep
          upload={upload}
          catalogue={kinds}
          draft={draft}
          decide={decide}
          isLooking={look.isPlaceholderData}
        />
      )}
      {!failed && upload && kinds && step === 'preview' && !look.isPlaceholderData && (
        <PreviewStep upload={upload} catalogue={kinds} draft={draft} decide={decide} />
      )}
    </>
  );
}
