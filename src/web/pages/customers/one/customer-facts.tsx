import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { aliveText } from '../churn/alive-text.ts';
import type { OneCustomer } from './one-queries.ts';

type Props = Readonly<{ customer: OneCustomer }>;

/** The figures of the customer in a row. */
export function CustomerFacts({ customer: { figures, churn } }: Props) {
  const { t } = useText();
  const numbers = useNumbers();
  const days = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : t('customer.days', { count: Math.round(value) });
  const facts = [
    {
      name: t('customer.revenue'),
      value: numbers.text(figures.revenue, 'money'),
      note: t('customer.orders', { count: figures.orders }),
    },
    {
      name: t('customer.last_order'),
      value: figures.quietDays === null ? '—' : t('customer.ago', { count: figures.quietDays }),
      note: churn?.thresholdDays ? t('customer.limit', { count: Math.round(churn.thresholdDays) }) : '',
    },
    { name: t('customer.rhythm'), value: days(churn?.medianGapDays), note: t('customer.rhythm_note') },
    {
      name: t('customer.alive'),
      value: aliveText(churn?.alive ?? null),
      note:
        churn?.expectedOrders == null
          ? t('customer.no_model')
          : t('customer.expected', { orders: Number(churn.expectedOrders.toFixed(1)) }),
    },
    {
      name: t('customer.activity'),
      value: String(Math.round(figures.activity)),
      note: t('customer.effort', { effort: Math.round(figures.effort) }),
    },
    {
      name: t('customer.contact'),
      value: figures.contactDays === null ? '—' : t('customer.ago', { count: figures.contactDays }),
      note: '',
    },
  ];
  return (
    <dl className="customer-facts">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b>
            <span>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
