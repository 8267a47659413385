import { useState } from 'react';
import { Dialog } from '#web/shell/dialog.tsx';
import { Icon } from '#web/shell/icon.tsx';
import { useText } from '#web/text/use-text.ts';
import { CompareFilter } from './compare-filter.tsx';
import { defaultFilters, filterDimensions } from './filters.ts';
import { MembersFilter } from './members-filter.tsx';
import { PeopleFilter } from './people-filter.tsx';
import { PeriodFilter, usePeriodName } from './period-filter.tsx';
import { useFilters } from './use-filters.ts';

/** On a phone: one button with the period, and all filters in a sheet from below. */
export function FilterSheet() {
  const { t } = useText();
  const { filters, choose } = useFilters();
  const [isOpen, setOpen] = useState(false);
  const name = usePeriodName();
  const others = filterDimensions.filter((dimension) => filters[dimension].length > 0).length;
  return (
    <>
      <button type="button" className="filter-sheet-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span>
          {name(filters.period)}
          {others > 0 && ` +${others}`}
          <Icon name="down" size={10} />
        </span>
      </button>
      {isOpen && (
        <Dialog place="below" title={t('filters.sheet')} onClose={() => setOpen(false)}>
          <div className="filter-sheet">
            <PeriodFilter />
            <PeopleFilter />
            <MembersFilter dimension="region" />
            <MembersFilter dimension="product_line" />
            <CompareFilter />
            <div className="filter-sheet-end">
              <button type="button" className="button button-plain" onClick={() => choose(defaultFilters)}>
                {t('filters.reset')}
              </button>
              <form method="dialog">
                <button type="submit" className="button">
                  {t('filters.done')}
                </button>
              </form>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
