import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Pareto } from '#web/charts/pareto/pareto.tsx';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useText } from '#web/text/use-text.ts';
import { type Concentration, concentrationOf } from '../titles/concentration.ts';
import { partsOf, totalOf } from '../titles/parts.ts';

/** How much of a year's revenue hangs on how few customers. */
export function ConcentrationPanel({ asked }: Readonly<{ asked: Asked }>) {
  const { t } = useText();
  const numbers = useNumbers();
  return (
    <Panel
      id="concentration"
      asked={asked}
      shape="line"
      height={268}
      title={(answer) => {
        const found = spread(answer);
        if (!found) return t('revenue.pareto.plain');
        const values = {
          topTen: numbers.text(found.topTen, 'ratio'),
          fifth: numbers.text(found.fifth?.share, 'ratio'),
        };
        return t(found.fifth ? 'revenue.pareto.title' : 'revenue.pareto.top_ten', values);
      }}
      subtitle={(answer) => {
        const found = spread(answer);
        return found
          ? t('revenue.pareto.subtitle', {
              count: numbers.text(found.count, 'count'),
              total: numbers.text(found.total, 'money'),
            })
          : t('revenue.pareto.plain');
      }}
      empty={(answer) => (spread(answer) ? null : { why: t('revenue.pareto.empty') })}
    >
      {(answer) => {
        const found = spread(answer);
        return found ? <Curve found={found} /> : null;
      }}
    </Panel>
  );
}

function spread(answer: Answer): Concentration | null {
  return concentrationOf(
    partsOf(answer, 'customer', 'revenue').filter((part) => part.key !== null),
    numberOf(answer.totals.active_customers) ?? 0,
    totalOf(answer, 'revenue').value ?? 0,
  );
}

function Curve({ found }: Readonly<{ found: Concentration }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const ten = Math.min(10, found.shares.length);
  const points = [
    {
      count: ten,
      share: found.topTen,
      title: t('revenue.pareto.first', { count: ten, share: numbers.text(found.topTen, 'ratio') }),
      note: t('revenue.pareto.leader', {
        name: found.leader.name ?? t('overview.none'),
        value: numbers.text(found.leader.value, 'money'),
      }),
    },
    ...(found.fifth
      ? [
          {
            count: found.fifth.count,
            share: found.fifth.share,
            title: t('revenue.pareto.fifth', { share: numbers.text(found.fifth.share, 'ratio') }),
            note: t('revenue.pareto.customers', { count: found.fifth.count }),
          },
        ]
      : []),
  ];
  return (
    <Pareto
      label={t('revenue.pareto.plain')}
      shares={found.shares}
      count={found.count}
      points={points}
      tiers={found.tiers.map((tier, index) => ({
        ...tier,
        id: String(index),
        label: t('revenue.pareto.tier', { tier: 'ABC'.charAt(index) }),
        count: t('revenue.pareto.customers', { count: tier.before - tier.from }),
      }))}
      evenLabel={t('revenue.pareto.even')}
    />
  );
}
