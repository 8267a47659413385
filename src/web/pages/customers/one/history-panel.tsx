import { useAsked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { tierText } from './customer-head.tsx';
import { fetchTiers, type OneCustomer } from './one-queries.ts';

const mostChanges = 6;

/** Whose the customer was, and which tiers it had. */
export function HistoryPanel({ customer }: Readonly<{ customer: OneCustomer }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const asked = useAsked(['customers', 'tiers-of', customer.id], (signal) => fetchTiers(customer.id, signal));
  const evaluations = asked.state === 'answered' ? asked.data.evaluations : [];
  const changes = evaluations
    .filter((each, index) => each.tier !== evaluations[index - 1]?.tier)
    .toReversed()
    .slice(0, mostChanges);
  const day = (on: OneCustomer['owners'][number]['on']) => dayText(on, { locale, today });
  return (
    <section className="panel" aria-labelledby="customer-history-title">
      <div className="panel-head">
        <div>
          <h2 id="customer-history-title">{t('customer.history')}</h2>
          <p>{t('customer.history_note')}</p>
        </div>
      </div>
      <ul className="customer-changes">
        {customer.owners.map((each) => (
          <li key={`${each.on}${each.kind}${each.owner}`}>
            <span className="t2">{day(each.on)}</span>
            <span>
              {t(ownerTexts[each.kind] ?? 'customer.owner_set', { owner: each.owner ?? '—', by: each.by ?? '—' })}
              {each.reason && <span className="t2"> {each.reason}</span>}
            </span>
          </li>
        ))}
        {customer.owners.length === 0 && customer.isOurs && <li className="t2">{t('customer.no_owner_events')}</li>}
        {changes.map(({ on, tier }) => (
          <li key={`${on}${tier}`}>
            <span className="t2">{day(on)}</span>
            <span>{t('customer.tier_evaluated', { tier: t(tierText(tier)) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ownerTexts: Readonly<Record<string, TextKey>> = {
  owner: 'customer.owner_set',
  claimed: 'customer.owner_claimed',
  released: 'customer.owner_released',
};
