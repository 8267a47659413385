import { addDays, type Day } from '#shared/day.ts';
import { useText } from '#web/text/use-text.ts';
import type { FunnelAnswer } from './funnel-query.ts';

/** How the funnel is reckoned, what it rests on, and what is left out. */
export function FunnelMethod({ answer }: Readonly<{ answer: FunnelAnswer }>) {
  const { t } = useText();
  const days = ({ range, seenBefore }: FunnelAnswer['now']) => ({
    from: range.from,
    to: addDays(range.before, -1),
    seen: addDays(seenBefore as Day, -1),
  });
  const { now, previous, yearAgo } = answer.deals;
  return (
    <>
      <p>{t('pipeline.funnel.method_cohort', { ...days(answer.now), n: now.n, days: answer.matureDays })}</p>
      <p>{t(`pipeline.funnel.method_${answer.way}`)}</p>
      <p>{t('pipeline.funnel.method_parts')}</p>
      <p>{t('pipeline.funnel.method_previous', { ...days(answer.previous), n: previous.n })}</p>
      <p>{t('pipeline.funnel.method_year', { ...days(answer.yearAgo), n: yearAgo.n })}</p>
      <p>{t('pipeline.funnel.method_weakest')}</p>
      <p>{t('pipeline.funnel.without_history', { count: answer.withoutHistory, of: now.n })}</p>
    </>
  );
}
