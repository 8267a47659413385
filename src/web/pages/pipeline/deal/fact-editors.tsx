import { useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { MemberField } from '../board/member-field.tsx';
import { AmountField, SelectField } from '../board/new-deal-dialog.tsx';
import type { Deal } from './deal-api.ts';
import { InlineForm } from './inline-field.tsx';
import { plainAmount } from './plain-amount.ts';
import type { DealEdits } from './use-deal-edits.ts';

type Props = Readonly<{ deal: Deal; edits: DealEdits; close: () => void }>;

/** What a deal is worth; empty is unknown. */
export function AmountEditor({ deal, edits, close }: Props) {
  const [amount, setAmount] = useState(plainAmount(deal.amount));
  const save = () => void edits.step({ kind: 'amount', amount: amount === '' ? null : amount });
  return (
    <InlineForm save={save} close={close}>
      <AmountField value={amount} onChange={setAmount} currency={deal.currency} />
    </InlineForm>
  );
}

/** When a deal should close; empty is unknown. */
export function CloseEditor({ deal, edits, close }: Props) {
  const { t } = useText();
  const [on, setOn] = useState(deal.expectedCloseOn ?? '');
  return (
    <InlineForm save={() => void edits.step({ kind: 'expected_close', on: on || null })} close={close}>
      <label className="form-field">
        <span>{t('deals.form.close')}</span>
        <input type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      </label>
    </InlineForm>
  );
}

/** The stage in which an open deal stands. */
export function StageEditor({ deal, edits, close }: Props) {
  const { t } = useText();
  const stages = deal.pipeline.stages.filter(({ kind }) => kind === 'open');
  const [stageId, choose] = useState(deal.stageId ?? stages[0]?.id ?? '');
  return (
    <InlineForm save={() => void edits.step({ kind: 'stage', stageId })} close={close}>
      <SelectField label={t('deals.form.stage')} value={stageId} options={stages} choose={choose} />
    </InlineForm>
  );
}

/** What a deal is called. */
export function NameEditor({ deal, edits, close }: Props) {
  const { t } = useText();
  const [name, setName] = useState(deal.name ?? '');
  return (
    <InlineForm save={() => void edits.edit({ name: name.trim() })} close={close}>
      <label className="form-field">
        <span>{t('deals.form.name')}</span>
        <input value={name} required maxLength={200} onChange={(event) => setName(event.target.value)} />
      </label>
    </InlineForm>
  );
}

type Named = Readonly<{ id: string; name: string }> | null;

type MemberProps = Readonly<{
  dimension: 'rep' | 'customer' | 'product' | 'source';
  label: string;
  now: Named;
  save: (chosen: Named) => void;
  close: () => void;
}>;

/** A customer, owner, product or source chosen by name. */
export function MemberEditor({ dimension, label, now, save, close }: MemberProps) {
  const [chosen, choose] = useState<Named>(now);
  return (
    <InlineForm save={() => save(chosen)} close={close}>
      <MemberField dimension={dimension} label={label} chosen={chosen} choose={choose} />
    </InlineForm>
  );
}
