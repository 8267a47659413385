import { useMemo } from 'react';
import { useAnswers } from '#web/api/use-answers.ts';
import { useMe } from '#web/api/use-me.ts';
import { useQuestionBase } from '#web/filters/use-filters.ts';
import { Lead } from '../lead/lead.tsx';
import { LeadMeta } from '../lead/lead-meta.tsx';
import { useSpan } from '../lead/use-span.ts';
import { DealsPanel } from './deals-panel.tsx';
import { MoversPanel } from './movers-panel.tsx';
import { commonQuestions } from './overview-questions.ts';
import { OverviewSentence } from './overview-sentence.tsx';
import { OwnNumber } from './own-number.tsx';
import { PacePanel } from './pace-panel.tsx';
import { PipelinePanel } from './pipeline-panel.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { Tiles } from './tiles.tsx';

/** The first screen of a rep: my number, my rank among unnamed colleagues, my open deals. */
export function RepOverview() {
  const base = useQuestionBase();
  const span = useSpan();
  const { weekStart = 1 } = useMe().workspace;
  const questions = useMemo(() => commonQuestions(base, span, weekStart), [base, span, weekStart]);
  const asked = useAnswers(questions);
  return (
    <>
      <Lead
        sentence={
          <OverviewSentence totals={asked.totals} splits={{ customer: [asked.customerUp, asked.customerDown] }} isOwn />
        }
        meta={<LeadMeta asked={asked.totals} span={span} />}
      />
      <div className="own">
        <OwnNumber totals={asked.totals} base={base} />
        <Tiles totals={asked.totals} weekly={asked.weekly} base={base} />
        <div className="panels wide-left">
          <PacePanel daily={asked.daily} dailyBase={asked.dailyBase} totals={asked.totals} base={base} span={span} />
          <div className="panel-stack">
            <StandingPanel period={base.period} />
            <PipelinePanel asked={asked.stages} base={base} />
          </div>
        </div>
        <div className="panels halves">
          <DealsPanel base={base} />
          <MoversPanel dimension="customer" up={asked.customerUp} down={asked.customerDown} base={base} />
        </div>
      </div>
    </>
  );
}
