import { useText } from '#web/text/use-text.ts';
import type { DayOrder } from './import-types.ts';

const orders = ['ymd', 'dmy', 'mdy'] as const;

type Props = Readonly<{ column: string; order: DayOrder | null; choose: (order: DayOrder | null) => void }>;

/** In which order the dates of a column are written; by itself it is decided over all values. */
export function DateOrder({ column, order, choose }: Props) {
  const { t } = useText();
  return (
    <select
      className="data-select"
      aria-label={t('data.date_order_of', { column })}
      value={order ?? ''}
      onChange={({ target }) => choose(orders.find((each) => each === target.value) ?? null)}
    >
      <option value="">{t('data.auto')}</option>
      {orders.map((each) => (
        <option key={each} value={each}>
          {t(`data.order.${each}`)}
        </option>
      ))}
    </select>
  );
}
