import { useMemo } from 'react';
import { useAnswers } from '#web/api/use-answers.ts';
import { useQuestionBase } from '#web/filters/use-filters.ts';
import { Lead } from '../lead/lead.tsx';
import { LeadMeta } from '../lead/lead-meta.tsx';
import { useSpan } from '../lead/use-span.ts';
import { ChurnPanel } from './churn/churn-panel.tsx';
import { FollowUpsPanel } from './churn/follow-ups-panel.tsx';
import { ScorePanel } from './churn/score-panel.tsx';
import { CustomersFacts } from './customers-facts.tsx';
import { useActivity, useRfm, useTiers, useTrends } from './customers-queries.ts';
import { customersQuestions } from './customers-questions.ts';
import { CustomersSentence } from './customers-sentence.tsx';
import { useListChoice } from './list-choice.ts';
import { ListPanel } from './list-panel.tsx';
import { PoolPanel } from './pool-panel.tsx';
import { QuietPanel } from './quiet-panel.tsx';
import { RfmPanel } from './rfm-panel.tsx';
import { TiersPanel } from './tiers-panel.tsx';
import { TrendsPanel } from './trends-panel.tsx';
import '#web/charts/charts.css';
import './customers.css';

/** Customers: who is worth what, who falls silent, who belongs to nobody, and what to do about it. */
export function CustomersPage() {
  const base = useQuestionBase();
  const span = useSpan();
  const questions = useMemo(() => customersQuestions(base), [base]);
  const { totals } = useAnswers(questions);
  const tiers = useTiers(base);
  const activity = useActivity(base);
  const rfm = useRfm(base);
  const trends = useTrends(base);
  const [choice, choose] = useListChoice();
  return (
    <>
      <Lead
        sentence={<CustomersSentence totals={totals} tiers={tiers} activity={activity} />}
        meta={<LeadMeta asked={totals} span={span} />}
      />
      <CustomersFacts totals={totals} tiers={tiers} activity={activity} base={base} />
      <div className="panels wide-left">
        <ChurnPanel base={base} />
        <FollowUpsPanel />
      </div>
      <div className="panels halves">
        <QuietPanel asked={activity} choose={choose} />
        <RfmPanel asked={rfm} base={base} choose={choose} />
      </div>
      <div className="panels halves">
        <TiersPanel asked={tiers} choose={choose} />
        <div className="panel-stack">
          <PoolPanel base={base} choose={choose} />
        </div>
      </div>
      <div className="panels">
        <TrendsPanel asked={trends} />
        <ListPanel base={base} choice={choice} choose={choose} />
      </div>
      <div className="panels">
        <ScorePanel />
      </div>
    </>
  );
}
