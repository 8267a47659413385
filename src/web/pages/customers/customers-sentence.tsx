import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { Nothing } from '../lead/nothing.tsx';
import { totalOf } from '../titles/parts.ts';
import { usePeriodName } from '../titles/period-name.ts';

/** Who bought in the period, and how many of them came back. */
export function CustomersSentence({ totals }: Readonly<{ totals: Asked }>) {
  const { t } = useText();
  if (totals.state === 'failed') return t('lead.failed');
  if (totals.state === 'loading') return <span className="t3">{t('lead.loading')}</span>;
  return <Answered totals={totals.data} />;
}

function Answered({ totals }: Readonly<{ totals: Answer }>) {
  const numbers = useNumbers();
  const period = usePeriodName();
  const active = totalOf(totals, 'active_customers');
  if (!active.value && !active.base) return <Nothing answer={totals} />;
  return (
    <Sentence
      text="customers.lead.active"
      values={{
        period,
        active: numbers.text(active.value, 'count'),
        new: numbers.text(totals.totals.new_customers, 'count'),
        repeat: numbers.text(totals.totals.repeat_rate, 'ratio'),
      }}
    />
  );
}
