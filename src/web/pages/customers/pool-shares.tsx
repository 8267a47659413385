import { signed } from '#web/numbers/figure.ts';
import { useText } from '#web/text/use-text.ts';
import type { PoolAnswer } from './customers-queries.ts';
import { PoolRulesButton } from './rules-dialogs.tsx';

const shown = 6;

/** Whether claims are shared fairly, and what came of them. */
export function PoolShares({ pool }: Readonly<{ pool: PoolAnswer }>) {
  const { t } = useText();
  const { reps, rules, gini } = pool;
  const claimers = reps.filter(({ claims }) => claims > 0);
  const claims = claimers.reduce((sum, rep) => sum + rep.claims, 0);
  const conversions = claimers.reduce((sum, rep) => sum + rep.conversions, 0);
  return (
    <div className="pool-shares">
      <div className="foot">
        {claims > 0
          ? t('customers.shares', {
              claims,
              conversions,
              reps: claimers.length,
              of: reps.length,
              gini: signed(gini ?? 0, 2),
            })
          : t('customers.shares_none', { limit: rules.claimsIn30Days, held: rules.mostHeld })}{' '}
        <PoolRulesButton rules={rules} />
      </div>
      {claims > 0 && (
        <table className="table fixed shares" aria-label={t('customers.shares_name')}>
          <thead>
            <tr>
              <th scope="col">{t('overview.rep')}</th>
              <th scope="col" className="num">
                {t('customers.claims_30')}
              </th>
              <th scope="col" className="num">
                {t('customers.claims_year')}
              </th>
              <th scope="col" className="num">
                {t('customers.conversions')}
              </th>
              <th scope="col" className="num">
                {t('customers.held')}
              </th>
            </tr>
          </thead>
          <tbody>
            {claimers.slice(0, shown).map((rep) => (
              <tr key={rep.id}>
                <th scope="row">{rep.name}</th>
                <td className="num">
                  {signed(rep.claims30Days, 0)} / {signed(rules.claimsIn30Days, 0)}
                </td>
                <td className="num">{signed(rep.claims, 0)}</td>
                <td className="num">{signed(rep.conversions, 0)}</td>
                <td className="num">{signed(rep.held, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
