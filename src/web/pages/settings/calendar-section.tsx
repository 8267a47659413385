import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { addMonths, type Day, isDay, partsOf } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { fullDayText } from '#web/numbers/dates.ts';
import { useText } from '#web/text/use-text.ts';
import { monthOf, monthRange, quarterRange, workdaysIn } from './calendar-days.ts';
import { DayDialog } from './day-dialog.tsx';
import { MonthGrid } from './month-grid.tsx';
import { Refused } from './refused.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { calendarDaysQuery, setDay } from './settings-queries.ts';
import type { CalendarDay } from './settings-types.ts';

/** The calendar of workdays, month by month: statutory holidays and make-up workdays are in it, a click changes a day. */
export function CalendarSection() {
  const { t, locale } = useText();
  const { month, go } = useMonth();
  const quarter = quarterRange(month);
  const asked = useQuery(calendarDaysQuery(quarter));
  const [chosen, setChosen] = useState<CalendarDay | null>(null);
  const [changed, setChanged] = useState<CalendarDay | null>(null);
  const [year, monthNumber] = partsOf(month);
  const name =
    locale === 'zh'
      ? `${year}年${monthNumber}月`
      : `${t(`settings.month.${monthNumber}` as 'settings.month.1')} ${year}`;
  const title = asked.data
    ? t('settings.calendar.count', {
        month: name,
        days: workdaysIn(asked.data, monthRange(month)),
        quarter: workdaysIn(asked.data, quarter),
      })
    : name;
  return (
    <>
      <SettingsPanel
        id="calendar"
        title={title}
        subtitle={t('settings.calendar.subtitle')}
        busy={asked.isFetching}
        tools={<MonthSteps month={month} go={go} />}
      >
        {changed && <UndoLine before={changed} name={fullDayText(changed.day, locale)} done={() => setChanged(null)} />}
        <AskedContent asked={asked} empty={asked.data?.length === 0 ? t('settings.calendar.outside') : null}>
          {(days) => <MonthGrid days={days} month={month} name={name} choose={setChosen} />}
        </AskedContent>
      </SettingsPanel>
      {chosen && (
        <DayDialog
          day={chosen}
          month={month}
          days={asked.data ?? []}
          done={() => {
            setChanged(chosen);
            setChosen(null);
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

type UndoProps = Readonly<{ before: CalendarDay; name: string; done: () => void }>;

/** Says what was changed, and takes it back. */
function UndoLine({ before, name, done }: UndoProps) {
  const { t } = useText();
  const undo = useMutation({ mutationFn: () => setDay(before), onSuccess: done });
  return (
    <p className="settings-undo" role="status">
      {t(before.isWorkday ? 'settings.calendar.now_off' : 'settings.calendar.now_worked', { day: name })}
      <button type="button" className="link" disabled={undo.isPending} onClick={() => undo.mutate()}>
        {t('settings.undo')}
      </button>
      <Refused error={undo.error} />
    </p>
  );
}

function MonthSteps({ month, go }: Readonly<{ month: Day; go: (month: Day) => void }>) {
  const { t } = useText();
  const today = monthOf(useMe().calendar.today);
  return (
    <>
      <button type="button" className="link" onClick={() => go(addMonths(month, -1))}>
        {t('settings.calendar.before')}
      </button>
      {month !== today && (
        <button type="button" className="link" onClick={() => go(today)}>
          {t('settings.calendar.today')}
        </button>
      )}
      <button type="button" className="link" onClick={() => go(addMonths(month, 1))}>
        {t('settings.calendar.after')}
      </button>
    </>
  );
}

/** The month in the URL, this month without one. */
function useMonth() {
  const { month } = useSearch({ strict: false }) as { month?: unknown };
  const navigate = useNavigate();
  const { today } = useMe().calendar;
  const named = `${String(month)}-01`;
  return {
    month: isDay(named) ? named : monthOf(today),
    go: (next: Day) =>
      void navigate({ to: '.', search: ((before: object) => ({ ...before, month: next.slice(0, 7) })) as never }),
  };
}
