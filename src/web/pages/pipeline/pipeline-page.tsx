import { useMemo } from 'react';
import { useAnswers } from '#web/api/use-answers.ts';
import { useQuestionBase } from '#web/filters/use-filters.ts';
import { useText } from '#web/text/use-text.ts';
import { Lead } from '../lead/lead.tsx';
import { LeadMeta } from '../lead/lead-meta.tsx';
import { useSpan } from '../lead/use-span.ts';
import { DwellPanel } from './dwell-panel.tsx';
import { PipelineFacts } from './pipeline-facts.tsx';
import { pipelineQuestions } from './pipeline-questions.ts';
import { PipelineSentence } from './pipeline-sentence.tsx';
import { WaterfallPanel } from './waterfall-panel.tsx';
import '#web/charts/charts.css';
import './pipeline.css';

/** Deals: how many stand where, how long, what becomes of them, and whom to help. */
export function PipelinePage() {
  const { t } = useText();
  const base = useQuestionBase();
  const span = useSpan();
  const questions = useMemo(() => pipelineQuestions(base), [base]);
  const asked = useAnswers(questions);
  return (
    <>
      <Lead
        sentence={<PipelineSentence totals={asked.totals} />}
        meta={<LeadMeta asked={asked.totals} span={span} basis={t('pipeline.lead.basis')} />}
      />
      <PipelineFacts totals={asked.totals} base={base} />
      <div className="panels dwell-left">
        <DwellPanel base={base} />
        <WaterfallPanel base={base} />
      </div>
      <div className="panels reps-left">
        {/* reps against the team */}
        <div className="panel-stack">{/* sources, lost reasons */}</div>
      </div>
      <div className="panels">{/* stuck deals */}</div>
      <div className="panels halves">{/* cohort funnel | forecast, slip */}</div>
    </>
  );
}
