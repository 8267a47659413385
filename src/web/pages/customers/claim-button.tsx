import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { membersQuery } from '#web/api/queries.ts';
import { useMe } from '#web/api/use-me.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { Refusal } from './refusal.tsx';

type Props = Readonly<{ customer: Readonly<{ id: string; name: string }> }>;

/** Takes a customer out of the pool: a rep for oneself, others for a colleague whom they name. */
export function ClaimButton({ customer }: Props) {
  const { t } = useText();
  const { role, personId } = useMe().viewer;
  const [isOpen, setOpen] = useState(false);
  const claim = useClaim(customer.id);
  const isForOneself = role === 'rep' && personId !== null;
  const label = t(isForOneself ? 'customers.claim_of' : 'customers.assign_of', { name: customer.name });
  return (
    <>
      <button
        type="button"
        className="link"
        aria-label={label}
        disabled={claim.isPending}
        onClick={() => (isForOneself ? claim.mutate(null) : setOpen(true))}
      >
        {t(isForOneself ? 'customers.claim' : 'customers.assign')}
      </button>
      {isForOneself && claim.isError && (
        <Dialog title={label} place="middle" onClose={() => claim.reset()}>
          <Refusal error={claim.error} />
        </Dialog>
      )}
      {isOpen && <AssignDialog customer={customer} onClose={() => setOpen(false)} />}
    </>
  );
}

function AssignDialog({ customer, onClose }: Props & Readonly<{ onClose: () => void }>) {
  const { t } = useText();
  const { data: people = [] } = useQuery(membersQuery('rep', ''));
  const [ownerId, setOwnerId] = useState('');
  const claim = useClaim(customer.id);
  return (
    <Dialog title={t('customers.assign_title', { name: customer.name })} place="middle" onClose={onClose}>
      <form
        className="customers-form"
        onSubmit={(event) => {
          event.preventDefault();
          claim.mutate(ownerId, { onSuccess: onClose });
        }}
      >
        <label>
          {t('customers.owner')}
          <select value={ownerId} required onChange={(event) => setOwnerId(event.target.value)}>
            <option value="" disabled>
              {t('customers.assign_choose')}
            </option>
            {people.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {claim.isError && <Refusal error={claim.error} />}
        <div className="customers-actions">
          <button type="submit" className="button" disabled={claim.isPending}>
            {t('customers.assign')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('panel.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Whoever was slower sees that the customer is gone: the lists are read again either way. */
function useClaim(customerId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (ownerId: string | null) =>
      answered(
        client.POST('/api/v1/customers/{id}/claim', {
          params: { path: { id: customerId } },
          body: ownerId === null ? {} : { ownerId },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['customers'] }),
  });
}
