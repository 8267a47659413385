import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import { useMe } from '#web/api/use-me.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import type { Segment } from './customer-words.ts';
import { fetchList, type ListedCustomer } from './customers-queries.ts';
import { Refusal } from './refusal.tsx';
import { mostTasks, strategies } from './wake-up.ts';

type Props = Readonly<{ segment: Segment; base: QuestionBase; onClose: () => void }>;

/** The template of a segment as follow-ups for its owners: read it, change it, choose for how many, give them out. */
export function WakeUpDialog({ segment, base, onClose }: Props) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['customers', 'list', 'wake-up', segment, base.period, base.where],
    queryFn: ({ signal }) => fetchList(base, { segment, pool: false, limit: mostTasks }, signal),
  });
  return (
    <Dialog
      title={t('customers.wake.title', { segment: t(`customers.segment.${segment}`) })}
      place="middle"
      onClose={onClose}
    >
      {query.isPending && <p className="t2">{t('panel.loading')}</p>}
      {query.isError && <Refusal error={query.error} />}
      {query.data && (
        <Form segment={segment} customers={query.data.rows.filter(({ owner }) => owner !== null)} onClose={onClose} />
      )}
    </Dialog>
  );
}

type FormProps = Readonly<{ segment: Segment; customers: readonly ListedCustomer[]; onClose: () => void }>;

function Form({ segment, customers, onClose }: FormProps) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const numbers = useNumbers();
  const strategy = strategies[segment];
  const [title, setTitle] = useState(t(`customers.wake.task.${segment}`));
  const [note, setNote] = useState(t(`customers.wake.note.${segment}`));
  const [count, setCount] = useState(Math.min(20, customers.length));
  const dueOn = addDays(today, strategy?.dueInDays ?? 14);
  const give = useGiveTasks();
  const chosen = customers.slice(0, count);
  const worth = chosen.reduce((sum, { revenue }) => sum + Number(revenue), 0);
  if (give.isSuccess) return <Done count={give.data} onClose={onClose} />;
  if (customers.length === 0) return <p>{t('customers.wake.nobody')}</p>;
  return (
    <form
      className="customers-form"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate({ customers: chosen, task: { kind: strategy?.kind ?? 'follow_up', title, note, dueOn } });
      }}
    >
      <p className="t2">{t(`customers.segment_words.${segment}`)}</p>
      <label>
        {t('customers.wake.what')}
        <input value={title} required maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label>
        {t('customers.wake.how')}
        <textarea rows={4} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </label>
      <label>
        {t('customers.wake.count', { of: customers.length })}
        <input
          type="number"
          min={1}
          max={customers.length}
          required
          value={Number.isNaN(count) ? '' : count}
          onChange={(event) => setCount(event.target.valueAsNumber)}
        />
      </label>
      <p className="t2">
        {t('customers.wake.summary', {
          count: chosen.length,
          amount: numbers.text(worth, 'money'),
          day: dayText(dueOn, { locale, today }),
        })}
      </p>
      {give.isError && <Refusal error={give.error} />}
      <div className="customers-actions">
        <button type="submit" className="button" disabled={give.isPending || chosen.length === 0}>
          {t('customers.wake.give', { count: chosen.length })}
        </button>
        <button type="button" className="button button-plain" onClick={onClose}>
          {t('panel.cancel')}
        </button>
      </div>
    </form>
  );
}

type Giving = Readonly<{
  customers: readonly ListedCustomer[];
  task: Readonly<{ kind: 'follow_up' | 'wake_up'; title: string; note: string; dueOn: string }>;
}>;

/** Gives one task per customer to its owner, all or none; answers how many. */
function useGiveTasks() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ customers, task }: Giving) => {
      const tasks = customers.map(({ id, revenue }) => ({ ...task, customerId: id, atRisk: revenue }));
      const params = { header: { 'idempotency-key': crypto.randomUUID() } };
      await answered(client.POST('/api/v1/tasks', { params, body: sent({ tasks }) } as never));
      return customers.length;
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

function Done({ count, onClose }: Readonly<{ count: number; onClose: () => void }>) {
  const { t } = useText();
  return (
    <>
      <p role="status">{t('customers.wake.done', { count })}</p>
      <div className="customers-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('shell.close')}
        </button>
      </div>
    </>
  );
}
