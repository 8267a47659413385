import type { Asked } from '#web/api/use-asked.ts';
import { Lorenz } from '#web/charts/lorenz/lorenz.tsx';
import { signed } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import type { ListChoice } from './customer-words.ts';
import type { TiersAnswer } from './customers-queries.ts';
import { TierRulesButton } from './rules-dialogs.tsx';
import { TiersTable } from './tiers-table.tsx';
import { useTiersTable } from './use-tiers-table.ts';

type Props = Readonly<{ asked: Asked<TiersAnswer>; choose: (choice: ListChoice) => void }>;

/** Who holds which customers by value, and how evenly the A customers are spread. */
export function TiersPanel({ asked, choose }: Props) {
  const { t } = useText();
  const title = useTiersTitle();
  const table = useTiersTable();
  return (
    <PanelFrame
      id="tiers"
      asked={asked}
      shape="rows"
      height={520}
      name={t('customers.tiers.name')}
      title={title}
      subtitle={(answer) => t('customers.tiers.subtitle', shares(answer))}
      method={(answer) => <Method answer={answer} />}
      table={table}
      empty={({ total }) => (total.all.customers === 0 ? { why: t('customers.empty') } : null)}
    >
      {(answer) => (
        <>
          <TiersTable answer={answer} choose={choose} />
          <Spread answer={answer} />
        </>
      )}
    </PanelFrame>
  );
}

function shares({ rules }: TiersAnswer) {
  return { a: signed(rules.a * 100, 0), b: signed(rules.b * 100, 0), c: signed(100, 0) };
}

function useTiersTitle() {
  const { t } = useText();
  const numbers = useNumbers();
  return ({ reps, total, balance }: TiersAnswer) => {
    const many = reps.filter(({ flag }) => flag === 'too_many');
    const few = reps.filter(({ flag }) => flag === 'too_few');
    const held = many.reduce((sum, { a }) => sum + a.customers, 0);
    if (balance && many.length + few.length > 0 && total.a.customers > 0) {
      return t('customers.tiers.title', {
        many: many.length,
        few: few.length,
        share: numbers.text(held / total.a.customers, 'ratio'),
      });
    }
    const share = Number(total.a.revenue) / Number(total.all.revenue);
    return Number(total.all.revenue) > 0
      ? t('customers.tiers.title_plain', { count: total.a.customers, share: numbers.text(share, 'ratio') })
      : t('customers.tiers.name');
  };
}

/** Gini and the curve behind it, with the rule of the flags in words. */
function Spread({ answer }: Readonly<{ answer: TiersAnswer }>) {
  const { t } = useText();
  const { balance } = answer;
  if (!balance) return <p className="foot">{t('customers.tiers.no_balance')}</p>;
  const gini = signed(balance.gini, 2);
  return (
    <div className="spread">
      <Lorenz
        points={balance.lorenz}
        label={t('customers.tiers.lorenz', { gini, reps: balance.reps })}
        axes={{ people: t('customers.tiers.axis_reps'), amount: t('customers.tiers.axis_a') }}
      />
      <div>
        <p>
          <b>{t('customers.tiers.gini', { gini })}</b>
        </p>
        <p className="t2">{t('customers.tiers.gini_words')}</p>
        <p className="t2">{t('customers.tiers.rule', { median: signed(balance.median, 0) })}</p>
        <TierRulesButton rules={answer.rules} />
      </div>
    </div>
  );
}

function Method({ answer }: Readonly<{ answer: TiersAnswer }>) {
  const { t } = useText();
  const { year, total } = answer;
  return (
    <>
      <p>{t('customers.tiers.method_tier', { ...shares(answer), from: year.from, before: year.before })}</p>
      <p>{t('customers.tiers.method_drop')}</p>
      <p>{t('customers.tiers.method_owner', { count: total.all.customers })}</p>
      <p>{t('customers.method_scope')}</p>
    </>
  );
}
