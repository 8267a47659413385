import type { Answer } from '#web/api/types.ts';
import { useText } from '#web/text/use-text.ts';

/** What stands beside a change: how much of the base it is against (前33日可比); null when nothing is compared. */
export function useBadge({ compare }: Pick<Answer, 'compare'>): string | null {
  const { t } = useText();
  if (!compare?.compared || compare.basis === 'none') return null;
  if (compare.basis === 'workdays') return t('overview.badge.workdays', { count: compare.workdaysElapsed });
  return t(compare.basis === 'days' ? 'overview.badge.days' : 'overview.badge.whole');
}
