import type { Answer } from '#web/api/types.ts';
import { changeText } from '#web/numbers/change-text.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { type Part, partsOf, totalOf } from '../titles/parts.ts';

/** A part smaller than this of the whole may grow fast without meaning much. */
const worthNaming = 0.04;

/** Title of a ranking by revenue: who is first with which share, and who grew fastest among those that matter. */
export function useBestTitle(): (answer: Answer, dimension: 'product' | 'region' | 'rep') => string {
  const { t, locale } = useText();
  const numbers = useNumbers();
  return (answer, dimension) => {
    const named = partsOf(answer, dimension, 'revenue').filter((part) => part.name !== null && (part.value ?? 0) > 0);
    const total = totalOf(answer, 'revenue').value ?? 0;
    const first = named[0];
    if (!first || named.length < 2 || total <= 0) return t(`revenue.best.${dimension}`);
    const fastest = fastestOf(named, total);
    const values = {
      first: first.name ?? '',
      share: numbers.text((first.value ?? 0) / total, 'ratio'),
      fastest: fastest?.name ?? '',
      change: changeText(fastest?.change, 'money', locale).text,
    };
    if (!fastest) return t('revenue.best.first', values);
    return t(fastest === first ? 'revenue.best.first_fastest' : 'revenue.best.first_and_fastest', values);
  };
}

function fastestOf(parts: readonly Part[], total: number): Part | null {
  const grown = parts.filter((part) => (part.change ?? 0) > 0.005 && (part.value ?? 0) / total >= worthNaming);
  return grown.reduce<Part | null>(
    (most, part) => (most && (most.change ?? 0) >= (part.change ?? 0) ? most : part),
    null,
  );
}
