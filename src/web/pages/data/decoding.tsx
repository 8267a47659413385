import { useText } from '#web/text/use-text.ts';
import { type FileDraft, withFile } from './draft.ts';
import { encodingName } from './encoding-name.ts';
import type { UploadedFile } from './import-types.ts';
import { LabelledSelect } from './labelled-select.tsx';
import type { WizardProps } from './wizard-props.ts';

type Props = Omit<WizardProps, 'upload'> & Readonly<{ file: UploadedFile }>;

/** The encoding and the delimiter of a text file: as found, or as a person says. */
export function Decoding({ file, catalogue, draft, decide }: Props) {
  const { t } = useText();
  const chosen = draft.files[file.name] ?? {};
  const choose = (change: FileDraft) => decide((before) => withFile(before, file.name, change));
  const automatic = (isChosen: boolean, found: string | null) =>
    isChosen || found === null ? t('data.auto') : t('data.auto_found', { found });
  const delimiterName = (delimiter: string) => t(delimiterNames[delimiter] ?? 'data.delimiter.other');
  return (
    <>
      <LabelledSelect
        label={t('data.encoding')}
        value={chosen.encoding ?? ''}
        choose={(value) => choose({ encoding: value || undefined })}
        options={[
          { value: '', label: automatic(chosen.encoding !== undefined, file.encoding && encodingName(file.encoding)) },
          ...catalogue.encodings.map((value) => ({ value, label: encodingName(value) })),
        ]}
      />
      <LabelledSelect
        label={t('data.delimiter')}
        value={chosen.delimiter ?? ''}
        choose={(value) => choose({ delimiter: value || undefined })}
        options={[
          {
            value: '',
            label: automatic(chosen.delimiter !== undefined, file.delimiter && delimiterName(file.delimiter)),
          },
          ...catalogue.delimiters.map((value) => ({ value, label: delimiterName(value) })),
        ]}
      />
    </>
  );
}

const delimiterNames: Readonly<
  Record<string, 'data.delimiter.comma' | 'data.delimiter.semicolon' | 'data.delimiter.tab' | 'data.delimiter.bar'>
> = {
  ',': 'data.delimiter.comma',
  ';': 'data.delimiter.semicolon',
  '\t': 'data.delimiter.tab',
  '|': 'data.delimiter.bar',
};
