import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Bar } from '#web/charts/bar/bar.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { partsOf, totalOf } from '../titles/parts.ts';

type RefundsPanelProps = Readonly<{ lines: Asked; reasons: Asked; base: QuestionBase }>;

/** Refunds by product line with their share of orders, and by reason. */
export function RefundsPanel({ lines, reasons, base }: RefundsPanelProps) {
  const { t } = useText();
  const numbers = useNumbers();
  return (
    <Panel
      id="refunds"
      asked={lines}
      shape="rows"
      height={260}
      title={(answer) => {
        const total = totalOf(answer, 'refund_amount').value ?? 0;
        const gross = totalOf(answer, 'gross_revenue').value ?? 0;
        const first = partsOf(answer, 'product_line', 'refund_amount').find((part) => part.name !== null);
        if (total <= 0) return t('revenue.refunds.none');
        return t(first && gross > 0 ? 'revenue.refunds.title' : 'revenue.refunds.amount', {
          amount: numbers.text(total, 'money'),
          share: numbers.text(gross > 0 ? total / gross : null, 'ratio'),
          line: first?.name ?? '',
          part: numbers.text((first?.value ?? 0) / total, 'ratio'),
        });
      }}
      subtitle={t('revenue.refunds.subtitle')}
      empty={(answer) =>
        (totalOf(answer, 'refund_amount').value ?? 0) <= 0 ? { why: t('revenue.refunds.empty') } : null
      }
    >
      {(answer) => (
        <>
          <Lines answer={answer} base={base} />
          {reasons.state === 'answered' && <Reasons answer={reasons.data} base={base} />}
        </>
      )}
    </Panel>
  );
}

function Lines({ answer, base }: Readonly<{ answer: Answer; base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const rows = answer.rows.filter((row) => (numberOf(row.refund_amount) ?? 0) > 0);
  const format = numbers.column(
    rows.map((row) => row.refund_amount),
    'money',
  );
  const rates = rows.map((row) => {
    const gross = numberOf(row.gross_revenue) ?? 0;
    return gross > 0 ? (numberOf(row.refund_amount) ?? 0) / gross : null;
  });
  const most = Math.max(...rates.map((rate) => rate ?? 0), 0);
  return (
    <table className="table fixed refunds" aria-label={t('revenue.refunds.subtitle')}>
      <thead>
        <tr>
          <th scope="col">{t('revenue.product_line')}</th>
          <th scope="col" className="num value-column">
            {withUnit(t('revenue.fact.refunds'), format)}
          </th>
          <td className="bar-column" />
          <th scope="col" className="num value-column">
            {t('revenue.refunds.rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {partsOf({ ...answer, rows }, 'product_line', 'refund_amount').map((part, index) => (
          <tr key={part.key ?? 'none'}>
            <th scope="row">
              <button
                type="button"
                className="plain"
                onClick={() =>
                  detail.rows(
                    cellOf(base, 'refund_amount', { product_line: part.key }),
                    part.name ?? t('overview.none'),
                  )
                }
              >
                {part.name ?? t('overview.none')}
              </button>
            </th>
            <td className="num">{format.text(part.value)}</td>
            <td className="bar-column">
              <Bar value={rates[index] ?? null} most={most} height={8} />
            </td>
            <td className="num">{numbers.text(rates[index] ?? null, 'ratio')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reasons({ answer, base }: Readonly<{ answer: Answer; base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const total = totalOf(answer, 'refund_amount').value ?? 0;
  const reasons = partsOf(answer, 'refund_reason', 'refund_amount').filter((part) => (part.value ?? 0) > 0);
  if (total <= 0 || reasons.every((part) => part.name === null)) return null;
  return (
    <ul className="reasons" aria-label={t('revenue.refunds.reasons')}>
      {reasons.slice(0, 6).map((part) => (
        <li key={part.key ?? 'none'}>
          <button
            type="button"
            className="plain"
            onClick={() =>
              detail.rows(cellOf(base, 'refund_amount', { refund_reason: part.key }), part.name ?? t('overview.none'))
            }
          >
            {part.name ?? t('overview.none')}
          </button>
          <b className="num">{numbers.text((part.value ?? 0) / total, 'ratio')}</b>
        </li>
      ))}
    </ul>
  );
}
