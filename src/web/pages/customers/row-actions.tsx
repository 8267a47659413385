import { useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { ClaimButton } from './claim-button.tsx';
import { ReleaseDialog, TierDialog } from './customer-dialogs.tsx';
import type { ListedCustomer } from './customers-queries.ts';

/** What can be done with a customer of the list: claim it, or change its tier, or let it go. */
export function RowActions({ customer }: Readonly<{ customer: ListedCustomer }>) {
  const { t } = useText();
  const { permissions } = useMe().viewer;
  const [open, setOpen] = useState<'tier' | 'release' | null>(null);
  if (!permissions.includes('customers.write')) return null;
  if (customer.isInPool) return <ClaimButton customer={customer} />;
  if (!customer.owner) return null;
  const close = () => setOpen(null);
  return (
    <span className="row-actions">
      <button type="button" className="link" onClick={() => setOpen('tier')}>
        {t('customers.tier_change')}
      </button>
      <button type="button" className="link" onClick={() => setOpen('release')}>
        {t('customers.release')}
      </button>
      {open === 'tier' && <TierDialog customer={customer} onClose={close} />}
      {open === 'release' && <ReleaseDialog customers={[customer]} onClose={close} />}
    </span>
  );
}
