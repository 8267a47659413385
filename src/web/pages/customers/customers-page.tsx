import { useMemo } from 'react';
import { useAnswers } from '#web/api/use-answers.ts';
import { useQuestionBase } from '#web/filters/use-filters.ts';
import { Lead } from '../lead/lead.tsx';
import { LeadMeta } from '../lead/lead-meta.tsx';
import { useSpan } from '../lead/use-span.ts';
import { CustomersFacts } from './customers-facts.tsx';
import { customersQuestions } from './customers-questions.ts';
import { CustomersSentence } from './customers-sentence.tsx';
import '#web/charts/charts.css';
import '../revenue/revenue.css';
import './customers.css';

/** Customers: who is worth what, who falls silent, who belongs to nobody, and what to do about it. */
export function CustomersPage() {
  const base = useQuestionBase();
  const span = useSpan();
  const questions = useMemo(() => customersQuestions(base), [base]);
  const asked = useAnswers(questions);
  return (
    <>
      <Lead
        sentence={<CustomersSentence totals={asked.totals} />}
        meta={<LeadMeta asked={asked.totals} span={span} />}
      />
      <CustomersFacts totals={asked.totals} base={base} />
      {/* Churn warnings and my follow-ups stand here, in one row. */}
      {/* Tiers, RFM, quiet customers, the pool, trends and the list follow. */}
      {/* The score card of the warnings stands last. */}
    </>
  );
}
