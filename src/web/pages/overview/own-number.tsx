import type { Asked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';

/** On a phone the rep's revenue comes first and large; on a desk the tile says it. */
export function OwnNumber({ totals, base }: Readonly<{ totals: Asked; base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  if (totals.state !== 'answered') return null;
  const { compare, asOf } = totals.data;
  const revenue = numbers.figure(totals.data.totals.revenue, 'money');
  const workdays = { elapsed: asOf.workdaysElapsed, total: asOf.workdaysTotal };
  return (
    <section className="own-number">
      <div className="own-label">
        <span>{t('overview.own.revenue')}</span>
        <span>{t('lead.workday_label', workdays)}</span>
      </div>
      <div className="own-value">
        <button type="button" onClick={() => detail.rows(cellOf(base, 'revenue'), t('overview.own.revenue'))}>
          {revenue.value}
          <small>{revenue.unit}</small>
        </button>
        {compare && (
          <span>
            <Change value={totals.data.totals.revenue_change} unit="money" />
            {compare.basis === 'workdays' && (
              <span className="badge">{t('overview.badge.workdays', { count: compare.workdaysElapsed })}</span>
            )}
          </span>
        )}
      </div>
    </section>
  );
}
