import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, failureTitle } from '#web/api/failure.ts';
import { signed } from '#web/numbers/figure.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { undoImport } from './import-queries.ts';
import type { ImportBatch } from './import-types.ts';
import { rowsOf } from './report-counts.ts';

/** Takes an import back, after saying what that does; says why when it cannot be done. */
export function UndoButton({ batch }: Readonly<{ batch: ImportBatch }>) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="button button-plain" onClick={() => setAsking(true)}>
        {t('data.undo')}
      </button>
      {isAsking && <UndoDialog batch={batch} onClose={() => setAsking(false)} />}
    </>
  );
}

function UndoDialog({ batch, onClose }: Readonly<{ batch: ImportBatch; onClose: () => void }>) {
  const { t } = useText();
  const undo = useMutation({ mutationFn: () => undoImport(batch.id), onSuccess: onClose });
  const { inserted, updated } = rowsOf(batch.report);
  const isRefused = undo.isError && failureOf(undo.error).code === 'import_cannot_be_undone';
  return (
    <Dialog title={t('data.undo.title')} place="middle" onClose={onClose}>
      <p>
        {t(updated ? 'data.undo.what' : 'data.undo.what_new', {
          files: batch.files.map(({ name }) => name).join(t('data.and')),
          inserted: signed(inserted ?? 0, 0),
          updated: signed(updated ?? 0, 0),
        })}
      </p>
      <p className="t2 data-line">{t('data.undo.care')}</p>
      {undo.isError && <Refused error={undo.error} />}
      <div className="data-actions">
        {!isRefused && (
          <button type="button" className="button data-danger" disabled={undo.isPending} onClick={() => undo.mutate()}>
            {t(undo.isPending ? 'data.undo.busy' : 'data.undo.confirm')}
          </button>
        )}
        <button type="button" className="button button-plain" onClick={onClose}>
          {t(isRefused ? 'shell.close' : 'data.undo.keep')}
        </button>
      </div>
    </Dialog>
  );
}

function Refused({ error }: Readonly<{ error: unknown }>) {
  const { t, say } = useText();
  const failure = failureOf(error);
  return (
    <div role="alert" className="data-refused">
      <p>{say(failureTitle(failure))}</p>
      <ul>
        {failure.details.map(({ detail }) => (
          <li key={detail.en}>{say(detail)}</li>
        ))}
      </ul>
      <p className="t3">{t('panel.code', { code: failure.code })}</p>
    </div>
  );
}
