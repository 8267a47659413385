import type { Locale } from '#shared/bilingual.ts';
import type { Day } from '#shared/day.ts';
import { csvFile } from '#web/panel/download-csv.ts';
import { exportFile } from '#web/panel/export-file.ts';
import type { AuditEntry } from './settings-types.ts';
import type { AuditWords } from './use-audit-words.ts';

type About = Readonly<{ words: AuditWords; locale: Locale; today: Day; name: string }>;

const headers: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['序号', '时间（UTC）', '操作', '操作人', '操作人编号', '对象', '对象编号', '内容', '来自', '哈希'],
  en: ['No', 'Time (UTC)', 'Action', 'Who', 'Who (id)', 'Subject', 'Subject (id)', 'Details', 'From', 'Hash'],
};

/** Saves entries of the audit log as CSV that Excel opens, with ids and hashes, so that the file can be checked. */
export function saveAudit(entries: readonly AuditEntry[], { words, locale, today, name }: About): Promise<void> {
  const rows = entries.map((entry) => [
    entry.position,
    entry.at,
    words.actionName(entry.action),
    words.actorName(entry),
    entry.actor,
    words.subjectName(entry),
    entry.subjectId,
    JSON.stringify(entry.details),
    entry.address,
    entry.hash,
  ]);
  const note = { what: 'audit', id: 'audit' } as const;
  const make = () => csvFile([headers[locale], ...rows]);
  return exportFile({ note, format: 'csv', rows: rows.length, name, day: today, make });
}
