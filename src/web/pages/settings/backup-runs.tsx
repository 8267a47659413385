import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { Contents } from './backup-facts.tsx';
import type { BackupRun } from './backup-queries.ts';

/** What was done lately, and what came of it. */
export function BackupRuns({ runs }: Readonly<{ runs: readonly BackupRun[] }>) {
  const { t } = useText();
  const moment = useMoment();
  return (
    <table className="table settings-stack" aria-label={t('backup.runs')}>
      <thead>
        <tr>
          <th scope="col">{t('backup.when')}</th>
          <th scope="col">{t('backup.did')}</th>
          <th scope="col">{t('backup.by')}</th>
          <th scope="col">{t('backup.result')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">{moment(run.startedAt)}</th>
            <td data-label={t('backup.did')}>{t(`backup.kind.${run.kind}`)}</td>
            <td data-label={t('backup.by')}>{t(`backup.by.${run.startedBy}`)}</td>
            <td data-label={t('backup.result')} className={run.state === 'failed' ? 'backup-failed' : undefined}>
              <Result run={run} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ run }: Readonly<{ run: BackupRun }>) {
  const { t } = useText();
  const why = run.fault === 'interrupted' ? t('backup.interrupted') : run.fault;
  return (
    <>
      {t(`backup.state.${run.state}`)}
      <span className="backup-note">{run.state === 'done' ? <Contents run={run} /> : why}</span>
    </>
  );
}
