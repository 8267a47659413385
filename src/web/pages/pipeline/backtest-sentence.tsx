import { useAsked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { fetchBacktest, type StuckBacktest } from './stuck-query.ts';

/** What the same rules would have found a quarter ago, what became of it, and whether that says anything. */
export function BacktestSentence({ base }: Readonly<{ base: QuestionBase }>) {
  const asked = useAsked(['pipeline', 'backtest', base.period, base.where], (signal) => fetchBacktest(base, signal));
  return asked.state === 'answered' ? <Answered backtest={asked.data} /> : null;
}

function Answered({ backtest }: Readonly<{ backtest: StuckBacktest }>) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { today } = useMe().calendar;
  const { judgedOn, flagged } = backtest;
  const rate = (value: number | null | undefined) => numbers.text(value ?? null, 'ratio').replace(/\.\d+%/, '%');
  const verdict = verdictOf(backtest);
  const values = {
    day: dayText(judgedOn, { locale, today }),
    count: flagged.deals,
    decided: flagged.won + flagged.lost,
    lost: flagged.lost,
    open: flagged.open,
    rate: rate(flagged.lostRate),
    low: rate(flagged.interval?.low),
    high: rate(flagged.interval?.high),
    base: rate(backtest.sameStageLostRate),
  };
  if (verdict === null) return <p className="backtest">{t('pipeline.stuck.backtest_few', values)}</p>;
  return (
    <p className="backtest">
      {t('pipeline.stuck.backtest', values)}
      {t(`pipeline.stuck.backtest_${verdict}`)}
    </p>
  );
}

/** On fewer outcomes a comparison would be an anecdote. */
const fewestDecided = 20;

/** Whether flagged deals were lost more often than their like, by more than the error; null when there is too little to say. */
function verdictOf({
  flagged: { won, lost, interval },
  sameStageLostRate,
}: StuckBacktest): 'worse' | 'alike' | 'better' | null {
  if (won + lost < fewestDecided || interval === null || sameStageLostRate === null) return null;
  if (interval.low > sameStageLostRate) return 'worse';
  return interval.high < sameStageLostRate ? 'better' : 'alike';
}
