import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answered, client, sent } from '#web/api/client.ts';
import { useMe } from '#web/api/use-me.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';
import type { PoolRules, TiersAnswer } from './customers-queries.ts';
import { Refusal } from './refusal.tsx';

type TierRules = TiersAnswer['rules'];

/** For administrators: where tier A and tier B end. */
export function TierRulesButton({ rules }: Readonly<{ rules: TierRules }>) {
  const { t } = useText();
  const put = useMutation({
    mutationFn: (body: TierRules) =>
      answered<TierRules>(client.PUT('/api/v1/customers/tier-rules', { body: sent(body) })),
  });
  return (
    <RulesButton
      open={t('customers.rules.tiers')}
      fields={[
        { id: 'a', label: 'customers.rules.a', value: Math.round(rules.a * 100), min: 1, max: 98 },
        { id: 'b', label: 'customers.rules.b', value: Math.round(rules.b * 100), min: 2, max: 99 },
      ]}
      save={put}
      bodyOf={({ a = 0, b = 0 }) => ({ a: a / 100, b: b / 100 })}
      words={t('customers.rules.tiers_words')}
    />
  );
}

/** For administrators: limits of claiming and holding, and when an owner has let a customer go. */
export function PoolRulesButton({ rules }: Readonly<{ rules: PoolRules }>) {
  const { t } = useText();
  const put = useMutation({
    mutationFn: (body: PoolRules) =>
      answered<PoolRules>(client.PUT('/api/v1/customers/pool-rules', { body: sent(body) })),
  });
  return (
    <RulesButton
      open={t('customers.rules.pool')}
      fields={[
        { id: 'claims', label: 'customers.rules.claims', value: rules.claimsIn30Days, min: 1, max: 1000 },
        { id: 'held', label: 'customers.rules.held', value: rules.mostHeld, min: 1, max: 100_000 },
        { id: 'days', label: 'customers.rules.days', value: rules.releaseAfterDays, min: 14, max: 3660 },
      ]}
      save={put}
      bodyOf={({ claims = 1, held = 1, days = 14 }) => ({
        claimsIn30Days: claims,
        mostHeld: held,
        releaseAfterDays: days,
      })}
      words={t('customers.rules.pool_words')}
    />
  );
}

type Field = Readonly<{ id: string; label: TextKey; value: number; min: number; max: number }>;

type RulesProps<Body> = Readonly<{
  open: string;
  fields: readonly Field[];
  save: UseMutationResult<Body, Error, Body>;
  bodyOf: (values: Readonly<Record<string, number>>) => Body;
  words: ReactNode;
}>;

function RulesButton<Body>(props: RulesProps<Body>) {
  const [isOpen, setOpen] = useState(false);
  const { permissions } = useMe().viewer;
  if (!permissions.includes('customers.settings')) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {props.open}
      </button>
      {isOpen && <RulesDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function RulesDialog<Body>({ open, fields, save, bodyOf, words, onClose }: RulesProps<Body> & { onClose: () => void }) {
  const { t } = useText();
  const cache = useQueryClient();
  const [values, setValues] = useState<Readonly<Record<string, number>>>(
    Object.fromEntries(fields.map(({ id, value }) => [id, value])),
  );
  const done = async () => {
    await cache.invalidateQueries({ queryKey: ['customers'] });
    onClose();
  };
  return (
    <Dialog title={open} place="middle" onClose={onClose}>
      <form
        className="customers-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(bodyOf(values), { onSuccess: () => void done() });
        }}
      >
        <p className="t2">{words}</p>
        {fields.map(({ id, label, min, max }) => (
          <label key={id}>
            {t(label)}
            <input
              type="number"
              required
              min={min}
              max={max}
              value={Number.isNaN(values[id]) ? '' : values[id]}
              onChange={(event) => setValues({ ...values, [id]: event.target.valueAsNumber })}
            />
          </label>
        ))}
        {save.isError && <Refusal error={save.error} />}
        <div className="customers-actions">
          <button type="submit" className="button" disabled={save.isPending}>
            {t('customers.save')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('panel.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
