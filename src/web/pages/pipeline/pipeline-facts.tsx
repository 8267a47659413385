import type { ReactNode } from 'react';
import { addDays } from '#shared/day.ts';
import type { Answer, Unit } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { dayText } from '#web/numbers/dates.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFailed } from '#web/panel/panel-states.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { Fact } from '../lead/fact.tsx';
import { useBadge } from '../lead/use-badge.ts';
import type { WinRate } from './funnel-query.ts';
import type { StuckDeals } from './stuck-query.ts';
import { useWinWords } from './use-win-words.ts';

type FactsProps = Readonly<{
  totals: Asked;
  winRate: Asked<WinRate>;
  stuck: Asked<StuckDeals>;
  base: QuestionBase;
}>;

type Shown = Readonly<{ measure: string; label: TextKey; unit: Unit }>;

const shown: readonly Shown[] = [
  { measure: 'open_amount', label: 'overview.tile.open_amount', unit: 'money' },
  { measure: 'due_amount', label: 'pipeline.fact.due', unit: 'money' },
  { measure: 'weighted_pipeline', label: 'pipeline.fact.weighted', unit: 'money' },
  { measure: 'win_rate', label: 'overview.tile.win_rate', unit: 'ratio' },
  { measure: 'sales_cycle_days', label: 'pipeline.fact.cycle', unit: 'days' },
];

/** The figures of the page in a strip: their like-for-like change, and what they rest on; each opens its 口径卡. */
export function PipelineFacts({ totals, winRate, stuck, base }: FactsProps) {
  const { t } = useText();
  if (totals.state === 'failed') return <PanelFailed height={122} failure={totals.failure} retry={totals.retry} />;
  return (
    <section className="facts" aria-label={t('overview.tiles')} aria-busy={totals.state === 'loading'}>
      {shown.map((each) =>
        totals.state === 'answered' ? (
          <Known key={each.measure} shown={each} answer={totals.data} winRate={winRate} base={base} />
        ) : (
          <Fact key={each.measure} label={t(each.label)} figure={null} note={null} more={null} cell={null} />
        ),
      )}
      <StuckFact stuck={stuck} />
    </section>
  );
}

type KnownProps = Readonly<{ shown: Shown; answer: Answer; winRate: Asked<WinRate>; base: QuestionBase }>;

function Known({ shown: { measure, label, unit }, answer, winRate, base }: KnownProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const badge = useBadge(answer);
  const more = useMore(answer, winRate);
  const change = answer.totals[`${measure}_change`];
  const line = more[measure] ?? null;
  return (
    <Fact
      label={t(label)}
      figure={numbers.figure(answer.totals[measure], unit)}
      cell={cellOf(base, measure)}
      note={
        answer.compare ? (
          <>
            <Change value={change} unit={unit} />
            {numberOf(change) !== null && badge !== null && <span className="badge">{badge}</span>}
          </>
        ) : (
          line
        )
      }
      more={answer.compare ? line : null}
    />
  );
}

/** What each figure rests on. */
function useMore({ totals, query }: Answer, winRate: Asked<WinRate>): Readonly<Record<string, ReactNode>> {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const words = useWinWords();
  const count = (id: string) => numberOf(totals[id]) ?? 0;
  const last = dayText(addDays(query.period.before, -1), { locale, today });
  return {
    open_amount: t('pipeline.fact.open_deals', { count: count('opportunities_open') }),
    due_amount: t('pipeline.fact.due_deals', { count: count('due_deals'), day: last }),
    weighted_pipeline: t('pipeline.fact.weighted_note'),
    win_rate: winRate.state === 'answered' ? words.short(winRate.data) : null,
    sales_cycle_days: t('pipeline.fact.cycle_note', { count: count('won_deals') }),
  };
}

function StuckFact({ stuck }: Readonly<{ stuck: Asked<StuckDeals> }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const label = t('pipeline.fact.stuck');
  if (stuck.state !== 'answered') return <Fact label={label} figure={null} note={null} more={null} cell={null} />;
  const { open, stuck: held } = stuck.data;
  const total = numberOf(open.amount) ?? 0;
  return (
    <Fact
      label={label}
      figure={numbers.figure(held.amount, 'money')}
      cell={null}
      note={
        <a className="link" href="#stuck">
          {t('pipeline.fact.stuck_deals', { count: held.deals })}
        </a>
      }
      more={
        total > 0
          ? t('pipeline.fact.stuck_share', { share: numbers.text((numberOf(held.amount) ?? 0) / total, 'ratio') })
          : null
      }
    />
  );
}
