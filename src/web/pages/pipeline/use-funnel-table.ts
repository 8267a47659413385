import type { PanelTable, TableColumn } from '#web/panel/answer-table.ts';
import { useText } from '#web/text/use-text.ts';
import type { FunnelAnswer, FunnelTally } from './funnel-query.ts';
import { useFunnelWords } from './use-funnel-words.ts';

/** The table behind the bars: every count of every step, and the same step in the other cohorts. */
export function useFunnelTable(kind: 'deals' | 'leads'): (answer: FunnelAnswer) => PanelTable {
  const { t } = useText();
  const words = useFunnelWords();
  const count = (id: string, label: string): TableColumn => ({ id, label, unit: 'count' });
  const ratio = (id: string, label: string): TableColumn => ({ id, label, unit: 'ratio' });
  return (answer) => ({
    columns: [
      { id: 'step', label: t('pipeline.funnel.step') },
      count('n', t('pipeline.funnel.n')),
      count('reached', t('pipeline.funnel.reached')),
      ...(answer.way === 'strict' ? [count('skipped', t('pipeline.funnel.skipped'))] : []),
      count('open', t('pipeline.funnel.open')),
      count('lost', t('pipeline.funnel.lost')),
      count('disqualified', t('pipeline.funnel.disqualified')),
      ratio('rate', t('pipeline.funnel.rate_low')),
      ratio('highest', t('pipeline.funnel.rate_high')),
      count('previous_n', `${words.cohort(answer.previous)} n`),
      ratio('previous', words.cohort(answer.previous)),
      count('year_n', `${words.cohort(answer.yearAgo)} n`),
      ratio('year', words.cohort(answer.yearAgo)),
    ],
    rows: (kind === 'leads' ? words.leadRows(answer) : words.dealRows(answer)).map(
      ({ name, next, now, previous, yearAgo }) => ({
        step: `${name} → ${next}`,
        ...now,
        rate: share(now, now.reached),
        highest: share(now, now.reached + now.skipped + now.open),
        previous_n: previous.n,
        previous: share(previous, previous.reached),
        year_n: yearAgo.n,
        year: share(yearAgo, yearAgo.reached),
      }),
    ),
    totals: null,
  });
}

function share({ n }: FunnelTally, count: number): number | null {
  return n === 0 ? null : count / n;
}
