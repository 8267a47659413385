import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { useMe } from '#web/api/use-me.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { signed } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { ClaimButton } from './claim-button.tsx';
import { CustomerLink } from './customer-link.tsx';
import type { ListChoice } from './customer-words.ts';
import {
  type ListedCustomer,
  type ListPage,
  type PoolAnswer,
  type Proposal,
  useCustomerList,
  usePool,
} from './customers-queries.ts';
import { PoolShares } from './pool-shares.tsx';
import { ProposalDialog } from './proposal-dialog.tsx';
import { useListTable } from './use-list-table.ts';

type Props = Readonly<{ base: QuestionBase; choose: (choice: ListChoice) => void }>;

const asked = 200;
const shown = 16;

/** Customers of nobody: the best first, claimed with one click; how claims are shared; who would be let go. */
export function PoolPanel({ base, choose }: Props) {
  const { t } = useText();
  const list = useCustomerList(base, { pool: true, limit: asked });
  const pool = usePool(base);
  const table = useListTable();
  return (
    <PanelFrame
      id="pool"
      asked={list}
      shape="rows"
      height={420}
      name={t('customers.pool')}
      title={(page) => <PoolTitle page={page} />}
      subtitle={t('customers.pool_subtitle')}
      method={() => <Method pool={pool.state === 'answered' ? pool.data : null} />}
      table={({ rows }) => table(rows)}
      empty={() => null}
    >
      {(page) => (
        <>
          <PoolList page={page} choose={choose} />
          {pool.state === 'answered' && <PoolShares pool={pool.data} />}
          <ReleaseProposal />
        </>
      )}
    </PanelFrame>
  );
}

function PoolTitle({ page }: Readonly<{ page: ListPage }>) {
  const { t } = useText();
  const valuable = page.rows.filter(({ tier }) => tier !== 'c').length;
  if (page.total === 0) return t('customers.pool_empty');
  return t(valuable > 0 ? 'customers.pool_title' : 'customers.pool_title_plain', { count: page.total, valuable });
}

/** Tier first, then who bought last: what a rep would claim. */
function worthwhile(left: ListedCustomer, right: ListedCustomer): number {
  const quiet = (customer: ListedCustomer) => customer.quietDays ?? Number.MAX_SAFE_INTEGER;
  return left.tier.localeCompare(right.tier) || quiet(left) - quiet(right) || left.id.localeCompare(right.id);
}

function PoolList({ page, choose }: Pick<Props, 'choose'> & Readonly<{ page: ListPage }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const { permissions, seesAll } = useMe().viewer;
  const mayClaim = permissions.includes('customers.write');
  // Nothing seen is not nothing bought: others may have sold to it.
  const known = (revenue: string) => (seesAll || Number(revenue) !== 0 ? revenue : null);
  if (page.rows.length === 0) return <p className="t2">{t('customers.pool_empty_words')}</p>;
  return (
    <>
      <table className="table fixed pool two-line" aria-label={t('customers.pool')}>
        <thead>
          <tr>
            <th scope="col">{t('customers.customer')}</th>
            <th scope="col" className="tier-column second-line desk">
              {t('customers.tier')}
            </th>
            <th scope="col" className="num days-column second-line">
              {t('customers.quiet_days')}
            </th>
            <th scope="col" className="num value-column second-line">
              {t('overview.tile.revenue')}
            </th>
            <th scope="col" className="num claim-column first-line">
              {t('customers.next_step')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.rows
            .toSorted(worthwhile)
            .slice(0, shown)
            .map((customer) => (
              <tr key={customer.id}>
                <th scope="row">
                  <CustomerLink customer={customer} />
                </th>
                <td className="tier-column desk">{customer.tier.toUpperCase()}</td>
                <td
                  className="num days-column second-line"
                  data-label={`${t(`customers.tier.${customer.tier}`)} ${t('customers.quiet_days')}`}
                >
                  {customer.quietDays === null ? '—' : signed(customer.quietDays, 0)}
                </td>
                <td className="num second-line right">{numbers.text(known(customer.revenue), 'money')}</td>
                <td className="num first-line">{mayClaim && <ClaimButton customer={customer} />}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {page.total > shown && (
        <button type="button" className="link" onClick={() => choose({ pool: true })}>
          {t('customers.pool_all', { count: page.total })}
        </button>
      )}
    </>
  );
}

/** For those who may release: how many the rule would put back, and the list to confirm. */
function ReleaseProposal() {
  const { t } = useText();
  const mayRelease = useMe().viewer.permissions.includes('customers.release');
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['customers', 'release-proposal'],
    queryFn: ({ signal }) => answered<Proposal>(client.GET('/api/v1/customers/release-proposal', { signal })),
    enabled: mayRelease,
  });
  if (!data || data.total === 0) return null;
  return (
    <div className="foot">
      {t('customers.proposal', { count: data.total, days: data.afterDays })}{' '}
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('customers.proposal_open')}
      </button>
      {isOpen && <ProposalDialog proposal={data} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Method({ pool }: Readonly<{ pool: PoolAnswer | null }>) {
  const { t } = useText();
  return (
    <>
      <p>{t('customers.pool_method')}</p>
      {pool && (
        <p>
          {t('customers.pool_limits', {
            claims: pool.rules.claimsIn30Days,
            held: pool.rules.mostHeld,
            days: pool.rules.releaseAfterDays,
          })}
        </p>
      )}
      <p>{t('customers.method_scope')}</p>
    </>
  );
}
