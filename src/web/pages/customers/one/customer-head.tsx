import { Link } from '@tanstack/react-router';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import type { OneCustomer, Tier } from './one-queries.ts';

type Props = Readonly<{ customer: OneCustomer }>;

/** Who the customer is and whose. */
export function CustomerHead({ customer }: Props) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const { type, industry, region, source, createdOn } = customer;
  const facts = [
    type,
    industry,
    region,
    source && t('customer.source', { source }),
    createdOn && t('customer.since', { day: dayText(createdOn, { locale, today }) }),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  return (
    <header className="lead">
      <p className="customer-back">
        <Link to={'/customers' as string}>{t('customer.back')}</Link>
      </p>
      <h1 className="lead-sentence customer-name">
        <b>{customer.name}</b> <Standing customer={customer} />
      </h1>
      <p className="lead-meta">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {!customer.isOurs && !customer.isInPool && <span className="warn">{t('customer.own_rows')}</span>}
      </p>
    </header>
  );
}

function Standing({ customer }: Props) {
  const { t } = useText();
  const { tier, tierByHand, owner, isInPool } = customer;
  const whose = owner?.name ?? t(isInPool ? 'customer.pool' : 'customer.other_owner');
  return (
    <>
      <span className="customer-tier" data-tier={tier}>
        {t(tierText(tier))}
        {tierByHand ? t('customer.by_hand') : ''}
      </span>{' '}
      <span className="t2">{whose}</span>
    </>
  );
}

const tierTexts: Readonly<Record<Tier, TextKey>> = {
  a: 'customer.tier_a',
  b: 'customer.tier_b',
  c: 'customer.tier_c',
};

/** The name of a tier. */
export function tierText(tier: string): TextKey {
  return tierTexts[tier as Tier] ?? 'customer.tier_c';
}
