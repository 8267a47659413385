import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { useMe } from '#web/api/use-me.ts';
import { writeKey } from '#web/api/write-key.ts';
import { useText } from '#web/text/use-text.ts';
import { Refusal } from '../board/refusal.tsx';
import type { Deal } from './deal-api.ts';
import { When } from './deal-history.tsx';

/** The open tasks about a deal, and a line to plan the next one. */
export function NextStep({ deal }: Readonly<{ deal: Deal }>) {
  const { t } = useText();
  const { calendar, viewer } = useMe();
  const count = deal.tasks.length;
  return (
    <section className="panel" aria-labelledby="deal-tasks-title">
      <div className="panel-head">
        <div>
          <h2 id="deal-tasks-title">{count === 0 ? t('deals.tasks.none') : t('deals.tasks.title', { count })}</h2>
          {count === 0 && <p>{t('deals.tasks.none_why')}</p>}
        </div>
      </div>
      <ol className="deal-log">
        {deal.tasks.map((task) => (
          <li key={task.id}>
            <span className={task.dueOn !== null && task.dueOn < calendar.today ? 'deal-late' : ''}>
              <When on={task.dueOn} minute={null} />
            </span>
            <p>{task.title}</p>
            <span className="t3">{task.assignee}</span>
          </li>
        ))}
      </ol>
      {viewer.permissions.includes('tasks.write') && deal.status === 'open' && <PlanForm deal={deal} />}
    </section>
  );
}

type Plan = Readonly<{ title: string; dueOn: string | null }>;

function PlanForm({ deal }: Readonly<{ deal: Deal }>) {
  const { t } = useText();
  const cache = useQueryClient();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState('');
  const write = useMutation({
    mutationFn: (plan: Plan) => planNextStep(deal.id, plan),
    onSuccess: () => {
      setTitle('');
      setDueOn('');
      return cache.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ title: title.trim(), dueOn: dueOn || null });
  };
  return (
    <form className="form talk-form plan-form" onSubmit={submit}>
      <label className="form-field">
        <span>{t('deals.tasks.what')}</span>
        <input value={title} required maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label className="form-field">
        <span>{t('deals.tasks.due')}</span>
        <input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
      </label>
      <button type="submit" className="button button-plain" disabled={write.isPending}>
        {t('deals.tasks.plan')}
      </button>
      {write.isError && <Refusal error={write.error} />}
    </form>
  );
}

/** The task goes to the deal's owner. */
function planNextStep(opportunityId: string, { title, dueOn }: Plan): Promise<unknown> {
  const params = { header: { 'idempotency-key': writeKey() } };
  const body = { tasks: [{ kind: 'follow_up' as const, opportunityId, title, dueOn }] };
  return answered<unknown>(client.POST('/api/v1/tasks', { params, body }) as never);
}
