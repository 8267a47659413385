import { addDays } from '#shared/day.ts';
import { useText } from '#web/text/use-text.ts';
import type { DwellAnswer } from './dwell-query.ts';

/** How dwell is reckoned, what it rests on, and what is left out. */
export function DwellMethod({ answer }: Readonly<{ answer: DwellAnswer }>) {
  const { t } = useText();
  const { window, base, withoutHistory, stages } = answer;
  const n = stages.reduce((sum, { dwell }) => sum + (dwell?.n ?? 0), 0);
  const open = stages.reduce((sum, { dwell }) => sum + (dwell?.open ?? 0), 0);
  const days = (range: typeof window) => ({ from: range.from, to: addDays(range.before, -1) });
  return (
    <>
      <p>{t('pipeline.dwell.method_stays', { ...days(window), n, open })}</p>
      <p>{t('pipeline.dwell.method_curve')}</p>
      {base && <p>{t('pipeline.dwell.method_base', days(base))}</p>}
      <p>{t(`pipeline.dwell.method_${answer.unit}`)}</p>
      <p>{t('pipeline.dwell.method_standing')}</p>
      <p>{t('pipeline.dwell.method_line')}</p>
      <p>{t('pipeline.dwell.without_history', { count: withoutHistory.deals, of: withoutHistory.of })}</p>
    </>
  );
}
