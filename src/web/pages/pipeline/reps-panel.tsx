import { useState } from 'react';
import { useAsked } from '#web/api/use-asked.ts';
import { type DotColumn, type DotRow, DotRows } from '#web/charts/dot-rows/dot-rows.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { RepAdviceList } from './rep-advice-list.tsx';
import { fetchReps, type RepLoad, type RepLoads } from './reps-query.ts';

/** Open deals of every rep in service against the team's median and mean, and what to do for those far below. */
export function RepsPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const asked = useAsked(['pipeline', 'reps', base.period, base.where], (signal) => fetchReps(base, signal));
  const share = (answer: RepLoads) => numbers.text(answer.threshold, 'ratio').replace('.0', '');
  return (
    <PanelFrame
      id="reps"
      asked={asked}
      shape="rows"
      height={520}
      name={t('pipeline.reps.name')}
      title={(answer) => {
        const flagged = flaggedOf(answer);
        if (!answer.team) return t('pipeline.reps.plain');
        if (flagged.length === 0) return t('pipeline.reps.even');
        const names = flagged.slice(0, 2).map(({ name }) => name);
        return t(flagged.length > 2 ? 'pipeline.reps.title_many' : 'pipeline.reps.title', {
          names: names.join(t('pipeline.reps.and')),
          count: flagged.length,
        });
      }}
      subtitle={(answer) =>
        t(answer.team ? 'pipeline.reps.subtitle' : 'pipeline.reps.subtitle_few', { share: share(answer) })
      }
      method={(answer) => (
        <>
          <p>{t('pipeline.reps.method_reps', { count: answer.reps.length })}</p>
          <p>{t('pipeline.reps.method_line', { share: share(answer) })}</p>
          <p>{t('pipeline.reps.method_advice', { share: share(answer) })}</p>
        </>
      )}
      table={(answer) => tableOf(answer, t)}
      empty={(answer) => (answer.reps.length === 0 ? { why: t('pipeline.reps.empty') } : null)}
    >
      {(answer) => <Reps answer={answer} base={base} />}
    </PanelFrame>
  );
}

/** Who is far below, those with both count and amount first, then by how far. */
function flaggedOf({ reps, team }: RepLoads): readonly RepLoad[] {
  if (!team) return [];
  const depth = (rep: RepLoad) =>
    Number(rep.isBelowDeals) +
    Number(rep.isBelowAmount) -
    rep.deals / (team.deals.median || 1) -
    Number(rep.amount) / (team.amount.median || 1);
  return reps.filter((rep) => rep.isBelowDeals || rep.isBelowAmount).toSorted((a, b) => depth(b) - depth(a));
}

/** As many rows as stand beside the panels at the right. */
const mostRows = 24;

function Reps({ answer, base }: Readonly<{ answer: RepLoads; base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const [showsAll, setShowsAll] = useState(false);
  const { reps, team, others, total } = answer;
  const amounts = numbers.column([...reps.map(({ amount }) => amount), team?.amount.median], 'money');
  const count = (value: number) => String(Number(value.toFixed(1)));
  const columns: readonly DotColumn[] = [
    columnOf(
      'deals',
      t('overview.deals'),
      team && { ...team.deals, label: t('pipeline.reps.median', { value: count(team.deals.median) }) },
    ),
    columnOf(
      'amount',
      withUnit(t('overview.amount'), amounts),
      team && { ...team.amount, label: t('pipeline.reps.median', { value: amounts.text(team.amount.median) }) },
    ),
  ];
  const rows = reps.map(
    (rep): DotRow => ({
      id: rep.id,
      name: rep.name,
      isFlagged: rep.isBelowDeals || rep.isBelowAmount,
      dots: [
        {
          value: rep.deals,
          text: String(rep.deals),
          isBelow: rep.isBelowDeals,
          label: t('pipeline.reps.dot_deals', { name: rep.name, value: rep.deals }),
        },
        {
          value: numberOf(rep.amount) ?? 0,
          text: amounts.text(rep.amount),
          isBelow: rep.isBelowAmount,
          label: t('pipeline.reps.dot_amount', { name: rep.name, value: numbers.text(rep.amount, 'money') }),
        },
      ],
    }),
  );
  const { shown, gap } = folded(rows, showsAll);
  return (
    <>
      <DotRows
        label={t('pipeline.reps.name')}
        nameHeader={t('pipeline.reps.rep')}
        columns={columns}
        rows={shown}
        gap={
          gap && {
            after: gap.after,
            text: t('pipeline.reps.more', { count: gap.count }),
            show: () => setShowsAll(true),
          }
        }
        onPick={(id) =>
          detail.rows(cellOf(base, 'open_amount', { rep: id }), reps.find((rep) => rep.id === id)?.name ?? id)
        }
      />
      {others.deals > 0 && (
        <p className="foot t2">
          {t('pipeline.reps.others', { count: others.deals, amount: numbers.text(others.amount, 'money') })}
        </p>
      )}
      <p className="visually-hidden">
        {t('pipeline.reps.total', { count: total.deals, amount: numbers.text(total.amount, 'money') })}
      </p>
      <RepAdviceList reps={flaggedOf(answer)} answer={answer} />
    </>
  );
}

type Labelled = Readonly<{ median: number; mean: number; line: number; label: string }>;

function columnOf(id: string, header: string, team: Labelled | null): DotColumn {
  return {
    id,
    header,
    median: team && { value: team.median, label: team.label },
    mean: team?.mean ?? null,
    line: team?.line ?? null,
  };
}

/** The first rows and the last ones, where those far below stand; all when they are few or asked for. */
function folded(rows: readonly DotRow[], showsAll: boolean) {
  if (showsAll || rows.length <= mostRows) return { shown: rows, gap: null };
  const head = mostRows / 3;
  const tail = mostRows - head;
  return {
    shown: [...rows.slice(0, head), ...rows.slice(-tail)],
    gap: { after: head - 1, count: rows.length - mostRows },
  };
}

function tableOf({ reps }: RepLoads, t: ReturnType<typeof useText>['t']): PanelTable {
  return {
    columns: [
      { id: 'rep', label: t('pipeline.reps.rep') },
      { id: 'deals', label: t('overview.deals'), unit: 'count' },
      { id: 'amount', label: t('overview.amount'), unit: 'money' },
      { id: 'created', label: t('pipeline.reps.created'), unit: 'count' },
      { id: 'leads', label: t('pipeline.reps.leads'), unit: 'count' },
      { id: 'won', label: t('pipeline.reps.won'), unit: 'count' },
      { id: 'lost', label: t('pipeline.reps.lost'), unit: 'count' },
      { id: 'rate', label: t('pipeline.reps.rate'), unit: 'ratio' },
      { id: 'advice', label: t('pipeline.reps.advice') },
    ],
    rows: reps.map(({ name, deals, amount, created, leads, won, lost, winRate, advice }) => ({
      rep: name,
      deals,
      amount,
      created,
      leads,
      won,
      lost,
      rate: winRate,
      advice: advice.map(({ action }) => t(`pipeline.reps.action_${action}`)).join(' · '),
    })),
    totals: null,
  };
}
