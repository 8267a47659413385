import type { Answer } from '#web/api/types.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { type Drivers, driversOf, type Part, partsOf, totalOf } from './parts.ts';

/** More than all of the change is hard to read: then the amount is said. */
const sensibleShare = 1;

/**
 * The title of revenue split by a dimension: who made the change and who pulled the other way; without a comparison who is
 * the greatest; with nothing to say, `plain`.
 */
export function useSplitTitle(): (answer: Answer, dimension: string, plain: string) => string {
  const { t } = useText();
  const numbers = useNumbers();
  const amount = (part: Part | null) => numbers.text(Math.abs(part?.delta ?? 0), 'money');
  return (answer, dimension, plain) => {
    const parts = partsOf(answer, dimension, 'revenue');
    const total = totalOf(answer, 'revenue');
    const found = parts.length > 1 ? driversOf(parts, total.delta) : null;
    if (!found) {
      const leader = leaderOf(parts, total.value);
      return leader ? t('finding.split.leader', { ...leader, share: numbers.text(leader.share, 'ratio') }) : plain;
    }
    return t(splitKey(found, total.delta), {
      name: found.driver.name ?? '',
      share: numbers.text(found.share, 'ratio'),
      amount: amount(found.driver),
      counter: found.counter?.name ?? '',
      against: amount(found.counter),
    });
  };
}

function splitKey(found: Drivers, delta: number | null) {
  const direction = (delta ?? 0) > 0 ? 'up' : 'down';
  const measured = found.share <= sensibleShare ? 'share' : 'amount';
  return `finding.split.${direction}_${measured}${found.counter ? '_counter' : ''}` as const;
}

function leaderOf(parts: readonly Part[], total: number | null) {
  const [leader] = parts.filter((part) => part.name !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  if (!leader?.name || !total || total <= 0 || parts.length < 2) return null;
  return { name: leader.name, share: (leader.value ?? 0) / total };
}
