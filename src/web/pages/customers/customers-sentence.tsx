import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Change } from '#web/numbers/change.tsx';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { Nothing } from '../lead/nothing.tsx';
import { totalOf } from '../titles/parts.ts';
import { usePeriodName } from '../titles/period-name.ts';
import type { ActivityAnswer, TiersAnswer } from './customers-queries.ts';

type Props = Readonly<{ totals: Asked; tiers: Asked<TiersAnswer>; activity: Asked<ActivityAnswer> }>;

/** Who bought in the period, who of the valuable ones goes quiet, and who belongs to nobody. */
export function CustomersSentence({ totals, tiers, activity }: Props) {
  const { t } = useText();
  if (totals.state === 'failed') return t('lead.failed');
  if (totals.state === 'loading') return <span className="t3">{t('lead.loading')}</span>;
  const { value, base } = totalOf(totals.data, 'active_customers');
  if (!value && !base) return <Nothing answer={totals.data} />;
  return (
    <>
      <Bought totals={totals.data} />
      {activity.state === 'answered' && <Quiet activity={activity.data} />}
      {tiers.state === 'answered' && <Held tiers={tiers.data} />}
      {t('customers.lead.stop')}
    </>
  );
}

function Bought({ totals }: Readonly<{ totals: Answer }>) {
  const numbers = useNumbers();
  const period = usePeriodName();
  const active = totalOf(totals, 'active_customers');
  return (
    <>
      <Sentence
        text="customers.lead.active"
        values={{
          period,
          active: numbers.text(active.value, 'count'),
          new: numbers.text(totals.totals.new_customers, 'count'),
          repeat: numbers.text(totals.totals.repeat_rate, 'ratio'),
        }}
      />
      {active.change !== null && (
        <Sentence text="customers.lead.moved" parts={{ change: <Change value={active.change} unit="count" /> }} />
      )}
    </>
  );
}

function Quiet({ activity }: Readonly<{ activity: ActivityAnswer }>) {
  const numbers = useNumbers();
  const quiet = activity.quadrants.find(({ quadrant }) => quadrant === 'going_quiet');
  if (!quiet) return null;
  return (
    <>
      <Sentence
        text="customers.lead.quiet"
        values={{ count: quiet.customers, amount: numbers.text(quiet.revenue, 'money') }}
      />
      {activity.neglected > 0 && <Sentence text="customers.lead.neglected" values={{ count: activity.neglected }} />}
    </>
  );
}

function Held({ tiers }: Readonly<{ tiers: TiersAnswer }>) {
  const few = tiers.reps.filter(({ flag }) => flag === 'too_few').length;
  return (
    <>
      {few > 0 && <Sentence text="customers.lead.few" values={{ count: few }} />}
      <Sentence text="customers.lead.pool" values={{ count: tiers.pool.all.customers }} />
    </>
  );
}
