import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '#web/api/failure.ts';
import { useMe } from '#web/api/use-me.ts';
import { signed } from '#web/numbers/figure.ts';
import { PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { allRejected, rejectedQuery } from './import-queries.ts';
import { saveRejected } from './rejected-csv.ts';
import { RejectedTable } from './rejected-table.tsx';
import { Section } from './section.tsx';

const height = 160;

/** The rows an import left out: where, what stood there and why; all of them as CSV. */
export function RejectedPanel({ id, isFailed }: Readonly<{ id: string; isFailed: boolean }>) {
  const { t } = useText();
  const mayExport = useMe().viewer.permissions.includes('data.export');
  const query = useInfiniteQuery(rejectedQuery(id));
  const rows = query.data?.pages.flatMap((page) => page.rejected) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <Section
      id="rejected"
      title={query.data ? t('data.rejected.title', { total: signed(total, 0) }) : t('data.rejected')}
      subtitle={t(isFailed ? 'data.rejected.failed' : 'data.rejected.subtitle')}
      tools={mayExport && <RejectedDownload id={id} />}
      busy={query.isPending}
    >
      {query.isPending && <PanelLoading shape="rows" height={height} cancel={() => void query.refetch()} />}
      {query.isError && rows.length === 0 && (
        <PanelFailed height={height} failure={failureOf(query.error)} retry={() => void query.refetch()} />
      )}
      {rows.length > 0 && <RejectedTable rows={rows} />}
      {rows.length > 0 && (
        <p className="data-line">
          <span className="t2">{t('data.shown', { shown: signed(rows.length, 0), total: signed(total, 0) })}</span>
          {query.hasNextPage && (
            <button
              type="button"
              className="link"
              disabled={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t(query.isFetchingNextPage ? 'panel.loading' : 'data.more')}
            </button>
          )}
        </p>
      )}
    </Section>
  );
}

function RejectedDownload({ id }: Readonly<{ id: string }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const [state, setState] = useState<'ready' | 'preparing' | 'failed'>('ready');
  const download = async () => {
    setState('preparing');
    try {
      const about = { id, locale, today, name: t('data.rejected.file'), header: headerOf(t) };
      await saveRejected(await allRejected(id), about);
      setState('ready');
    } catch {
      // The button says it and can be pressed again.
      setState('failed');
    }
  };
  const text = { ready: 'panel.rows_csv', preparing: 'panel.preparing', failed: 'panel.download.failed' } as const;
  return (
    <button type="button" className="link" disabled={state === 'preparing'} onClick={() => void download()}>
      {t(text[state])}
    </button>
  );
}

function headerOf(t: ReturnType<typeof useText>['t']): readonly string[] {
  return [t('data.file'), t('data.sheet'), t('data.row'), t('data.column'), t('data.value'), t('data.reason')];
}
