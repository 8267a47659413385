import { useMe } from '#web/api/use-me.ts';
import { bucketName } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { usePeriodName } from '../titles/period-name.ts';
import type { Forecast, ForecastHistory, LeadAccuracy, PastForecast } from './outlook-queries.ts';

/** Below this, a bias is not worth a word. */
const noBias = 0.03;

/** The sentences of the forecast. */
export function useOutlookWords() {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { today } = useMe().calendar;
  const period = usePeriodName();
  const share = (value: number | null) => numbers.text(value === null ? null : Math.abs(value), 'ratio');
  return {
    period,
    title: (forecast: Forecast, accuracy: LeadAccuracy | null): string => {
      if (forecast.kind === 'not_running') return t('pipeline.outlook.over', { period });
      if (forecast.kind === 'not_enough_data')
        return t('pipeline.outlook.few', { need: forecast.need, have: forecast.have });
      const money = (value: number) => numbers.text(value, 'money');
      const said = t('pipeline.outlook.title', {
        period,
        p50: money(forecast.p50),
        p10: money(forecast.p10),
        p90: money(forecast.p90),
      });
      if (!accuracy || accuracy.bias === null || accuracy.n < 3) return said;
      const tone = Math.abs(accuracy.bias) < noBias ? 'even' : accuracy.bias > 0 ? 'high' : 'low';
      return said + t(`pipeline.outlook.bias_${tone}`, { lead: accuracy.lead, bias: share(accuracy.bias) });
    },
    accuracy: ({ lead, n, bias, wape, coverage }: LeadAccuracy): string =>
      t('pipeline.outlook.accuracy', {
        lead,
        n,
        bias: bias === null ? '—' : numbers.signed(bias, 'ratio'),
        wape: share(wape),
        inside: Math.round(coverage * n),
      }),
    bucket: (point: PastForecast, { unit }: ForecastHistory): string =>
      bucketName(point.period.from, unit, { locale, today }),
    error: ({ seen, actual }: PastForecast): string =>
      actual === 0 ? '—' : numbers.signed((seen.p50 - actual) / actual, 'ratio'),
  };
}
