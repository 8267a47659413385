import { useState } from 'react';
import { signed } from '#web/numbers/figure.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { ReleaseDialog } from './customer-dialogs.tsx';
import type { Proposal } from './customers-queries.ts';

type Props = Readonly<{ proposal: Proposal; onClose: () => void }>;

/** Who the rule would put back into the pool; whoever confirms may leave some with their owners. */
export function ProposalDialog({ proposal, onClose }: Props) {
  const { t } = useText();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [isConfirming, setConfirming] = useState(false);
  const chosen = proposal.rows.filter(({ id }) => !kept.has(id));
  const toggle = (id: string) => {
    const next = new Set(kept);
    if (!next.delete(id)) next.add(id);
    setKept(next);
  };
  if (isConfirming) return <ReleaseDialog customers={chosen} onClose={onClose} />;
  return (
    <Dialog title={t('customers.proposal_title', { count: proposal.total })} place="right" onClose={onClose}>
      <p className="t2">{t('customers.proposal_words', { days: proposal.afterDays })}</p>
      <ul className="proposal">
        {proposal.rows.map((customer) => (
          <li key={customer.id}>
            <label>
              <input type="checkbox" checked={!kept.has(customer.id)} onChange={() => toggle(customer.id)} />
              <span>{customer.name}</span>
              <span className="t2">{customer.owner?.name}</span>
              <span className="num t2">
                {t('customers.proposal_days', {
                  days: customer.quietDays === null ? '—' : signed(customer.quietDays, 0),
                })}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="customers-actions">
        <button type="button" className="button" disabled={chosen.length === 0} onClick={() => setConfirming(true)}>
          {t('customers.release_many', { count: chosen.length })}
        </button>
        <button type="button" className="button button-plain" onClick={onClose}>
          {t('panel.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
