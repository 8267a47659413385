import { useAsked } from '#web/api/use-asked.ts';
import { NewTaskButton } from '#web/tasks/new-task.tsx';
import { tasksPage } from '#web/tasks/task-queries.ts';
import { TaskRow } from '#web/tasks/task-row.tsx';
import { useText } from '#web/text/use-text.ts';
import type { OneCustomer } from './one-queries.ts';

const shown = 20;

/** The open follow-ups of the customer. */
export function TasksPanel({ customer: { id, name } }: Readonly<{ customer: OneCustomer }>) {
  const { t } = useText();
  const asked = useAsked(['tasks', 'of-customer', id], (signal) =>
    tasksPage({ customer: id, state: 'open', limit: shown }, signal),
  );
  const tasks = asked.state === 'answered' ? asked.data.tasks : [];
  return (
    <section className="panel" aria-labelledby="customer-tasks-title" aria-busy={asked.state === 'loading'}>
      <div className="panel-head">
        <div>
          <h2 id="customer-tasks-title">
            {t(tasks.length === 0 ? 'customer.tasks_none' : 'customer.tasks', { count: tasks.length })}
          </h2>
        </div>
        <NewTaskButton about={name} task={{ kind: 'follow_up', customerId: id }}>
          {t('tasks.new')}
        </NewTaskButton>
      </div>
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} hidden="customer" />
        ))}
      </ul>
    </section>
  );
}
