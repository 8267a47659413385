import { type Day, partsOf } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { fullDayText } from '#web/numbers/dates.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { exceptionOf, weeksOf } from './calendar-days.ts';
import type { CalendarDay } from './settings-types.ts';

type Props = Readonly<{
  days: readonly CalendarDay[];
  month: Day;
  name: string;
  choose: (day: CalendarDay) => void;
}>;

/** One month: workdays in ink, days off on a tint, what differs from the weekday with its mark. */
export function MonthGrid({ days, month, name, choose }: Props) {
  const { t } = useText();
  const { weekStart } = useMe().workspace;
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((index) => ((weekStart - 1 + index) % 7) + 1);
  return (
    <>
      <table className="settings-month" aria-label={name}>
        <thead>
          <tr>
            {weekdays.map((each) => (
              <th key={each} scope="col" abbr={t(`settings.weekday.${each}` as TextKey)}>
                {t(`settings.weekday_short.${each}` as TextKey)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days, month, weekStart).map((week) => (
            <tr key={week.find((each) => each !== null)?.day}>
              {week.map((each, index) => (
                <td key={each?.day ?? weekdays[index]}>{each && <DayButton day={each} choose={choose} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="settings-legend">
        <span data-kind="worked">{t('settings.calendar.worked')}</span>
        <span data-kind="off">{t('settings.calendar.off')}</span>
        <span>
          <b>{t('settings.calendar.mark.off')}</b> {t('settings.calendar.exception.off')}
        </span>
        <span>
          <b>{t('settings.calendar.mark.made_up')}</b> {t('settings.calendar.exception.made_up')}
        </span>
      </p>
    </>
  );
}

function DayButton({ day, choose }: Readonly<{ day: CalendarDay; choose: (day: CalendarDay) => void }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const exception = exceptionOf(day);
  const state = t(day.isWorkday ? 'settings.calendar.worked' : 'settings.calendar.off');
  const label = [fullDayText(day.day, locale), state, day.holiday].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className="settings-day"
      data-worked={day.isWorkday}
      data-today={day.day === today}
      aria-current={day.day === today ? 'date' : undefined}
      onClick={() => choose(day)}
    >
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true">
        {partsOf(day.day)[2]}
        {exception && <b>{t(`settings.calendar.mark.${exception}`)}</b>}
      </span>
      {day.holiday && <em aria-hidden="true">{day.holiday}</em>}
    </button>
  );
}
