import { useState } from 'react';
import { addDays, type Day, isDay } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { rangeText } from '#web/numbers/dates.ts';
import { Popup } from '#web/shell/popup.tsx';
import { useText } from '#web/text/use-text.ts';
import { FilterButton } from './filter-button.tsx';
import { customPeriod, offeredPeriods, type PeriodCode, periodCaption, periodDays } from './period-choice.ts';
import { useFilters } from './use-filters.ts';

/** The period of the page: the usual ones in one click, any two days by hand. */
export function PeriodFilter() {
  const { t } = useText();
  const { filters, choose } = useFilters();
  const name = usePeriodName();
  return (
    <Popup
      kind="dialog"
      name={t('filters.period')}
      className="filter filter-set"
      trigger={<FilterButton name={t('filters.period')}>{name(filters.period)}</FilterButton>}
    >
      {(close) => (
        <PeriodMenu
          chosen={filters.period}
          choose={(period) => {
            choose({ period });
            close();
          }}
        />
      )}
    </Popup>
  );
}

/** Says a period with its caption: `本季度 2026 Q4`; a range by hand as its days. */
export function usePeriodName(): (code: PeriodCode) => string {
  const { t, locale } = useText();
  const calendar = useCalendarStyle();
  return (code) => {
    const offered = offeredPeriods.find((each) => each === code);
    const days = /^last_(\d+)_days$/.exec(code)?.[1];
    if (days) return t('filters.period.last_days', { days });
    if (!offered) return rangeText(periodDays(code, calendar), { locale, today: calendar.today });
    const caption = periodCaption(code, calendar, locale);
    return caption
      ? `${t(`filters.period.${offered}`)}${locale === 'zh' ? ' ' : ', '}${caption}`
      : t(`filters.period.${offered}`);
  };
}

function useCalendarStyle() {
  const { calendar, workspace } = useMe();
  return { today: calendar.today, fiscalStartMonth: workspace.fiscalStartMonth, weekStart: workspace.weekStart };
}

type MenuProps = Readonly<{ chosen: PeriodCode; choose: (code: PeriodCode) => void }>;

function PeriodMenu({ chosen, choose }: MenuProps) {
  const { t, locale } = useText();
  const calendar = useCalendarStyle();
  const groups = [offeredPeriods.slice(0, 5), offeredPeriods.slice(5, 8), offeredPeriods.slice(8)];
  return (
    <div className="period-menu">
      {groups.map((group) => (
        <div key={group[0]} role="radiogroup" aria-label={t('filters.period')}>
          {group.map((code) => (
            // biome-ignore lint/a11y/useSemanticElements: a menu item that is chosen at once, not a field of a form
            <button
              key={code}
              type="button"
              role="radio"
              data-item
              className="popup-item"
              aria-checked={chosen === code}
              onClick={() => choose(code as PeriodCode)}
            >
              {t(`filters.period.${code}`)}
              <em>{periodCaption(code as PeriodCode, calendar, locale)}</em>
            </button>
          ))}
          <hr />
        </div>
      ))}
      <CustomPeriod chosen={chosen} choose={choose} />
    </div>
  );
}

function CustomPeriod({ chosen, choose }: MenuProps) {
  const { t } = useText();
  const calendar = useCalendarStyle();
  const current = periodDays(chosen, calendar);
  const [from, setFrom] = useState<string>(current.from);
  const [last, setLast] = useState<string>(addDays(current.before, -1));
  const isRange = isDay(from) && isDay(last) && from <= last;
  return (
    <form
      className="custom-period"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRange) choose(customPeriod(from as Day, last as Day));
      }}
    >
      <p className="popup-title">{t('filters.period.custom')}</p>
      <div>
        <input
          type="date"
          aria-label={t('filters.from')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <span>{t('filters.to')}</span>
        <input
          type="date"
          aria-label={t('filters.last')}
          value={last}
          aria-invalid={!isRange}
          onChange={(event) => setLast(event.target.value)}
        />
      </div>
      {!isRange && <p role="alert">{t('filters.period.backwards')}</p>}
      <button type="submit" className="button" disabled={!isRange}>
        {t('filters.apply')}
      </button>
    </form>
  );
}
