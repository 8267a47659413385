import type { Day } from '#shared/day.ts';
import type { Answer, Grain } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { changeText } from '#web/numbers/change-text.ts';
import { bucketName, bucketText } from '#web/numbers/dates.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useText } from '#web/text/use-text.ts';

/** The last complete bucket and the running one against the year before, in half a sentence; null when neither can be compared. */
export function useTrendWords(): (answer: Answer, grain: Grain) => string | null {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const name = (row: Answer['rows'][number], grain: Grain) => {
    const start = row[grain] as Day;
    return grain === 'month' || grain === 'quarter'
      ? bucketText(start, grain, locale)
      : bucketName(start, grain, { locale, today });
  };
  const moved = (row: Answer['rows'][number] | undefined) => {
    const change = changeText(row?.revenue_change, 'money', locale);
    if (change.direction === 'unknown') return null;
    return t(`finding.${change.direction}`, { percent: change.text });
  };
  return (answer, grain) => {
    const complete = answer.rows.filter((row) => row[grain] !== answer.partial);
    const last = complete.filter((row) => numberOf(row.revenue_change) !== null).at(-1);
    const running = answer.rows.find((row) => row[grain] === answer.partial);
    const [full, part] = [moved(last), moved(running)];
    if (full !== null && part !== null && last && running) {
      return t('revenue.trend.both', {
        full: name(last, grain),
        fullMoved: full,
        part: name(running, grain),
        partMoved: part,
      });
    }
    if (full !== null && last) return t('revenue.trend.full', { full: name(last, grain), fullMoved: full });
    return part !== null && running ? t('revenue.trend.part', { part: name(running, grain), partMoved: part }) : null;
  };
}
