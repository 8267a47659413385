import { type DragEvent, useState } from 'react';
import { useText } from '#web/text/use-text.ts';

const accepted = '.csv,.tsv,.txt,.xlsx,.xls,.xlsm';

type Props = Readonly<{ add: (files: readonly File[]) => void; hasFiles: boolean }>;

/** Where files are dropped, or chosen by mouse, finger or keyboard. */
export function DropArea({ add, hasFiles }: Props) {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <label
      className="data-drop"
      data-over={isOver}
      data-small={hasFiles}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        multiple
        accept={accepted}
        className="visually-hidden"
        aria-label={t('data.upload.choose')}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          // So that the same file can be chosen again after it was removed.
          event.target.value = '';
        }}
      />
      <span className="data-drop-title">
        {t(hasFiles ? 'data.upload.more' : 'data.upload.drop')} <span className="link">{t('data.upload.choose')}</span>
      </span>
      {!hasFiles && <span className="t2">{t('data.upload.formats')}</span>}
    </label>
  );
}
