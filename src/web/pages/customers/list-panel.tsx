import { useDeferredValue, useState } from 'react';
import type { QuestionBase } from '#web/filters/filters.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { signed } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { CustomerLink } from './customer-link.tsx';
import type { ListChoice } from './customer-words.ts';
import { type ListedCustomer, type ListPage, useCustomerList } from './customers-queries.ts';
import { RowActions } from './row-actions.tsx';
import { useChoiceWords } from './use-choice-words.ts';
import { useListTable } from './use-list-table.ts';

type Props = Readonly<{ base: QuestionBase; choice: ListChoice; choose: (choice: ListChoice) => void }>;

const step = 20;

/** The customers behind the numbers above: those that were chosen, or all, the greatest revenue first. */
export function ListPanel({ base, choice, choose }: Props) {
  const { t } = useText();
  const numbers = useNumbers();
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(step);
  const search = useDeferredValue(typed.trim());
  const asked = useCustomerList(base, { ...choice, ...(search ? { search } : {}), limit });
  const table = useListTable();
  const words = useChoiceWords();
  return (
    <PanelFrame
      id="customer-list"
      asked={asked}
      shape="rows"
      height={400}
      name={t('customers.list.name')}
      title={({ total, revenue }) =>
        t('customers.list.title', {
          which: words.of(choice),
          count: total,
          amount: numbers.text(revenue, 'money'),
        })
      }
      subtitle={t('customers.list.subtitle')}
      table={({ rows }) => table(rows)}
      empty={() => null}
    >
      {(page) => (
        <>
          <div className="list-tools">
            <input
              type="search"
              value={typed}
              placeholder={t('customers.list.search')}
              aria-label={t('customers.list.search')}
              onChange={(event) => setTyped(event.target.value)}
            />
            {words.isChosen(choice) && (
              <button type="button" className="link" onClick={() => choose({})}>
                {t('customers.list.all')}
              </button>
            )}
          </div>
          <Rows page={page} />
          {page.total > page.rows.length && limit < most && (
            <button type="button" className="link" onClick={() => setLimit(Math.min(most, limit + step * 2))}>
              {t('customers.list.more', { shown: page.rows.length, count: page.total })}
            </button>
          )}
        </>
      )}
    </PanelFrame>
  );
}

const most = 500;

function Rows({ page }: Readonly<{ page: ListPage }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const money = numbers.column(
    page.rows.map(({ revenue }) => revenue),
    'money',
  );
  if (page.rows.length === 0) return <p className="t2">{t('customers.list.none')}</p>;
  return (
    <table className="table fixed customers-list two-line" aria-label={t('customers.list.name')}>
      <thead>
        <tr>
          <th scope="col">{t('customers.customer')}</th>
          <th scope="col" className="owner-column second-line">
            {t('customers.owner')}
          </th>
          <th scope="col" className="tier-column second-line">
            {t('customers.tier')}
          </th>
          <th scope="col" className="segment-column second-line">
            {t('customers.segment')}
          </th>
          <th scope="col" className="num days-column second-line">
            {t('customers.quiet_days')}
          </th>
          <th scope="col" className="num score-column second-line">
            {t('customers.scores')}
          </th>
          <th scope="col" className="num value-column first-line">
            {withUnit(t('overview.tile.revenue'), money)}
          </th>
          <th scope="col" className="num action-column second-line">
            {t('customers.next_step')}
          </th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((customer) => (
          <Row key={customer.id} customer={customer} revenue={money.text(customer.revenue)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ customer, revenue }: Readonly<{ customer: ListedCustomer; revenue: string }>) {
  const { t } = useText();
  const { tier, segment, quietDays, activity, effort, owner, isInPool } = customer;
  return (
    <tr>
      <th scope="row">
        <CustomerLink customer={customer} />
      </th>
      <td className="owner-column desk">{isInPool ? t('customers.pool') : (owner?.name ?? t('customers.no_owner'))}</td>
      <td className="tier-column desk">{tier.toUpperCase()}</td>
      <td className="segment-column second-line" data-label={t(`customers.tier.${tier}`)}>
        {t(`customers.segment.${segment}`)}
      </td>
      <td className="num days-column desk">{quietDays === null ? '—' : signed(quietDays, 0)}</td>
      <td className="num score-column desk">
        {signed(activity, 0)} / {signed(effort, 0)}
      </td>
      <td className="num first-line">{revenue}</td>
      <td className="num action-column second-line right">
        <RowActions customer={customer} />
      </td>
    </tr>
  );
}
