import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import type { AuditEntry } from './settings-types.ts';
import { useAuditWords } from './use-audit-words.ts';

/** Entries of the audit log, one row each. */
export function AuditTable({ entries }: Readonly<{ entries: readonly AuditEntry[] }>) {
  const { t } = useText();
  const { actionName, actorName, subjectName, detailsText } = useAuditWords();
  const moment = useMoment();
  return (
    <table className="table settings-stack settings-audit" aria-label={t('settings.audit')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.audit.when')}</th>
          <th scope="col">{t('settings.audit.action')}</th>
          <th scope="col">{t('settings.audit.actor')}</th>
          <th scope="col">{t('settings.audit.subject')}</th>
          <th scope="col">{t('settings.audit.details')}</th>
          <th scope="col">{t('settings.audit.address')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.position} title={`#${entry.position} ${entry.hash}`}>
            <td className="t2">{moment(entry.at)}</td>
            <th scope="row">{actionName(entry.action)}</th>
            <td>{actorName(entry)}</td>
            <td>{subjectName(entry)}</td>
            <td className="t2 settings-details">{detailsText(entry.details)}</td>
            <td className="t3">{entry.address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
