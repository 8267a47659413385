import { useText } from '#web/text/use-text.ts';
import { Decoding } from './decoding.tsx';
import type { UploadedFile } from './import-types.ts';
import { Section } from './section.tsx';
import type { WizardProps } from './wizard-props.ts';

/** Why a file cannot be read at all; with another encoding it perhaps can, else it is left out. */
export function FileProblems(props: WizardProps & Readonly<{ file: UploadedFile }>) {
  const { t, say } = useText();
  const { file } = props;
  if (file.problems.length === 0) return null;
  return (
    <Section id={`problem-${file.name}`} title={file.name} subtitle={t('data.file.unreadable')}>
      <fieldset className="data-options">
        <legend className="visually-hidden">{t('data.options', { name: file.name })}</legend>
        <Decoding {...props} />
      </fieldset>
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
