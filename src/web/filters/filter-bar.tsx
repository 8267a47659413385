import { useText } from '#web/text/use-text.ts';
import { CompareFilter } from './compare-filter.tsx';
import { MembersFilter } from './members-filter.tsx';
import { PeopleFilter } from './people-filter.tsx';
import { PeriodFilter } from './period-filter.tsx';
import './filters.css';

/** The global filters in one row: period, team or rep, region, product line, comparison. */
export function FilterBar() {
  const { t } = useText();
  return (
    <fieldset className="filter-bar">
      <legend className="visually-hidden">{t('filters.all')}</legend>
      <PeriodFilter />
      <PeopleFilter />
      <MembersFilter dimension="region" />
      <MembersFilter dimension="product_line" />
      <CompareFilter />
    </fieldset>
  );
}
