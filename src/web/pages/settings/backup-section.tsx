import { useMutation, useQuery } from '@tanstack/react-query';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { BackupFacts } from './backup-facts.tsx';
import { type BackupOverview, backupsQuery, startBackup } from './backup-queries.ts';
import { BackupRuns } from './backup-runs.tsx';
import { Refused } from './refused.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import './backup.css';

/** Backups of the whole installation: whether there is one that restores, the schedule, and doing it now. */
export function BackupSection() {
  const { t } = useText();
  const backups = useQuery(backupsQuery);
  const start = useMutation({ mutationFn: startBackup });
  const title = useTitle(backups.data);
  return (
    <>
      <SettingsPanel id="backup" title={title} subtitle={t('backup.subtitle')} busy={backups.isPending}>
        <AskedContent asked={backups}>
          {(overview) => (
            <div className="backup">
              <Warnings overview={overview} />
              <BackupFacts overview={overview} />
              <Refused error={start.error} />
              <Doing overview={overview} isStarting={start.isPending} start={start.mutate} />
            </div>
          )}
        </AskedContent>
      </SettingsPanel>
      <SettingsPanel id="backup-runs" title={t('backup.runs')} busy={backups.isPending}>
        <AskedContent asked={backups} empty={backups.data?.runs.length === 0 ? t('backup.runs.empty') : null}>
          {({ runs }) => <BackupRuns runs={runs} />}
        </AskedContent>
      </SettingsPanel>
    </>
  );
}

/** The title says how things are: proven, unproven, or nothing there. */
function useTitle(overview: BackupOverview | undefined): string {
  const { t } = useText();
  const moment = useMoment();
  if (!overview) return t('backup.title');
  const { lastBackup, lastVerified } = overview;
  if (!lastBackup) return t('backup.title.none');
  const isProven = lastVerified !== null && lastVerified.startedAt >= lastBackup.startedAt;
  return t(isProven ? 'backup.title.fine' : 'backup.title.unproven', { when: moment(lastBackup.startedAt) });
}

function Warnings({ overview: { warnings } }: Readonly<{ overview: BackupOverview }>) {
  const { t } = useText();
  if (warnings.length === 0) return null;
  return (
    <ul className="backup-warnings">
      {warnings.map((each) => (
        <li key={each} className="settings-care">
          {t(`backup.warning.${each}`)}
        </li>
      ))}
    </ul>
  );
}

type DoingProps = Readonly<{
  overview: BackupOverview;
  isStarting: boolean;
  start: (kind: 'backup' | 'verify') => void;
}>;

function Doing({ overview, isStarting, start }: DoingProps) {
  const { t } = useText();
  const { running, settings, lastBackup } = overview;
  const isReady = settings.folder !== null && settings.lock !== null && !running && !isStarting;
  return (
    <>
      <div className="settings-actions">
        <button type="button" className="button" disabled={!isReady} onClick={() => start('backup')}>
          {t('backup.now')}
        </button>
        <button
          type="button"
          className="button button-plain"
          disabled={!isReady || !settings.canVerify || !lastBackup}
          onClick={() => start('verify')}
        >
          {t('backup.verify')}
        </button>
      </div>
      <div role="status" className="backup-running">
        {running && <Running running={running} />}
      </div>
    </>
  );
}

function Running({ running }: Readonly<{ running: NonNullable<BackupOverview['running']> }>) {
  const { t } = useText();
  const { kind, done, tables } = running;
  const how = tables === null ? t('backup.tables_done', { done }) : t('backup.tables_of', { done, tables });
  return (
    <>
      <span>{t(`backup.running.${kind}`)}</span>
      <progress aria-label={t(`backup.running.${kind}`)} {...(tables === null ? {} : { value: done, max: tables })} />
      <span className="t3">{how}</span>
    </>
  );
}
