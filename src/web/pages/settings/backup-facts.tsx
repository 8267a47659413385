import type { ReactNode } from 'react';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import type { BackupOverview, BackupRun } from './backup-queries.ts';

/** When the last backup was, whether it was proven to restore, when the next one comes, and how it is locked. */
export function BackupFacts({ overview }: Readonly<{ overview: BackupOverview }>) {
  const { t } = useText();
  const moment = useMoment();
  const { lastBackup, lastVerified, nextBackupAt, nextVerifyAt, settings } = overview;
  return (
    <dl className="backup-facts">
      <Fact name={t('backup.last')} note={lastBackup && <Contents run={lastBackup} />}>
        {lastBackup ? moment(lastBackup.startedAt) : t('backup.last.none')}
      </Fact>
      <Fact
        name={t('backup.verified')}
        note={lastVerified && t('backup.verified.what', { rows: grouped(lastVerified.rows) })}
      >
        {lastVerified ? moment(lastVerified.startedAt) : t('backup.verified.none')}
      </Fact>
      <Fact
        name={t('backup.next')}
        note={nextBackupAt && t('backup.every', { hours: settings.everyHours, keep: settings.keep })}
      >
        <Next overview={overview} />
      </Fact>
      <Fact
        name={t('backup.next_verify')}
        note={nextVerifyAt && t('backup.verify_every', { days: settings.verifyDays })}
      >
        <NextVerify overview={overview} />
      </Fact>
      <Fact name={t('backup.lock')}>{t(`backup.lock.${settings.lock ?? 'none'}`)}</Fact>
      <Fact name={t('backup.where')}>
        <span className="backup-file">{lastBackup?.file ?? settings.folder ?? '—'}</span>
      </Fact>
    </dl>
  );
}

function Next({ overview: { nextBackupAt, lastBackup } }: Readonly<{ overview: BackupOverview }>) {
  const { t } = useText();
  const moment = useMoment();
  if (nextBackupAt === null) return t('backup.next.none');
  return lastBackup === null ? t('backup.next.soon') : moment(nextBackupAt);
}

function NextVerify({ overview: { nextVerifyAt, lastBackup } }: Readonly<{ overview: BackupOverview }>) {
  const { t } = useText();
  const moment = useMoment();
  if (nextVerifyAt === null) return t('backup.next_verify.none');
  return lastBackup === null ? t('backup.next_verify.after_first') : moment(nextVerifyAt);
}

/** How large it is, and how much is in it. */
export function Contents({ run: { bytes, tables, rows } }: Readonly<{ run: BackupRun }>) {
  const { t } = useText();
  if (bytes === null || tables === null) return null;
  return t('backup.what', { size: sizeText(bytes), tables, rows: grouped(rows) });
}

function Fact({ name, note, children }: Readonly<{ name: string; note?: ReactNode; children: ReactNode }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note && <span className="backup-note">{note}</span>}
      </dd>
    </div>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

function grouped(rows: number | null): string {
  return (rows ?? 0).toLocaleString('en');
}
