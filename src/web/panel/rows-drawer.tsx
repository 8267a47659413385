import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '#web/api/failure.ts';
import { rowsBehind } from '#web/api/queries.ts';
import type { BehindPage, CellQuestion } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { rowsTable } from './answer-table.ts';
import { downloadCsv } from './download-csv.ts';
import { PanelFailed, PanelLoading } from './panel-states.tsx';
import { RowsList } from './rows-list.tsx';
import { TableView } from './table-view.tsx';
import './rows-drawer.css';

type Props = Readonly<{ cell: CellQuestion; title: string; onClose: () => void }>;

const pageSize = 100;

/** The rows that add up to one number, page by page, with their count and sum; all of them as CSV. */
export function RowsDrawer({ cell, title, onClose }: Props) {
  const { t } = useText();
  const query = useInfiniteQuery({
    queryKey: ['behind', cell],
    queryFn: ({ pageParam, signal }) =>
      rowsBehind(cell, { limit: pageSize, signal, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const mayExport = useMe().viewer.permissions.includes('data.export');
  const pages = query.data?.pages ?? [];
  const retry = () => void query.refetch();
  return (
    <Dialog
      place="right"
      title={t('panel.rows_title', { title })}
      onClose={onClose}
      tools={pages.length > 0 && mayExport && <RowsDownload cell={cell} title={title} />}
    >
      {query.isPending && <PanelLoading shape="rows" height={320} cancel={onClose} />}
      {query.isError && pages.length === 0 && (
        <PanelFailed height={160} failure={failureOf(query.error)} retry={retry} />
      )}
      {pages.length > 0 && (
        <Rows pages={pages} isMore={query.isFetchingNextPage} more={() => void query.fetchNextPage()} />
      )}
    </Dialog>
  );
}

type RowsProps = Readonly<{ pages: readonly BehindPage[]; isMore: boolean; more: () => void }>;

function Rows({ pages, isMore, more }: RowsProps) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { today } = useMe().calendar;
  const last = pages.at(-1);
  if (!last || last.total === 0) return <p className="t2">{t('panel.rows_none')}</p>;
  const rows = pages.flatMap((page) => page.rows);
  const unit = last.columns.find((column) => column.role === 'measure')?.unit ?? 'count';
  const sum = last.sum === null ? null : numbers.text(last.sum, unit);
  const count = last.total;
  return (
    <>
      <p className="rows-sum">
        {sum === null ? t('panel.rows_count', { count }) : t('panel.rows_sum', { count, sum })}
      </p>
      <div className="rows-wide">
        <TableView table={rowsTable({ columns: last.columns, rows }, { locale, today })} exact />
      </div>
      <RowsList columns={last.columns} rows={rows} />
      <p className="rows-end">
        {t('panel.rows_shown', { shown: rows.length, total: count })}
        {last.next !== null && (
          <button type="button" className="link" disabled={isMore} onClick={more}>
            {isMore ? t('panel.loading') : t('panel.rows_more', { count: Math.min(pageSize, count - rows.length) })}
          </button>
        )}
      </p>
    </>
  );
}

const exportPageSize = 500;

function RowsDownload({ cell, title }: Readonly<{ cell: CellQuestion; title: string }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const [state, setState] = useState<'ready' | 'preparing' | 'failed'>('ready');
  const download = async () => {
    setState('preparing');
    try {
      const all = await allRows(cell);
      const note = { what: 'rows', id: cell.measures[0], question: cell } as const;
      await downloadCsv(rowsTable(all, { locale, today }), { name: title, day: today, locale, note });
      setState('ready');
    } catch {
      // The button says it and can be pressed again; there is nothing else to undo.
      setState('failed');
    }
  };
  const text = { ready: 'panel.rows_csv', preparing: 'panel.preparing', failed: 'panel.download.failed' } as const;
  return (
    <button
      type="button"
      className="link"
      aria-live="polite"
      disabled={state === 'preparing'}
      onClick={() => void download()}
    >
      {t(text[state])}
    </button>
  );
}

async function allRows(cell: CellQuestion): Promise<Pick<BehindPage, 'columns' | 'rows'>> {
  let page = await rowsBehind(cell, { limit: exportPageSize });
  const rows = [...page.rows];
  while (page.next !== null) {
    page = await rowsBehind(cell, { limit: exportPageSize, cursor: page.next });
    rows.push(...page.rows);
  }
  return { columns: page.columns, rows };
}
