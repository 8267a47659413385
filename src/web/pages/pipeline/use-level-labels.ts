import { addDays, type DayRange } from '#shared/day.ts';
import { earlier } from '#shared/period.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useText } from '#web/text/use-text.ts';

/** The levels' own labels: the morning of the first day, and the last day that is known. */
export function useLevelLabels(): (between: DayRange) => Readonly<{ start: string; end: string }> {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  return ({ from, before }) => {
    const last = addDays(before, -1);
    const end = earlier(last, today);
    const named = (day: DayRange['from']) => dayText(day, { locale, today });
    return {
      start: t('pipeline.walk.morning', { day: named(from) }),
      end: t(end === today ? 'pipeline.walk.today' : 'pipeline.walk.evening', { day: named(end) }),
    };
  };
}
