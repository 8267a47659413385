import { signed } from '#web/numbers/figure.ts';
import { useText } from '#web/text/use-text.ts';
import type { Report } from './import-types.ts';
import { Section } from './section.tsx';

/** What the import decided by itself or noticed, so that a person can disagree. */
export function ReportNotes({ notes }: Readonly<{ notes: NonNullable<Report['notes']> }>) {
  const { t, say } = useText();
  return (
    <Section id="notes" title={t('data.notes')} subtitle={t('data.notes.subtitle')}>
      <ul className="data-notes">
        {notes.map(({ code, text, file, sheet, count, firstRow }) => (
          <li key={`${code}${file}${sheet}${text.en}`}>
            <span>{say(text)}</span>
            <span className="t3">
              {[
                file,
                sheet,
                count > 1 ? t('data.notes.rows', { rows: signed(count, 0), first: firstRow ?? 0 }) : null,
                count === 1 ? t('data.notes.row', { row: firstRow ?? 0 }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
