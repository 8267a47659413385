import { useMemo } from 'react';
import { useAnswers } from '#web/api/use-answers.ts';
import { useMe } from '#web/api/use-me.ts';
import { useQuestionBase } from '#web/filters/use-filters.ts';
import { Lead } from '../lead/lead.tsx';
import { LeadMeta } from '../lead/lead-meta.tsx';
import { useSpan } from '../lead/use-span.ts';
import { LinesPanel } from './lines-panel.tsx';
import { MoversPanel } from './movers-panel.tsx';
import { teamQuestions } from './overview-questions.ts';
import { OverviewSentence } from './overview-sentence.tsx';
import { PacePanel } from './pace-panel.tsx';
import { PipelinePanel } from './pipeline-panel.tsx';
import { RegionsPanel } from './regions-panel.tsx';
import { RepsPanel } from './reps-panel.tsx';
import { Tiles } from './tiles.tsx';

/** The first screen of whoever looks after others: how the period goes, why, and who stands where. */
export function TeamOverview() {
  const base = useQuestionBase();
  const span = useSpan();
  const { weekStart = 1 } = useMe().workspace;
  const questions = useMemo(() => teamQuestions(base, span, weekStart), [base, span, weekStart]);
  const asked = useAnswers(questions);
  const splits = { region: [asked.regions], product_line: [asked.lines] };
  return (
    <>
      <Lead
        sentence={<OverviewSentence totals={asked.totals} splits={splits} />}
        meta={<LeadMeta asked={asked.totals} span={span} />}
      />
      <Tiles totals={asked.totals} weekly={asked.weekly} base={base} />
      <div className="panels wide-left">
        <PacePanel daily={asked.daily} dailyBase={asked.dailyBase} totals={asked.totals} base={base} span={span} />
        <div className="panel-stack">
          <PipelinePanel asked={asked.stages} base={base} />
          <MoversPanel
            dimension="product"
            up={asked.productUp}
            down={asked.productDown}
            base={base}
            shown={{ gained: 3, lost: 2 }}
          />
        </div>
      </div>
      <div className="panels wide-right">
        <RepsPanel asked={asked.reps} base={base} />
        <div className="panel-stack">
          <RegionsPanel asked={asked.regions} base={base} />
          <MoversPanel dimension="customer" up={asked.customerUp} down={asked.customerDown} base={base} />
        </div>
      </div>
      <div className="panels">
        <LinesPanel lines={asked.lines} lineMonths={asked.lineMonths} base={base} span={span} />
      </div>
    </>
  );
}
