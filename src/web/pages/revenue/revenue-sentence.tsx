import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Change } from '#web/numbers/change.tsx';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { Nothing } from '../lead/nothing.tsx';
import { driversOf, partsOf, totalOf } from '../titles/parts.ts';
import { usePeriodName } from '../titles/period-name.ts';
import { useTrendWords } from './use-trend-words.ts';

type Props = Readonly<{ totals: Asked; lines: Asked; months: Asked }>;

/** Orders and revenue of the period, where the change came from, and how the last two months went. */
export function RevenueSentence({ totals, lines, months }: Props) {
  const { t } = useText();
  if (totals.state === 'failed') return t('lead.failed');
  if (totals.state === 'loading' || lines.state !== 'answered' || months.state !== 'answered') {
    return <span className="t3">{t('lead.loading')}</span>;
  }
  return <Answered totals={totals.data} lines={lines.data} months={months.data} />;
}

function Answered({ totals, lines, months }: Readonly<{ totals: Answer; lines: Answer; months: Answer }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const period = usePeriodName();
  const trend = useTrendWords();
  const revenue = totalOf(totals, 'revenue');
  if (!revenue.value && !revenue.base) return <Nothing answer={totals} />;
  const values = {
    period,
    orders: numbers.text(totals.totals.order_count, 'count'),
    revenue: numbers.text(revenue.value, 'money'),
    median: numbers.text(totals.totals.median_order_value, 'money'),
  };
  const isMedianKnown = totals.totals.median_order_value != null;
  const end = <Sentence text={isMedianKnown ? 'revenue.lead.median' : 'revenue.lead.stop'} values={values} />;
  if (revenue.change === null) {
    return (
      <>
        <Sentence text="revenue.lead.plain" values={values} />
        {end}
      </>
    );
  }
  const found = driversOf(partsOf(lines, 'product_line', 'revenue'), revenue.delta);
  const recent = trend(months, 'month');
  return (
    <>
      <Sentence
        text="revenue.lead.moved"
        values={values}
        parts={{ change: <Change value={revenue.change} unit="money" /> }}
      />
      {found && (
        <Sentence
          text={`revenue.lead.${revenue.change > 0 ? 'up' : 'down'}${found.share <= 1 ? '' : '_amount'}`}
          values={{
            name: found.driver.name ?? '',
            share: numbers.text(found.share, 'ratio'),
            amount: numbers.text(Math.abs(found.driver.delta ?? 0), 'money'),
          }}
        />
      )}
      {recent !== null && t('revenue.lead.recent', { recent })}
      {end}
    </>
  );
}
