import { useState } from 'react';
import { Popup } from '#web/shell/popup.tsx';
import { useText } from '#web/text/use-text.ts';
import { FilterButton } from './filter-button.tsx';
import { MembersList } from './members-list.tsx';
import { useChosenName } from './use-chosen-name.ts';
import { useFilters } from './use-filters.ts';

/** Teams or reps: choosing one lets go of the other, so that the page never shows an empty overlap. */
export function PeopleFilter() {
  const { t } = useText();
  const { filters } = useFilters();
  const dimension = filters.rep.length > 0 ? 'rep' : 'team';
  const name = useChosenName(dimension);
  return (
    <Popup
      kind="dialog"
      name={t('filters.people')}
      width={280}
      className={filters[dimension].length > 0 ? 'filter filter-set' : 'filter'}
      trigger={<FilterButton name={t(`filters.${dimension}`)}>{name}</FilterButton>}
    >
      {() => <PeopleChooser first={dimension} />}
    </Popup>
  );
}

function PeopleChooser({ first }: Readonly<{ first: 'team' | 'rep' }>) {
  const { t } = useText();
  const { filters, choose } = useFilters();
  const [dimension, setDimension] = useState(first);
  return (
    <>
      <div className="switch" role="tablist" aria-label={t('filters.people')}>
        {(['team', 'rep'] as const).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={dimension === each}
            onClick={() => setDimension(each)}
          >
            {t(`filters.${each}`)}
          </button>
        ))}
      </div>
      <MembersList
        key={dimension}
        dimension={dimension}
        chosen={filters[dimension]}
        choose={(keys) => choose({ team: [], rep: [], [dimension]: keys })}
      />
    </>
  );
}
