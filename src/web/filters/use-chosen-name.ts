import { useText } from '#web/text/use-text.ts';
import type { FilterDimension } from './filters.ts';
import { useFilters } from './use-filters.ts';
import { useMembers } from './use-members.ts';

/** What a filter's button says: `全部 5`, the one chosen, or the first of several with their number. */
export function useChosenName(dimension: FilterDimension): string {
  const { t } = useText();
  const { filters } = useFilters();
  const { members } = useMembers(dimension);
  const chosen = filters[dimension];
  const nameOf = (key: string) => members?.find((member) => member.key === key)?.name ?? '…';
  const [first] = chosen;
  if (first === undefined) return members ? t('filters.all_of', { n: members.length }) : t('filters.everything');
  return chosen.length === 1 ? nameOf(first) : t('filters.first_of', { name: nameOf(first), n: chosen.length });
}
