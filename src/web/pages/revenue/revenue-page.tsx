import { useMemo } from 'react';
import { useAnswers } from '#web/api/use-answers.ts';
import { useMe } from '#web/api/use-me.ts';
import { useQuestionBase } from '#web/filters/use-filters.ts';
import { Lead } from '../lead/lead.tsx';
import { LeadMeta } from '../lead/lead-meta.tsx';
import { useSpan } from '../lead/use-span.ts';
import { CompositionPanel } from './composition-panel.tsx';
import { ConcentrationPanel } from './concentration-panel.tsx';
import { DistributionPanel } from './distribution-panel.tsx';
import { Facts } from './facts.tsx';
import { MatrixPanel } from './matrix-panel.tsx';
import { ProvincesPanel } from './provinces-panel.tsx';
import { RankedPanel } from './ranked-panel.tsx';
import { RefundsPanel } from './refunds-panel.tsx';
import { revenueQuestions } from './revenue-questions.ts';
import { RevenueSentence } from './revenue-sentence.tsx';
import { TrendPanel } from './trend-panel.tsx';
import '#web/charts/charts.css';
import './revenue.css';

/** Orders and revenue: how much, when, where, of what, by whom, from whom. */
export function RevenuePage() {
  const base = useQuestionBase();
  const span = useSpan();
  const { weekStart = 1 } = useMe().workspace;
  const questions = useMemo(() => revenueQuestions(base, span, weekStart), [base, span, weekStart]);
  const asked = useAnswers(questions);
  return (
    <>
      <Lead
        sentence={<RevenueSentence totals={asked.totals} lines={asked.lines} months={asked.trend_month} />}
        meta={<LeadMeta asked={asked.totals} span={span} />}
      />
      <Facts totals={asked.totals} topTen={asked.topTen} base={base} />
      <div className="panels list-left">
        <RankedPanel dimension="product" asked={asked.products} base={base} shown={10} />
        <TrendPanel
          asked={{
            day: asked.trend_day,
            week: asked.trend_week,
            month: asked.trend_month,
            quarter: asked.trend_quarter,
            year: asked.trend_year,
          }}
          base={base}
          span={span}
        />
      </div>
      <div className="panels matrix-left">
        <MatrixPanel asked={asked.matrix} regions={asked.regions} lines={asked.lines} base={base} />
        <DistributionPanel bands={asked.bands} bandLines={asked.bandLines} totals={asked.totals} base={base} />
      </div>
      <div className="panels halves">
        <RankedPanel dimension="region" asked={asked.regions} base={base} shown={8} />
        <RankedPanel dimension="rep" asked={asked.reps} base={base} shown={8} />
      </div>
      <div className="panels halves">
        <ConcentrationPanel asked={asked.customers} />
        <ProvincesPanel asked={asked.provinces} base={base} />
      </div>
      <div className="panels wide-left">
        <CompositionPanel kinds={asked.kinds} types={asked.types} sources={asked.sources} base={base} />
        <RefundsPanel lines={asked.refundLines} reasons={asked.refundReasons} base={base} />
      </div>
    </>
  );
}
