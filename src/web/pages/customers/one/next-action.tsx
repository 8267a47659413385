import { NewTaskButton } from '#web/tasks/new-task.tsx';
import { useText } from '#web/text/use-text.ts';
import type { OneCustomer } from './one-queries.ts';

/** The next best step, why, and a button that makes it a follow-up. */
export function NextAction({ customer }: Readonly<{ customer: OneCustomer }>) {
  const { t, say } = useText();
  const { next, churn, owner, id, name } = customer;
  const atStake = next.kind === 'churn' && churn ? { atRisk: churn.atRisk } : {};
  const alive = next.kind === 'churn' && churn?.alive != null ? { probability: Number(churn.alive.toFixed(4)) } : {};
  return (
    <section className="customer-next" aria-labelledby="customer-next-title" data-code={next.code}>
      <div>
        <h2 id="customer-next-title">{t('customer.next', { step: say(next.title) })}</h2>
        <p className="t2">{say(next.reason)}</p>
      </div>
      {next.isTask && (
        <NewTaskButton
          className="button"
          about={name}
          task={{
            kind: next.kind,
            customerId: id,
            title: say(next.title),
            note: say(next.reason),
            ...(owner ? { assigneeId: owner.id } : {}),
            ...atStake,
            ...alive,
          }}
        >
          {t('tasks.new')}
        </NewTaskButton>
      )}
    </section>
  );
}
