import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Day } from '#shared/day.ts';
import { fullDayText } from '#web/numbers/dates.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { monthRange, quarterRange, workdaysIn } from './calendar-days.ts';
import { Refused } from './refused.tsx';
import { setDay } from './settings-queries.ts';
import type { CalendarDay } from './settings-types.ts';

type Props = Readonly<{
  day: CalendarDay;
  /** The quarter around it, as it is. */
  days: readonly CalendarDay[];
  month: Day;
  done: () => void;
  onClose: () => void;
}>;

/** Makes a day a day off, or worked: says before what that changes. */
export function DayDialog({ day, days, month, done, onClose }: Props) {
  const { t, locale } = useText();
  const [holiday, setHoliday] = useState(day.holiday ?? '');
  const set = useMutation({
    mutationFn: () => setDay({ day: day.day, isWorkday: !day.isWorkday, holiday: holiday.trim() || null }),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  const step = day.isWorkday ? -1 : 1;
  const inMonth = workdaysIn(days, monthRange(month));
  const inQuarter = workdaysIn(days, quarterRange(month));
  const verb = t(day.isWorkday ? 'settings.calendar.make_off' : 'settings.calendar.make_worked');
  return (
    <Dialog title={fullDayText(day.day, locale)} place="middle" onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <p>
          {t('settings.calendar.effect', {
            month: `${inMonth} → ${inMonth + step}`,
            quarter: `${inQuarter} → ${inQuarter + step}`,
          })}
        </p>
        <p className="t2">{t('settings.calendar.what')}</p>
        <label>
          {t('settings.calendar.name')}
          <input maxLength={50} value={holiday} onChange={(event) => setHoliday(event.target.value)} />
        </label>
        <Refused error={set.error} />
        <div className="settings-actions">
          <button type="submit" className="button" disabled={set.isPending}>
            {set.isPending ? t('settings.saving') : verb}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('settings.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
