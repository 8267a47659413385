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
import {
  fetchLost,
  type LostPart,
  type LostReason,
  type LostReasons,
  type LostSplit,
  lostSplits,
} from './lost-query.ts';
import './lost.css';

type By = 'deals' | 'amount';

/** Why deals are lost: one bar, or one for every stage, size or rival. */
export function LostPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const [split, setSplit] = useState<LostSplit | 'all'>('all');
  const [by, setBy] = useState<By>('deals');
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
        return t(second ? 'pipeline.lost.title' : 'pipeline.lost.title_one', {
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
              options={(['deals', 'amount'] as const).map((value) => ({ value, text: t(`pipeline.lost.by_${value}`) }))}
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

type StripsProps = Readonly<{ answer: LostReasons; split: LostSplit | 'all'; by: By; base: QuestionBase }>;

/** Rivals beyond the first few have one deal each. */
const mostParts = 5;

function Strips({ answer, split, by, base }: StripsProps) {
  const { t } = useText();
  const name = usePartName();
  const order = orderOf(answer);
  if (split === 'all') {
    const whole = { key: null, name: t('pipeline.lost.split_all'), reasons: answer.reasons };
    return <Strip part={whole} order={order} by={by} base={base} at={{}} />;
  }
  return (
    <div className="lost-splits">
      {answer.splits[split].slice(0, mostParts).map((part) => (
        <Strip
          key={part.key ?? 'none'}
          part={{ ...part, name: t('pipeline.lost.part', { name: name(answer, split, part), count: part.deals }) }}
          order={order}
          by={by}
          base={base}
          at={split === 'competitor' ? { competitor: part.key } : null}
        />
      ))}
    </div>
  );
}

/** The reasons that have a colour of their own, in every strip the same; the others are folded. */
function orderOf({ reasons }: LostReasons): readonly (string | null)[] {
  return reasons.slice(0, reasons.length > 6 ? 5 : 6).map(({ reason }) => reason);
}

type StripProps = Readonly<{
  part: Readonly<{ name: string; reasons: readonly LostReason[] }>;
  order: readonly (string | null)[];
  by: By;
  base: QuestionBase;
  /** Where the rows behind it stand besides the reason; null: they cannot be asked for. */
  at: Readonly<Record<string, string | null>> | null;
}>;

function Strip({ part, order, by, base, at }: StripProps) {
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
      onPick={
        at
          ? (id) => {
              const picked = own.find((each) => each.id === id);
              if (picked) detail.rows(cellOf(base, 'lost_deals', { ...at, lost_reason: picked.reason }), picked.name);
            }
          : undefined
      }
    />
  );
}

function usePartName() {
  const { t } = useText();
  const numbers = useNumbers();
  const size = (key: string, { medium, large }: NonNullable<LostReasons['sizes']>) => {
    const band = key === 'small' || key === 'large' ? key : 'medium';
    return t(`pipeline.lost.size_${band}`, {
      medium: numbers.text(medium, 'money'),
      large: numbers.text(large, 'money'),
    });
  };
  return ({ sizes }: LostReasons, split: LostSplit, { key, name }: Pick<LostPart, 'key' | 'name'>) => {
    if (key === null) return t(split === 'competitor' ? 'pipeline.lost.no_rival' : 'pipeline.lost.unknown');
    return split === 'size' && sizes ? size(key, sizes) : (name ?? key);
  };
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
