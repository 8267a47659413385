import { useState } from 'react';
import { useAsked } from '#web/api/use-asked.ts';
import { Composition } from '#web/charts/composition/composition.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { roundedParts } from '#web/numbers/parts.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { Choice } from '../lead/choice.tsx';
import { LostParts } from './lost-parts.tsx';
import {
  fetchLost,
  type LostBy,
  type LostReason,
  type LostReasons,
  type LostSplit,
  lostBys,
  lostSplits,
} from './lost-query.ts';
import './lost.css';

/** Why deals are lost: one bar, or one for every stage, size or rival. */
export function LostPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const [split, setSplit] = useState<LostSplit | 'all'>('all');
  const [by, setBy] = useState<LostBy>('deals');
  const asked = useAsked(['pipeline', 'lost', base.period, base.where], (signal) => fetchLost(base, signal));
  return (
    <PanelFrame
      id="lost"
      asked={asked}
      shape="bars"
      height={150}
      name={t('pipeline.lost.name')}
      title={({ total, reasons }) => {
        const known = reasons.filter(({ reason }) => reason !== null);
        const [first, second] = known;
        if (total.deals === 0 || !first) return t('pipeline.lost.plain', { count: total.deals });
        return t(second ? 'pipeline.lost.title' : 'pipeline.lost.title_single', {
          count: total.deals,
          first: first.reason ?? '',
          second: second?.reason ?? '',
          share: numbers.text((first.deals + (second?.deals ?? 0)) / total.deals, 'ratio').replace(/\.\d+%/, '%'),
        });
      }}
      subtitle={t(by === 'deals' ? 'pipeline.lost.subtitle' : 'pipeline.lost.subtitle_amount')}
      method={() => (
        <>
          <p>{t('pipeline.lost.method')}</p>
          <p>{t('pipeline.lost.method_stage')}</p>
        </>
      )}
      table={(answer) => tableOf(answer, split, t)}
      empty={({ total }) => (total.deals === 0 ? { why: t('pipeline.lost.empty') } : null)}
    >
      {(answer) => (
        <>
          <div className="choices">
            <Choice
              label={t('pipeline.lost.split')}
              options={(['all', ...lostSplits] as const).map((value) => ({
                value,
                text: t(`pipeline.lost.split_${value}`),
              }))}
              value={split}
              choose={setSplit}
            />
            <Choice
              label={t('pipeline.lost.by')}
              options={lostBys.map((value) => ({ value, text: t(`pipeline.lost.by_${value}`) }))}
              value={by}
              choose={setBy}
            />
          </div>
          <Strips answer={answer} split={split} by={by} base={base} />
        </>
      )}
    </PanelFrame>
  );
}

type StripsProps = Readonly<{ answer: LostReasons; split: LostSplit | 'all'; by: LostBy; base: QuestionBase }>;

function Strips({ answer, split, by, base }: StripsProps) {
  const { t } = useText();
  const order = orderOf(answer);
  const whole = { name: t('pipeline.lost.split_all'), reasons: answer.reasons };
  return (
    <>
      <Strip part={whole} order={order} by={by} base={base} />
      {split !== 'all' && <LostParts answer={answer} split={split} by={by} order={order} />}
    </>
  );
}

/** The reasons that have a colour of their own, in every strip the same; the others are folded. */
function orderOf({ reasons }: LostReasons): readonly (string | null)[] {
  return reasons.slice(0, reasons.length > 6 ? 5 : 6).map(({ reason }) => reason);
}

type StripProps = Readonly<{
  part: Readonly<{ name: string; reasons: readonly LostReason[] }>;
  order: readonly (string | null)[];
  by: LostBy;
  base: QuestionBase;
}>;

function Strip({ part, order, by, base }: StripProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const value = (reasons: readonly LostReason[]) =>
    reasons.reduce((sum, each) => sum + (by === 'deals' ? each.deals : Number(each.amount)), 0);
  const own = order.map((reason) => ({
    id: reason ?? 'none',
    reason,
    name: reason ?? t('pipeline.lost.unwritten'),
    value: value(part.reasons.filter((each) => each.reason === reason)),
  }));
  const rest = value(part.reasons.filter(({ reason }) => !order.includes(reason)));
  const parts = rest > 0 ? [...own, { id: 'rest', reason: null, name: t('pipeline.lost.rest'), value: rest }] : own;
  const total = parts.reduce((sum, each) => sum + each.value, 0);
  const shares = roundedParts(
    parts.map((each) => (total > 0 ? each.value / total : 0)),
    3,
  );
  return (
    <Composition
      label={part.name}
      name={part.name}
      parts={parts.map((each, index) => ({
        ...each,
        text: by === 'deals' ? String(each.value) : numbers.text(each.value, 'money'),
        share: numbers.text(shares[index] ?? null, 'ratio'),
      }))}
      onPick={(id) => {
        const picked = own.find((each) => each.id === id);
        if (picked) detail.rows(cellOf(base, 'lost_deals', { lost_reason: picked.reason }), picked.name);
      }}
    />
  );
}

function tableOf(answer: LostReasons, split: LostSplit | 'all', t: ReturnType<typeof useText>['t']): PanelTable {
  const row = ({ reason, deals, amount }: LostReason) => ({
    reason: reason ?? t('pipeline.lost.unwritten'),
    deals,
    amount,
  });
  const columns = [
    { id: 'reason', label: t('pipeline.lost.reason') },
    { id: 'deals', label: t('overview.deals'), unit: 'count' },
    { id: 'amount', label: t('overview.amount'), unit: 'money' },
  ] as const;
  if (split === 'all') return { columns, rows: answer.reasons.map(row), totals: answer.total };
  return {
    columns: [{ id: 'part', label: t(`pipeline.lost.split_${split}`) }, ...columns],
    rows: answer.splits[split].flatMap(({ name, reasons }) =>
      reasons.map((each) => ({ part: name ?? t('pipeline.lost.unknown'), ...row(each) })),
    ),
    totals: answer.total,
  };
}
