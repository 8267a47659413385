import type { Asked } from '#web/api/use-asked.ts';
import { useFilters } from '#web/filters/use-filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { Nothing } from '../lead/nothing.tsx';
import { partsOf, totalOf } from '../titles/parts.ts';
import { usePeriodName } from '../titles/period-name.ts';
import { type Going, goingOf } from '../titles/revenue-headline.ts';

type SentenceProps = Readonly<{
  totals: Asked;
  /** Answers of revenue by a dimension, in which the cause is looked for; several hold different rows of one dimension. */
  splits: Readonly<Record<string, readonly Asked[]>>;
  /** Whether it is told to the person it is about. */
  isOwn?: boolean;
}>;

/** How the period is going and why, in one sentence. */
export function OverviewSentence({ totals, splits, isOwn = false }: SentenceProps) {
  const { t } = useText();
  const period = usePeriodName();
  const words = useGoingWords(isOwn);
  if (totals.state === 'failed') return t('lead.failed');
  if (totals.state === 'loading') return <span className="t3">{t('lead.loading')}</span>;
  const parts = Object.fromEntries(
    Object.entries(splits).map(([dimension, all]) => [
      dimension,
      all.flatMap((asked) => (asked.state === 'answered' ? partsOf(asked.data, dimension, 'revenue') : [])),
    ]),
  );
  const going = goingOf(totalOf(totals.data, 'revenue'), parts);
  return going.kind === 'nothing' ? <Nothing answer={totals.data} isOwn={isOwn} /> : words(going, period);
}

function useGoingWords(isOwn: boolean) {
  const { t } = useText();
  const numbers = useNumbers();
  const { filters } = useFilters();
  const who = isOwn ? 'own' : 'team';
  return (going: Exclude<Going, { kind: 'nothing' }>, period: string) => {
    const revenue = numbers.text(going.total.value, 'money');
    if (going.kind === 'uncompared') {
      const share = numbers.text(going.leaderShare, 'ratio');
      if (!going.leader?.name) return <Sentence text={`lead.plain_${who}`} values={{ period, revenue }} />;
      return <Sentence text={`lead.leader_${who}`} values={{ period, revenue, share, leader: going.leader.name }} />;
    }
    const change = <Change value={going.total.change} unit="money" />;
    const basis = t(filters.compare === 'previous' ? 'lead.than_previous' : 'lead.than_year_ago');
    return (
      <>
        <Sentence
          text={going.kind === 'flat' ? `lead.flat_${who}` : `lead.moved_${who}`}
          values={{ period, revenue, basis }}
          parts={{ change }}
        />
        <Why going={going} />
      </>
    );
  };
}

function Why({ going }: Readonly<{ going: Extract<Going, { kind: 'flat' | 'up' | 'down' }> }>) {
  const numbers = useNumbers();
  const { cause, kind } = going;
  if (!cause) return <Sentence text="lead.why_unknown" />;
  const amount = (value: number | null | undefined) => numbers.text(Math.abs(value ?? 0), 'money');
  const values = {
    name: cause.driver.name ?? '',
    share: numbers.text(cause.share, 'ratio'),
    amount: amount(cause.driver.delta),
    counter: cause.counter?.name ?? '',
    against: amount(cause.counter?.delta),
  };
  const grows = (going.total.delta ?? 0) > 0;
  const measured = kind !== 'flat' && cause.share <= 1 ? 'share' : 'amount';
  const suffix = cause.counter ? '_counter' : '';
  return <Sentence text={`lead.why_${grows ? 'up' : 'down'}_${measured}${suffix}`} values={values} />;
}
