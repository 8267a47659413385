import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';

/** How much stands open and how likely it closes. */
export function PipelineSentence({ totals }: Readonly<{ totals: Asked }>) {
  const { t } = useText();
  if (totals.state === 'failed') return t('lead.failed');
  if (totals.state === 'loading') return <span className="t3">{t('lead.loading')}</span>;
  return <Answered answer={totals.data} />;
}

function Answered({ answer }: Readonly<{ answer: Answer }>) {
  const numbers = useNumbers();
  const { totals } = answer;
  return (
    <Sentence
      text="pipeline.lead.open"
      values={{
        count: numberOf(totals.opportunities_open) ?? 0,
        amount: numbers.text(totals.open_amount, 'money'),
        weighted: numbers.text(totals.weighted_pipeline, 'money'),
      }}
    />
  );
}
