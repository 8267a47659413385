import { useInfiniteQuery } from '@tanstack/react-query';
import { failureOf } from '#web/api/failure.ts';
import { PanelEmpty, PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { HistoryRow } from './history-row.tsx';
import { historyQuery } from './import-queries.ts';
import type { ImportBatch } from './import-types.ts';
import { Section } from './section.tsx';

const emptyHeight = 60;
const loadingHeight = 180;

/** Every import there was, newest first. */
export function History({ mayWrite }: Readonly<{ mayWrite: boolean }>) {
  const { t } = useText();
  const query = useInfiniteQuery(historyQuery);
  const imports = query.data?.pages.flatMap((page) => page.imports) ?? [];
  return (
    <Section id="history" title={t('data.history')} subtitle={t('data.history.subtitle')} busy={query.isPending}>
      {query.isPending && (
        <PanelLoading shape="rows" height={loadingHeight} cancel={() => void query.refetch({ cancelRefetch: true })} />
      )}
      {query.isError && imports.length === 0 && (
        <PanelFailed height={emptyHeight} failure={failureOf(query.error)} retry={() => void query.refetch()} />
      )}
      {query.isSuccess && imports.length === 0 && (
        <PanelEmpty why={t(mayWrite ? 'data.history.empty' : 'data.history.empty_read')} height={emptyHeight} />
      )}
      {imports.length > 0 && <HistoryTable imports={imports} />}
      {query.hasNextPage && (
        <p className="data-line">
          <button
            type="button"
            className="link"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t(query.isFetchingNextPage ? 'panel.loading' : 'data.more')}
          </button>
        </p>
      )}
    </Section>
  );
}

function HistoryTable({ imports }: Readonly<{ imports: readonly ImportBatch[] }>) {
  const { t } = useText();
  return (
    <table className="table fixed data-stack data-history" aria-label={t('data.history')}>
      <thead>
        <tr>
          <th scope="col">{t('data.history.files')}</th>
          <th scope="col" className="data-state-column">
            {t('data.history.state')}
          </th>
          <th scope="col" className="num data-count-column">
            {t('data.inserted')}
          </th>
          <th scope="col" className="num data-count-column">
            {t('data.updated')}
          </th>
          <th scope="col" className="num data-count-column">
            {t('data.rejected')}
          </th>
          <th scope="col" className="data-who-column">
            {t('data.history.who')}
          </th>
          <th scope="col" className="num data-when-column">
            {t('data.history.when')}
          </th>
        </tr>
      </thead>
      <tbody>
        {imports.map((each) => (
          <HistoryRow key={each.id} batch={each} />
        ))}
      </tbody>
    </table>
  );
}
