import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { WinRate } from './funnel-query.ts';

/** What a win rate rests on, in words. */
export function useWinWords() {
  const { t } = useText();
  const numbers = useNumbers();
  const percent = (value: number) => numbers.figure(value, 'ratio').value;
  return {
    /** `22.4–32.7%`; null when nothing was decided. */
    interval: ({ interval }: WinRate): string | null =>
      interval && `${percent(interval.low)}–${numbers.text(interval.high, 'ratio')}`,
    /** Won, lost and the interval, for the strip of facts. */
    short: ({ won, lost, interval }: WinRate): string =>
      interval
        ? t('pipeline.fact.win_interval', { won, lost, low: percent(interval.low), high: percent(interval.high) })
        : t('pipeline.fact.nothing_decided'),
  };
}
