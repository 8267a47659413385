import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import type { Tier } from './customer-words.ts';
import type { ListedCustomer } from './customers-queries.ts';
import { tiers } from './list-choice.ts';
import { Refusal } from './refusal.tsx';

type TierProps = Readonly<{ customer: ListedCustomer; onClose: () => void }>;

/** Gives a customer a tier by hand, or takes that back; a reason is needed either way. */
export function TierDialog({ customer, onClose }: TierProps) {
  const { t } = useText();
  const [tier, setTier] = useState<Tier | ''>(customer.tier);
  const put = useMutation({
    mutationFn: (reason: string) =>
      answered(
        client.PUT('/api/v1/customers/{id}/tier', {
          params: { path: { id: customer.id } },
          body: { tier: tier === '' ? null : tier, reason },
        }) as never,
      ),
  });
  return (
    <ReasonDialog
      title={t('customers.tier_title', { name: customer.name })}
      words={t('customers.tier_words')}
      save={t('customers.save')}
      run={put}
      onClose={onClose}
    >
      <label>
        {t('customers.tier')}
        <select value={tier} onChange={(event) => setTier(event.target.value as Tier | '')}>
          {tiers.map((each) => (
            <option key={each} value={each}>
              {t(`customers.tier.${each}`)}
            </option>
          ))}
          <option value="">{t('customers.tier_evaluated')}</option>
        </select>
      </label>
    </ReasonDialog>
  );
}

type ReleaseProps = Readonly<{ customers: readonly ListedCustomer[]; onClose: () => void }>;

/** Puts customers back into the pool, with a reason. */
export function ReleaseDialog({ customers, onClose }: ReleaseProps) {
  const { t } = useText();
  const [first] = customers;
  const release = useMutation({
    mutationFn: (reason: string) =>
      customers.length === 1 && first
        ? answered(
            client.POST('/api/v1/customers/{id}/release', { params: { path: { id: first.id } }, body: { reason } }),
          )
        : answered(client.POST('/api/v1/customers/release', { body: { ids: customers.map(({ id }) => id), reason } })),
  });
  return (
    <ReasonDialog
      title={
        customers.length === 1
          ? t('customers.release_title', { name: first?.name ?? '' })
          : t('customers.release_many', { count: customers.length })
      }
      words={t('customers.release_words')}
      save={t('customers.release')}
      run={release}
      onClose={onClose}
    >
      {null}
    </ReasonDialog>
  );
}

type ReasonProps = Readonly<{
  title: string;
  words: string;
  save: string;
  run: Readonly<{
    mutate: (reason: string, options: { onSuccess: () => void }) => void;
    isPending: boolean;
    isError: boolean;
    error: unknown;
  }>;
  onClose: () => void;
  children: ReactNode;
}>;

function ReasonDialog({ title, words, save, run, onClose, children }: ReasonProps) {
  const { t } = useText();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const done = async () => {
    onClose();
    await cache.invalidateQueries({ queryKey: ['customers'] });
  };
  return (
    <Dialog title={title} place="middle" onClose={onClose}>
      <form
        className="customers-form"
        onSubmit={(event) => {
          event.preventDefault();
          run.mutate(reason, { onSuccess: () => void done() });
        }}
      >
        <p className="t2">{words}</p>
        {children}
        <label>
          {t('customers.reason')}
          <input value={reason} required maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </label>
        {run.isError && <Refusal error={run.error} />}
        <div className="customers-actions">
          <button type="submit" className="button" disabled={run.isPending}>
            {save}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('panel.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
