import type { Answer } from '#web/api/types.ts';
import { useText } from '#web/text/use-text.ts';

/** The header of a column of changes: against which base they are. */
export function useChangeLabel(): (answer: Pick<Answer, 'compare'>) => string {
  const { t } = useText();
  return ({ compare }) => t(compare?.kind === 'previous' ? 'overview.on_previous' : 'overview.like_for_like');
}
