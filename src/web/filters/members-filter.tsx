import { Popup } from '#web/shell/popup.tsx';
import { useText } from '#web/text/use-text.ts';
import { FilterButton } from './filter-button.tsx';
import type { FilterDimension } from './filters.ts';
import { MembersList } from './members-list.tsx';
import { useChosenName } from './use-chosen-name.ts';
import { useFilters } from './use-filters.ts';

/** A filter by the values of one dimension: none chosen means all. */
export function MembersFilter({ dimension }: Readonly<{ dimension: Exclude<FilterDimension, 'team' | 'rep'> }>) {
  const { t } = useText();
  const { filters, choose } = useFilters();
  const chosen = filters[dimension];
  const name = useChosenName(dimension);
  return (
    <Popup
      kind="dialog"
      name={t(`filters.${dimension}`)}
      width={260}
      className={chosen.length > 0 ? 'filter filter-set' : 'filter'}
      trigger={<FilterButton name={t(`filters.${dimension}`)}>{name}</FilterButton>}
    >
      {() => <MembersList dimension={dimension} chosen={chosen} choose={(keys) => choose({ [dimension]: keys })} />}
    </Popup>
  );
}
