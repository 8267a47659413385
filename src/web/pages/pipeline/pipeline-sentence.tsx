import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { usePeriodName } from '../titles/period-name.ts';
import type { DwellAnswer } from './dwell-query.ts';
import type { WinRate } from './funnel-query.ts';
import type { StuckDeals } from './stuck-query.ts';
import { useDwellWords } from './use-dwell-words.ts';
import { useWinWords } from './use-win-words.ts';

type SentenceProps = Readonly<{
  totals: Asked;
  winRate: Asked<WinRate>;
  dwell: Asked<DwellAnswer>;
  stuck: Asked<StuckDeals>;
}>;

/** How much stands open, how likely it closes, where it stays too long, and what does not move. */
export function PipelineSentence({ totals, winRate, dwell, stuck }: SentenceProps) {
  const { t } = useText();
  if (totals.state === 'failed') return t('lead.failed');
  if (totals.state === 'loading') return <span className="t3">{t('lead.loading')}</span>;
  return (
    <>
      <Open answer={totals.data} />
      {winRate.state === 'answered' && <Won winRate={winRate.data} />}
      {dwell.state === 'answered' && <Slow answer={dwell.data} />}
      {stuck.state === 'answered' && <Stuck answer={stuck.data} />}
    </>
  );
}

function Open({ answer: { totals } }: Readonly<{ answer: Answer }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const period = usePeriodName();
  const count = numberOf(totals.opportunities_open) ?? 0;
  if (count === 0) return t('pipeline.lead.none');
  return (
    <Sentence
      text="pipeline.lead.open"
      values={{
        count,
        period,
        amount: numbers.text(totals.open_amount, 'money'),
        due: numbers.text(totals.due_amount, 'money'),
        weighted: numbers.text(totals.weighted_pipeline, 'money'),
      }}
    />
  );
}

function Won({ winRate }: Readonly<{ winRate: WinRate }>) {
  const numbers = useNumbers();
  const words = useWinWords();
  const period = usePeriodName();
  const interval = words.interval(winRate);
  if (winRate.rate === null || interval === null) return null;
  const { won, lost } = winRate;
  return (
    <Sentence
      text="pipeline.lead.won"
      values={{ period, won, lost, interval, rate: numbers.text(winRate.rate, 'ratio') }}
    />
  );
}

function Slow({ answer }: Readonly<{ answer: DwellAnswer }>) {
  const words = useDwellWords();
  const { slowed, unit } = answer;
  const row = answer.stages.find(({ stage }) => stage !== null && stage.id === slowed?.stageId);
  if (!slowed || !row?.stage || !row.dwell) return null;
  return (
    <Sentence
      text="pipeline.lead.slow"
      values={{
        stage: row.stage.name,
        median: words.length(row.dwell.median, unit),
        more: words.length(slowed.days, unit),
      }}
    />
  );
}

function Stuck({ answer: { stuck } }: Readonly<{ answer: StuckDeals }>) {
  const numbers = useNumbers();
  if (stuck.deals === 0) return null;
  return (
    <Sentence text="pipeline.lead.stuck" values={{ count: stuck.deals, amount: numbers.text(stuck.amount, 'money') }} />
  );
}
