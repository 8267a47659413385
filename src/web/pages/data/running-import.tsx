import { useMutation } from '@tanstack/react-query';
import { failureOf, failureTitle } from '#web/api/failure.ts';
import { signed } from '#web/numbers/figure.ts';
import { useText } from '#web/text/use-text.ts';
import { cancelImport } from './import-queries.ts';
import type { ImportBatch } from './import-types.ts';
import { ProgressLine } from './progress-line.tsx';

/** An import under way: its phase, how many rows of how many, and cancel. */
export function RunningImport({ batch, mayWrite }: Readonly<{ batch: ImportBatch; mayWrite: boolean }>) {
  const { t, say } = useText();
  const cancel = useMutation({ mutationFn: () => cancelImport(batch.id) });
  const { progress } = batch;
  const rows = progress?.rows ?? 0;
  const total = progress?.total ?? null;
  return (
    <>
      <p className="lead-sentence">
        {t('data.running', { files: batch.files.map(({ name }) => name).join(t('data.and')) })}
      </p>
      <ProgressLine
        label={t(progress ? `data.phase.${progress.phase}` : 'data.phase.elsewhere')}
        part={total ? rows / total : null}
        amount={
          total
            ? t('data.rows_of', { rows: signed(rows, 0), total: signed(total, 0) })
            : t('data.rows', { rows: signed(rows, 0) })
        }
      >
        {mayWrite && (
          <button
            type="button"
            className="link"
            disabled={cancel.isPending || cancel.isSuccess}
            onClick={() => cancel.mutate()}
          >
            {t(cancel.isIdle || cancel.isError ? 'panel.cancel' : 'data.cancelling')}
          </button>
        )}
      </ProgressLine>
      {cancel.isError && <p role="alert">{say(failureTitle(failureOf(cancel.error)))}</p>}
      <p className="t2 data-line">{t('data.running.note')}</p>
    </>
  );
}
