import type { Asked } from '#web/api/use-asked.ts';
import { Scatter } from '#web/charts/scatter/scatter.tsx';
import { signed } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { CustomerLink } from './customer-link.tsx';
import type { ListChoice } from './customer-words.ts';
import type { ActivityAnswer } from './customers-queries.ts';
import { useListTable } from './use-list-table.ts';

type Props = Readonly<{ asked: Asked<ActivityAnswer>; choose: (choice: ListChoice) => void }>;

/** A customers by what they do and what we do for them: who is going quiet, and whether we noticed. */
export function QuietPanel({ asked, choose }: Props) {
  const { t } = useText();
  const title = useQuietTitle();
  const table = useListTable();
  return (
    <PanelFrame
      id="quiet"
      asked={asked}
      shape="line"
      height={460}
      name={t('customers.quiet.name')}
      title={title}
      subtitle={({ points, valuable }) =>
        t(points.length < valuable ? 'customers.quiet.subtitle_cut' : 'customers.quiet.subtitle', {
          count: points.length,
        })
      }
      method={(answer) => <Method answer={answer} />}
      table={({ quiet }) => table(quiet)}
      empty={({ valuable }) => (valuable === 0 ? { why: t('customers.quiet.empty') } : null)}
    >
      {(answer) => (
        <>
          <ActivityChart answer={answer} />
          <Quadrants answer={answer} choose={choose} />
          <QuietTable answer={answer} />
        </>
      )}
    </PanelFrame>
  );
}

function useQuietTitle() {
  const { t } = useText();
  const numbers = useNumbers();
  return ({ quadrants, neglected }: ActivityAnswer) => {
    const quiet = quadrants.find(({ quadrant }) => quadrant === 'going_quiet');
    if (!quiet) return t('customers.quiet.none');
    return t('customers.quiet.title', {
      count: quiet.customers,
      amount: numbers.text(quiet.revenue, 'money'),
      neglected,
    });
  };
}

function ActivityChart({ answer }: Readonly<{ answer: ActivityAnswer }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const { quietBelow } = answer.rules;
  return (
    <Scatter
      label={t('customers.quiet.chart')}
      axes={{ x: t('customers.quiet.axis_x'), y: t('customers.quiet.axis_y') }}
      split={{ x: quietBelow, y: quietBelow }}
      corners={{
        leftTop: t('customers.quiet.unanswered'),
        leftBottom: t('customers.quiet.neglected'),
        rightTop: t('customers.quiet.served'),
        rightBottom: t('customers.quiet.selfgoing'),
      }}
      points={answer.points.map(({ id, name, activity, effort, revenue }) => ({
        id,
        x: activity,
        y: effort,
        size: Number(revenue),
        isMarked: activity < quietBelow,
        label: t('customers.quiet.point', {
          name,
          activity: signed(activity, 0),
          effort: signed(effort, 0),
          revenue: numbers.text(revenue, 'money'),
        }),
      }))}
    />
  );
}

function Quadrants({ answer, choose }: Pick<Props, 'choose'> & Readonly<{ answer: ActivityAnswer }>) {
  const { t } = useText();
  const numbers = useNumbers();
  return (
    <ul className="quadrants" aria-label={t('customers.quadrants')}>
      {answer.quadrants.map(({ quadrant, customers, revenue }) => (
        <li key={quadrant}>
          <button type="button" className="plain" onClick={() => choose({ quadrant })}>
            {t(`customers.quadrant.${quadrant}`)}
          </button>
          <b className="num">{signed(customers, 0)}</b>
          <span className="num t2">{numbers.text(revenue, 'money')}</span>
        </li>
      ))}
    </ul>
  );
}

function QuietTable({ answer }: Readonly<{ answer: ActivityAnswer }>) {
  const { t } = useText();
  const numbers = useNumbers();
  if (answer.quiet.length === 0) return null;
  return (
    <table className="table fixed quiet two-line" aria-label={t('customers.quiet.list')}>
      <thead>
        <tr>
          <th scope="col">{t('customers.customer')}</th>
          <th scope="col" className="owner-column second-line">
            {t('customers.owner')}
          </th>
          <th scope="col" className="num score-column second-line">
            {t('customers.scores')}
          </th>
          <th scope="col" className="num days-column second-line">
            {t('customers.quiet_days')}
          </th>
          <th scope="col" className="num value-column first-line">
            {t('overview.tile.revenue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.quiet.map((customer) => (
          <tr key={customer.id}>
            <th scope="row">
              <CustomerLink customer={customer} />
            </th>
            <td className="owner-column second-line">
              {customer.isInPool ? t('customers.pool') : (customer.owner?.name ?? t('customers.no_owner'))}
            </td>
            <td className="num score-column second-line right">
              {signed(customer.activity, 0)} / {signed(customer.effort, 0)}
            </td>
            <td className="num days-column desk">{customer.quietDays ?? '—'}</td>
            <td className="num first-line">{numbers.text(customer.revenue, 'money')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Method({ answer }: Readonly<{ answer: ActivityAnswer }>) {
  const { t, say } = useText();
  const { rules, year } = answer;
  const listed = (kinds: ActivityAnswer['rules']['customer']) =>
    kinds
      .map(({ label, weight, dailyCap }) =>
        t('customers.quiet.weight', { name: say(label), weight: signed(weight, 0), cap: signed(dailyCap, 0) }),
      )
      .join(t('customers.joint'));
  return (
    <>
      <p>{t('customers.quiet.method', { days: signed(rules.halfLifeDays, 0) })}</p>
      <p>{t('customers.quiet.method_customer', { kinds: listed(rules.customer) })}</p>
      <p>{t('customers.quiet.method_ours', { kinds: listed(rules.ours) })}</p>
      <p>{t('customers.quiet.method_quiet', { below: signed(rules.quietBelow, 0) })}</p>
      <p>{t('customers.method_revenue', { from: year.from, before: year.before })}</p>
      <p>{t('customers.method_scope')}</p>
    </>
  );
}
