import { useState } from 'react';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { NewTaskButton } from '#web/tasks/new-task.tsx';
import { useText } from '#web/text/use-text.ts';
import type { RepAdvice, RepLoad, RepLoads } from './reps-query.ts';
import './rep-advice.css';

type ListProps = Readonly<{ reps: readonly RepLoad[]; answer: RepLoads }>;

const mostShown = 5;

/** For each rep far below: what the figures say, and the one thing to do, which becomes a task. */
export function RepAdviceList({ reps, answer }: ListProps) {
  const { t } = useText();
  const [showsAll, setShowsAll] = useState(false);
  if (reps.length === 0) return null;
  const shown = showsAll ? reps : reps.slice(0, mostShown);
  return (
    <ul className="advice" aria-label={t('pipeline.reps.advice')}>
      {shown.map((rep) => (
        <li key={rep.id}>
          <b className="warn">{rep.name}</b>
          <p>
            {rep.advice.map((advice) => (
              <Reason key={advice.because} rep={rep} advice={advice} answer={answer} />
            ))}
          </p>
        </li>
      ))}
      {shown.length < reps.length && (
        <li>
          <button type="button" className="link" onClick={() => setShowsAll(true)}>
            {t('pipeline.reps.advice_more', { count: reps.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

type ReasonProps = Readonly<{ rep: RepLoad; advice: RepAdvice; answer: RepLoads }>;

function Reason({ rep, advice, answer }: ReasonProps) {
  const { t } = useText();
  const words = useAdviceWords();
  const because = words(rep, advice, answer);
  const kind = advice.action === 'observe' ? 'follow_up' : advice.action;
  return (
    <span>
      {because}
      <NewTaskButton
        about={rep.name}
        task={{
          kind,
          personId: rep.id,
          title: t(`pipeline.reps.task_${advice.action}`, { name: rep.name }),
          note: because,
        }}
      >
        {t(`pipeline.reps.action_${advice.action}`)}
      </NewTaskButton>
    </span>
  );
}

/** The figures behind a piece of advice, in words. */
function useAdviceWords() {
  const { t } = useText();
  const numbers = useNumbers();
  return (rep: RepLoad, { because }: RepAdvice, { team, threshold }: RepLoads): string => {
    const count = (value: number | null | undefined) =>
      value === null || value === undefined ? '—' : String(Number(value.toFixed(1)));
    const values = {
      days: rep.daysInService ?? 0,
      created: rep.created,
      createdTeam: count(team?.created),
      leads: count(rep.leads),
      leadsTeam: count(team?.leads),
      rate: numbers.text(rep.winRate, 'ratio'),
      rateTeam: numbers.text(team?.winRate, 'ratio'),
      n: rep.won + rep.lost,
      stage: rep.lostStage?.name ?? '',
      amount: numbers.text(rep.amount, 'money'),
      line: numbers.text(team?.amount.line, 'money'),
      share: numbers.text(threshold, 'ratio'),
      deals: rep.deals,
    };
    if (because === 'low_win_rate') {
      return t(
        rep.lostStage ? 'pipeline.reps.because_low_win_rate_stage' : 'pipeline.reps.because_low_win_rate',
        values,
      );
    }
    return t(`pipeline.reps.because_${because}`, values);
  };
}
