import { useText } from '#web/text/use-text.ts';
import type { UploadedFile } from './import-types.ts';
import { Section } from './section.tsx';

/** Why a file cannot be read at all; it is then left out. */
export function FileProblems({ file }: Readonly<{ file: UploadedFile }>) {
  const { t, say } = useText();
  if (file.problems.length === 0) return null;
  return (
    <Section id={`problem-${file.name}`} title={file.name} subtitle={t('data.file.unreadable')}>
      <ul className="data-warnings">
        {file.problems.map(({ detail, place }) => (
          <li key={detail.en}>
            {say(detail)}
            {place?.row !== undefined && <span className="t3"> {t('data.at_row', { row: place.row })}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
