import { Popup } from '#web/shell/popup.tsx';
import { useText } from '#web/text/use-text.ts';
import { FilterButton } from './filter-button.tsx';
import { compareChoices } from './filters.ts';
import { useFilters } from './use-filters.ts';

/** What the period is compared with. */
export function CompareFilter() {
  const { t } = useText();
  const { filters, choose } = useFilters();
  return (
    <Popup
      kind="menu"
      name={t('filters.compare')}
      className={filters.compare === 'none' ? 'filter' : 'filter filter-set'}
      trigger={<FilterButton name={t('filters.compare')}>{t(`filters.compare.${filters.compare}`)}</FilterButton>}
    >
      {(close) =>
        compareChoices.map((choice) => (
          <button
            key={choice}
            type="button"
            role="menuitemradio"
            data-item
            className="popup-item compare-item"
            aria-checked={filters.compare === choice}
            onClick={() => {
              choose({ compare: choice });
              close();
            }}
          >
            <span>
              {t(`filters.compare.${choice}`)}
              <small>{t(`filters.compare.${choice}.why`)}</small>
            </span>
          </button>
        ))
      }
    </Popup>
  );
}
