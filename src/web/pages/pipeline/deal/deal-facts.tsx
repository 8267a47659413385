import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Day } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { Deal } from './deal-api.ts';
import { AmountEditor, CloseEditor, MemberEditor, NameEditor, StageEditor } from './fact-editors.tsx';
import { InlineField } from './inline-field.tsx';
import { plainAmount } from './plain-amount.ts';
import type { DealEdits } from './use-deal-edits.ts';
import '../board/form.css';

type Props = Readonly<{ deal: Deal; edits: DealEdits }>;

const none = '—';

/** What is known of a deal, each edited where it stands by who may. */
export function DealFacts({ deal, edits }: Props) {
  const { permissions } = useMe().viewer;
  const mayWrite = permissions.includes('pipeline.write') && !edits.isBusy;
  return (
    <dl className="deal-facts">
      <States deal={deal} edits={edits} mayEdit={mayWrite && deal.status === 'open'} />
      <Details deal={deal} edits={edits} mayWrite={mayWrite} />
    </dl>
  );
}

/** What events change. */
function States({ deal, edits, mayEdit }: Props & Readonly<{ mayEdit: boolean }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const amount = useAmountText(deal);
  const stage = deal.pipeline.stages.find(({ id }) => id === deal.stageId)?.name ?? none;
  const expected = deal.expectedCloseOn === null ? none : dayText(deal.expectedCloseOn as Day, { locale, today });
  const isPast = deal.status === 'open' && deal.expectedCloseOn !== null && deal.expectedCloseOn < today;
  return (
    <>
      <InlineField label={t('deals.amount')} value={amount} mayEdit={mayEdit}>
        {(close) => <AmountEditor deal={deal} edits={edits} close={close} />}
      </InlineField>
      <InlineField label={t('deals.form.stage')} value={stage} mayEdit={mayEdit}>
        {(close) => <StageEditor deal={deal} edits={edits} close={close} />}
      </InlineField>
      <InlineField
        label={t('deals.form.close')}
        value={isPast ? <span className="warn">{t('deals.past', { day: expected })}</span> : expected}
        mayEdit={mayEdit}
      >
        {(close) => <CloseEditor deal={deal} edits={edits} close={close} />}
      </InlineField>
    </>
  );
}

/** Whose it is and what it is about. */
function Details({ deal, edits, mayWrite }: Props & Readonly<{ mayWrite: boolean }>) {
  const { t } = useText();
  const { permissions } = useMe().viewer;
  const mayAssign = permissions.includes('pipeline.assign') && !edits.isBusy;
  const member = (dimension: 'customer' | 'product' | 'source', value?: ReactNode) => {
    const now = deal[dimension];
    const label = t(`deals.form.${dimension}`);
    const key = ({ customer: 'customerId', product: 'productId', source: 'sourceId' } as const)[dimension];
    return (
      <InlineField label={label} value={value ?? now?.name ?? none} mayEdit={mayWrite}>
        {(close) => (
          <MemberEditor
            {...{ dimension, label, now, close }}
            save={(chosen) => void edits.edit({ [key]: chosen?.id ?? null })}
          />
        )}
      </InlineField>
    );
  };
  return (
    <>
      <InlineField label={t('deals.form.owner')} value={deal.owner?.name ?? none} mayEdit={mayAssign}>
        {(close) => (
          <MemberEditor
            dimension="rep"
            label={t('deals.form.owner')}
            now={deal.owner}
            close={close}
            save={(owner) => owner && void edits.give(owner.id)}
          />
        )}
      </InlineField>
      {member('customer', deal.customer && <CustomerLink customer={deal.customer} />)}
      {member('product')}
      {member('source')}
      <InlineField label={t('deals.form.name')} value={deal.name ?? none} mayEdit={mayWrite}>
        {(close) => <NameEditor deal={deal} edits={edits} close={close} />}
      </InlineField>
    </>
  );
}

function CustomerLink({ customer }: Readonly<{ customer: NonNullable<Deal['customer']> }>) {
  return (
    <Link to={`/customers/one/${customer.id}`} search={(search: object) => search}>
      {customer.name}
    </Link>
  );
}

/** An amount in the deal's own currency; the workspace's is shortened as everywhere. */
function useAmountText(deal: Deal): string {
  const numbers = useNumbers();
  const isOurs = deal.currency === numbers.style.currency;
  return isOurs ? numbers.text(deal.amount, 'money') : `${deal.currency} ${plainAmount(deal.amount) || none}`;
}
