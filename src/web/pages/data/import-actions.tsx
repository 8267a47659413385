import { Link } from '@tanstack/react-router';
import type { Day } from '#shared/day.ts';
import { customPeriod } from '#web/filters/period-choice.ts';
import { useText } from '#web/text/use-text.ts';
import type { ImportBatch, Report } from './import-types.ts';
import { UndoButton } from './undo-button.tsx';
import { searchOf } from './use-data-place.ts';

type Props = Readonly<{ batch: ImportBatch; uploadId: string | null; mayWrite: boolean }>;

/** What one does after an import: look at the figures, try again, take it back, bring in more. */
export function ImportActions({ batch, uploadId, mayWrite }: Props) {
  const { t } = useText();
  const { state, report } = batch;
  const canTryAgain = mayWrite && uploadId !== null && (state === 'failed' || state === 'cancelled');
  const toColumns = canTryAgain ? searchOf({ at: 'columns', uploadId }) : null;
  return (
    <div className="data-actions">
      {state === 'done' && <ToRevenue report={report} />}
      {toColumns && (
        <Link className="button" to="." search={((before: object) => ({ ...before, ...toColumns })) as never}>
          {t('data.try_again')}
        </Link>
      )}
      {state === 'done' && mayWrite && <UndoButton batch={batch} />}
      {mayWrite && (
        <Link
          className="button button-plain"
          to="."
          search={((before: object) => ({ ...before, ...searchOf({ at: 'start' }) })) as never}
        >
          {t('data.another')}
        </Link>
      )}
    </div>
  );
}

/** The revenue page for the days the orders of this import are of. */
function ToRevenue({ report }: Readonly<{ report: Report }>) {
  const { t } = useText();
  const { firstDay, lastDay } = report.totals ?? {};
  if (!firstDay || !lastDay) return null;
  const period = customPeriod(firstDay as Day, lastDay as Day); // as: the report's days are days
  return (
    <Link className="button" to={'/revenue' as string} search={{ period } as never}>
      {t('data.see_revenue')}
    </Link>
  );
}
