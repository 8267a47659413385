import { useInfiniteQuery } from '@tanstack/react-query';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { Freshness } from './freshness.tsx';
import { History } from './history.tsx';
import { historyQuery } from './import-queries.ts';
import { KindsList } from './kinds-list.tsx';
import { UploadPanel } from './upload-panel.tsx';

/** The start of the page: freshness, a place to drop files, and what came in before. */
export function DataStart({ mayWrite }: Readonly<{ mayWrite: boolean }>) {
  const { t } = useText();
  return (
    <>
      <Freshness>
        <LastImport />
        {!mayWrite && <span>{t('data.read_only')}</span>}
      </Freshness>
      <div className={mayWrite ? 'panels data-start' : 'panels'}>
        {mayWrite && <UploadPanel />}
        <History mayWrite={mayWrite} />
        {mayWrite && <KindsList />}
      </div>
    </>
  );
}

function LastImport() {
  const { t } = useText();
  const moment = useMoment();
  const { data } = useInfiniteQuery(historyQuery);
  const last = data?.pages[0]?.imports.find(({ state }) => state === 'done');
  if (!last) return null;
  return <span>{t('data.last_import', { when: moment(last.finishedAt ?? last.startedAt) })}</span>;
}
