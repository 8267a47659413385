import type { ReactNode } from 'react';
import { useAnswers } from '#web/api/use-answers.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';

const questions = { orders: { measures: ['order_count'], period: { kind: 'all' } } } as const;

/** Up to which day there are data, in one sentence. */
export function Freshness({ children }: Readonly<{ children?: ReactNode }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const { orders } = useAnswers(questions);
  const upTo = orders.state === 'answered' ? orders.data.asOf.dataUpTo : null;
  return (
    <>
      <p className="lead-sentence" aria-busy={orders.state === 'loading'}>
        {orders.state === 'loading' && <span className="panel-untitled" />}
        {orders.state === 'failed' && t('data.fresh.unknown')}
        {orders.state === 'answered' &&
          (upTo === null ? (
            t('data.fresh.nothing')
          ) : (
            <Sentence text="data.fresh.up_to" values={{ day: dayText(upTo, { locale, today }) }} />
          ))}
      </p>
      <p className="lead-meta">{children}</p>
    </>
  );
}
