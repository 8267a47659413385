import type { ReactNode } from 'react';
import { withUnit } from '#web/numbers/column-format.ts';
import { signed } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { ListChoice, Tier } from './customer-words.ts';
import type { HeldByTier, RepTiers, TiersAnswer } from './customers-queries.ts';
import { tiers } from './list-choice.ts';

type Props = Readonly<{ answer: TiersAnswer; choose: (choice: ListChoice) => void }>;

const most = 20;
const ends = { first: 9, last: 8 };

/** One row per owner: the number of customers by tier as a bar and as figures, and their revenue. */
export function TiersTable({ answer, choose }: Props) {
  const { t } = useText();
  const numbers = useNumbers();
  const { reps, pool, elsewhere, total } = answer;
  const ranked = reps.toSorted((left, right) => right.a.customers - left.a.customers);
  const widest = Math.max(...ranked.map(({ all }) => all.customers), pool.all.customers, 1);
  const money = numbers.column(
    [...ranked, pool].map(({ all }) => all.revenue),
    'money',
  );
  const shared = (held: HeldByTier) => ({ held, widest, revenue: money.text(held.all.revenue) });
  const repLine = (rep: RepTiers) => (
    <Line
      key={rep.id}
      {...shared(rep)}
      name={<RepName rep={rep} choose={choose} />}
      flag={rep.flag ? t(`customers.tiers.${rep.flag}`) : null}
      pick={(tier) => choose({ tier, owner: rep.id })}
    />
  );
  const isLong = ranked.length > most;
  const hidden = ranked.length - ends.first - ends.last;
  return (
    <div className="scroll-x">
      <table className="table fixed tiers" aria-label={t('customers.tiers.name')}>
        <Head unit={withUnit(t('overview.tile.revenue'), money)} />
        <tbody>
          {(isLong ? ranked.slice(0, ends.first) : ranked).map(repLine)}
          {isLong && (
            <tr className="gap">
              <td colSpan={6} className="t3">
                {t('customers.tiers.between', { count: hidden })}
              </td>
            </tr>
          )}
          {isLong && ranked.slice(-ends.last).map(repLine)}
          {elsewhere.all.customers > 0 && (
            <Line {...shared(elsewhere)} name={t('customers.tiers.elsewhere')} flag={null} pick={null} />
          )}
          <Line
            {...shared(pool)}
            name={
              <button type="button" className="plain" onClick={() => choose({ pool: true })}>
                {t('customers.pool')}
              </button>
            }
            flag={null}
            pick={(tier) => choose({ tier, pool: true })}
          />
          <tr className="total">
            <th scope="row">{t('panel.total')}</th>
            <td />
            {tiers.map((tier) => (
              <td key={tier} className="num">
                {signed(total[tier].customers, 0)}
              </td>
            ))}
            <td className="num">{money.text(total.all.revenue)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Head({ unit }: Readonly<{ unit: string }>) {
  const { t } = useText();
  return (
    <thead>
      <tr>
        <th scope="col" className="name-column">
          {t('customers.owner')}
        </th>
        <th scope="col" className="bar-column">
          {t('customers.tiers.bar')}
        </th>
        {tiers.map((tier) => (
          <th key={tier} scope="col" className="num count-column">
            {t(`customers.tier.${tier}`)}
          </th>
        ))}
        <th scope="col" className="num value-column">
          {unit}
        </th>
      </tr>
    </thead>
  );
}

type LineProps = Readonly<{
  name: ReactNode;
  held: HeldByTier;
  widest: number;
  revenue: string;
  flag: string | null;
  /** Opens the customers of a tier. */
  pick: ((tier: Tier) => void) | null;
}>;

function Line({ name, held, widest, revenue, flag, pick }: LineProps) {
  const { t } = useText();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="bar-column">
        <TierBar held={held} widest={widest} />
        {flag !== null && <span className="warn flag">{flag}</span>}
      </td>
      {tiers.map((tier) => (
        <td key={tier} className="num">
          {pick && held[tier].customers > 0 ? (
            <button
              type="button"
              className="plain num"
              aria-label={t('customers.tiers.pick', { tier: t(`customers.tier.${tier}`), count: held[tier].customers })}
              onClick={() => pick(tier)}
            >
              {signed(held[tier].customers, 0)}
            </button>
          ) : (
            signed(held[tier].customers, 0)
          )}
        </td>
      ))}
      <td className="num">{revenue}</td>
    </tr>
  );
}

function RepName({ rep, choose }: Readonly<{ rep: RepTiers; choose: Props['choose'] }>) {
  const { t } = useText();
  return (
    <button type="button" className="plain" title={rep.name} onClick={() => choose({ owner: rep.id })}>
      {rep.name}
      {!rep.isInService && <span className="t3"> {t('customers.tiers.left')}</span>}
    </button>
  );
}

const fills: Readonly<Record<Tier, string>> = { a: 'var(--acc)', b: 'var(--acc-2)', c: 'var(--track)' };

function TierBar({ held, widest }: Readonly<{ held: HeldByTier; widest: number }>) {
  const share = (count: number) => `${(count / widest) * 100}%`;
  return (
    <span className="tier-bar" aria-hidden="true">
      {tiers.map((tier) => (
        <i key={tier} style={{ width: share(held[tier].customers), background: fills[tier] }} />
      ))}
    </span>
  );
}
