import { useState } from 'react';
import { type Failure, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';
import { DropArea } from './drop-area.tsx';
import { fileSize } from './file-size.ts';
import { ProgressLine } from './progress-line.tsx';
import { Section } from './section.tsx';
import { useUpload } from './use-upload.ts';

/** The first step: files that belong together are gathered and sent. */
export function UploadPanel() {
  const { t } = useText();
  const [files, setFiles] = useState<readonly File[]>([]);
  const { state, send, cancel } = useUpload();
  const isSending = state.is === 'sending';
  const add = (added: readonly File[]) =>
    setFiles((before) => [...before.filter((old) => !added.some(({ name }) => name === old.name)), ...added]);
  return (
    <Section id="upload" title={t('data.upload')} subtitle={t('data.upload.subtitle')}>
      {!isSending && <DropArea add={add} hasFiles={files.length > 0} />}
      <FileList
        files={files}
        remove={isSending ? null : (name) => setFiles(files.filter((each) => each.name !== name))}
      />
      {state.is === 'failed' && <UploadFailed failure={state.failure} />}
      {isSending && <Sending {...state} cancel={cancel} />}
      {files.length > 0 && !isSending && (
        <div className="data-actions">
          <button type="button" className="button" onClick={() => send(files)}>
            {t('data.upload.send', { count: files.length })}
          </button>
          <button type="button" className="link" onClick={() => setFiles([])}>
            {t('data.upload.clear')}
          </button>
        </div>
      )}
    </Section>
  );
}

type FileListProps = Readonly<{ files: readonly File[]; remove: ((name: string) => void) | null }>;

function FileList({ files, remove }: FileListProps) {
  const { t } = useText();
  if (files.length === 0) return null;
  return (
    <ul className="data-files" aria-label={t('data.upload.files')}>
      {files.map((file) => (
        <li key={file.name}>
          <span className="data-file-name">{file.name}</span>
          <span className="t2 num">{fileSize(file.size)}</span>
          {remove && (
            <button
              type="button"
              className="link"
              aria-label={t('data.upload.remove_named', { name: file.name })}
              onClick={() => remove(file.name)}
            >
              {t('data.upload.remove')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Sending({ sent, total, cancel }: Readonly<{ sent: number; total: number; cancel: () => void }>) {
  const { t } = useText();
  const isSent = total > 0 && sent >= total;
  return (
    <ProgressLine
      label={t(isSent ? 'data.upload.recognising' : 'data.upload.sending')}
      part={isSent || total === 0 ? null : sent / total}
      amount={total > 0 && !isSent ? `${fileSize(sent)} / ${fileSize(total)}` : ''}
    >
      <button type="button" className="link" onClick={cancel}>
        {t('panel.cancel')}
      </button>
    </ProgressLine>
  );
}

function UploadFailed({ failure }: Readonly<{ failure: Failure }>) {
  const { t, say } = useText();
  if (failure.code === 'cancelled') return <p className="t2 data-line">{t('data.upload.cancelled')}</p>;
  return (
    <div role="alert" className="data-line">
      <p>{say(failureTitle(failure))}</p>
      {failure.details.map(({ detail, place }) => (
        <p key={detail.en + place?.file} className="t2">
          {place?.file && `${place.file}: `}
          {say(detail)}
        </p>
      ))}
    </div>
  );
}
