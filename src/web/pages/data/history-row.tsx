import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { signed } from '#web/numbers/figure.ts';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { importQuery, importsChanged } from './import-queries.ts';
import { ImportState } from './import-state.tsx';
import type { ImportBatch } from './import-types.ts';
import { rowsOf } from './report-counts.ts';
import { searchOf } from './use-data-place.ts';

/** One import of the history; a running one is followed. */
export function HistoryRow({ batch: listed }: Readonly<{ batch: ImportBatch }>) {
  const { t } = useText();
  const moment = useMoment();
  const isRunning = listed.state === 'running';
  const { data } = useQuery({ ...importQuery(listed.id), enabled: isRunning });
  const batch = (isRunning && data) || listed;
  const isOver = isRunning && batch.state !== 'running';
  useEffect(() => {
    if (isOver) void importsChanged();
  }, [isOver]);
  const names = batch.files.map(({ name }) => name).join(t('data.and'));
  const counts = rowsOf(batch.report);
  const figure = (value: number | null) => (value === null ? '—' : signed(value, 0));
  return (
    <tr>
      <th scope="row" title={names}>
        <Link
          to="."
          search={
            ((before: object) => ({
              ...before,
              ...searchOf({ at: 'import', importId: batch.id, uploadId: null }),
            })) as never
          }
        >
          {names}
        </Link>
      </th>
      <td className="data-state-column">
        <ImportState batch={batch} />
      </td>
      <td className="num data-count-column" data-label={t('data.inserted')}>
        {figure(counts.inserted)}
      </td>
      <td className="num data-count-column" data-label={t('data.updated')}>
        {figure(counts.updated)}
      </td>
      <td className="num data-count-column" data-label={t('data.rejected')}>
        {figure(counts.rejected)}
      </td>
      <td className="data-who-column" title={batch.startedBy ?? t('data.history.command')}>
        {batch.startedBy ?? t('data.history.command')}
      </td>
      <td className="num data-when-column">{moment(batch.startedAt)}</td>
    </tr>
  );
}
