import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { type NewDeal, pipelinesQuery } from './board-api.ts';
import { MemberField } from './member-field.tsx';
import { Refusal } from './refusal.tsx';
import './form.css';

type Props = Readonly<{
  pipelineId: string | undefined;
  isBusy: boolean;
  error: unknown;
  save: (deal: NewDeal) => void;
  onClose: () => void;
}>;

type Named = Readonly<{ id: string; name: string }> | null;

/** A deal opened by hand: what it is about, how much, when, whose. */
export function NewDealDialog({ pipelineId, isBusy, error, save, onClose }: Props) {
  const { t } = useText();
  const { viewer } = useMe();
  const pipelines = useQuery(pipelinesQuery).data?.pipelines ?? [];
  const [plain, setPlain] = useState({ name: '', amount: '', close: '', pipeline: pipelineId ?? '', stage: '' });
  const [customer, setCustomer] = useState<Named>(null);
  const [product, setProduct] = useState<Named>(null);
  const [source, setSource] = useState<Named>(null);
  const [owner, setOwner] = useState<Named>(
    viewer.personId === null ? null : { id: viewer.personId, name: viewer.personName ?? viewer.name },
  );
  const pipeline = pipelines.find(({ id }) => id === plain.pipeline) ?? pipelines[0];
  const stages = pipeline?.stages.filter(({ kind }) => kind === 'open') ?? [];
  const put = (change: Partial<typeof plain>) => setPlain((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save({
      name: plain.name.trim(),
      amount: plain.amount === '' ? null : plain.amount,
      expectedCloseOn: plain.close || null,
      customerId: customer?.id ?? null,
      productId: product?.id ?? null,
      sourceId: source?.id ?? null,
      ownerId: owner?.id ?? null,
      ...(pipeline ? { pipelineId: pipeline.id } : {}),
      ...(stages.some(({ id }) => id === plain.stage) ? { stageId: plain.stage } : {}),
    });
  };
  return (
    <Dialog title={t('deals.new')} place="middle" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <label className="form-field">
          <span>{t('deals.form.name')}</span>
          <input
            value={plain.name}
            required
            maxLength={200}
            autoFocus
            onChange={(e) => put({ name: e.target.value })}
          />
        </label>
        <MemberField dimension="customer" label={t('deals.form.customer')} chosen={customer} choose={setCustomer} />
        <div className="form-pair">
          <AmountField value={plain.amount} onChange={(amount) => put({ amount })} />
          <label className="form-field">
            <span>{t('deals.form.close')}</span>
            <input type="date" value={plain.close} onChange={(e) => put({ close: e.target.value })} />
          </label>
        </div>
        <div className="form-pair">
          {pipelines.length > 1 && (
            <SelectField
              label={t('deals.form.pipeline')}
              value={pipeline?.id ?? ''}
              options={pipelines}
              choose={(id) => put({ pipeline: id, stage: '' })}
            />
          )}
          <SelectField
            label={t('deals.form.stage')}
            value={plain.stage || (stages[0]?.id ?? '')}
            options={stages}
            choose={(stage) => put({ stage })}
          />
          <MemberField dimension="rep" label={t('deals.form.owner')} chosen={owner} choose={setOwner} />
        </div>
        <div className="form-pair">
          <MemberField dimension="product" label={t('deals.form.product')} chosen={product} choose={setProduct} />
          <MemberField dimension="source" label={t('deals.form.source')} chosen={source} choose={setSource} />
        </div>
        {error !== null && error !== undefined && <Refusal error={error} />}
        <div className="form-end">
          <button type="submit" className="button" disabled={isBusy}>
            {t('deals.form.create')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('deals.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type AmountProps = Readonly<{ value: string; onChange: (amount: string) => void; currency?: string | undefined }>;

/** An amount as people type it: digits, a point, at most four decimals. */
export function AmountField({ value, onChange, currency }: AmountProps) {
  const { t } = useText();
  const { workspace } = useMe();
  return (
    <label className="form-field">
      <span>{t('deals.form.amount', { currency: currency ?? workspace.currency })}</span>
      <input
        value={value}
        inputMode="decimal"
        pattern="\d{1,14}(\.\d{1,4})?"
        title={t('deals.form.amount_rule')}
        onChange={(event) => onChange(event.target.value.replaceAll(/[,，\s]/g, ''))}
      />
    </label>
  );
}

type SelectProps = Readonly<{
  label: string;
  value: string;
  options: readonly Readonly<{ id: string; name: string }>[];
  choose: (id: string) => void;
}>;

/** One of a few; the browser's own list, so that it works on every phone. */
export function SelectField({ label, value, options, choose }: SelectProps) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
