import { useAsked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { fetchVelocity } from './outlook-queries.ts';

/** What the pipeline brings a day at its present pace, and through which product line most; nothing while it is not known. */
export function VelocityNote({ base: { period, where } }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const question = { period, ...(where ? { where } : {}) };
  const asked = useAsked(['pipeline', 'velocity', question], (signal) => fetchVelocity(question, signal));
  if (asked.state !== 'answered' || asked.data.perDay === null) return null;
  const { perDay, segments, unknown } = asked.data;
  const [first] = segments;
  return (
    <p className="outlook-note" title={t('pipeline.velocity.method')}>
      {t('pipeline.velocity.note', { perDay: numbers.text(perDay, 'money') })}
      {first?.name && t('pipeline.velocity.first', { name: first.name, amount: numbers.text(first.perDay, 'money') })}
      {unknown > 0 && t('pipeline.velocity.unknown', { count: unknown })}
    </p>
  );
}
