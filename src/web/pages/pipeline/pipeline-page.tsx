import { useMemo } from 'react';
import { useAnswers } from '#web/api/use-answers.ts';
import { useAsked } from '#web/api/use-asked.ts';
import { useQuestionBase } from '#web/filters/use-filters.ts';
import { useText } from '#web/text/use-text.ts';
import { Lead } from '../lead/lead.tsx';
import { LeadMeta } from '../lead/lead-meta.tsx';
import { useSpan } from '../lead/use-span.ts';
import { PipelineTools } from './board/pipeline-tools.tsx';
import { DwellPanel, useDwell } from './dwell-panel.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { fetchWinRate } from './funnel-query.ts';
import { LostPanel } from './lost-panel.tsx';
import { OutlookPanel } from './outlook-panel.tsx';
import { PipelineFacts } from './pipeline-facts.tsx';
import { pipelineQuestions } from './pipeline-questions.ts';
import { PipelineSentence } from './pipeline-sentence.tsx';
import { RepsPanel } from './reps-panel.tsx';
import { SlipPanel } from './slip-panel.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { StuckPanel } from './stuck-panel.tsx';
import { useStuck } from './use-stuck.ts';
import { WaterfallPanel } from './waterfall-panel.tsx';
import { WeightsPanel } from './weights-panel.tsx';
import '#web/charts/charts.css';
import './pipeline.css';

/** Deals: how many stand where, how long, what becomes of them, and whom to help. */
export function PipelinePage() {
  const { t } = useText();
  const base = useQuestionBase();
  const span = useSpan();
  const questions = useMemo(() => pipelineQuestions(base), [base]);
  const asked = useAnswers(questions);
  const { period, where } = base;
  const winRate = useAsked(['pipeline', 'win-rate', period, where], (signal) => fetchWinRate(base, signal));
  const dwell = useDwell(base);
  const { asked: stuck } = useStuck(base, null);
  return (
    <>
      <Lead
        sentence={<PipelineSentence totals={asked.totals} winRate={winRate} dwell={dwell} stuck={stuck} />}
        meta={<LeadMeta asked={asked.totals} span={span} basis={t('pipeline.lead.basis')} />}
      />
      <PipelineTools />
      <PipelineFacts totals={asked.totals} winRate={winRate} stuck={stuck} base={base} />
      <div className="panels dwell-left">
        <DwellPanel base={base} />
        <WaterfallPanel base={base} />
      </div>
      <div className="panels reps-left">
        <RepsPanel base={base} />
        <div className="panel-stack">
          <SourcesPanel base={base} />
          <LostPanel base={base} />
        </div>
      </div>
      <div className="panels">
        <StuckPanel base={base} />
      </div>
      <div className="panels halves">
        <div className="panel-stack">
          <FunnelPanel base={base} />
          <WeightsPanel base={base} />
        </div>
        <div className="panel-stack">
          <OutlookPanel base={base} />
          <SlipPanel base={base} />
        </div>
      </div>
    </>
  );
}
