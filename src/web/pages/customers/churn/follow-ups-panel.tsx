import { Link } from '@tanstack/react-router';
import { useAsked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { tasksPage } from '#web/tasks/task-queries.ts';
import { kindText, TaskRow } from '#web/tasks/task-row.tsx';
import type { TasksPage } from '#web/tasks/task-types.ts';
import { useText } from '#web/text/use-text.ts';

const shown = 6;

/** The open follow-ups that the viewer may see, the most urgent first. */
export function FollowUpsPanel() {
  const { t } = useText();
  const isOwn = useMe().viewer.seesOnlySelf;
  const asked = useAsked(['tasks', 'open', shown], (signal) => tasksPage({ state: 'open', limit: shown }, signal));
  const table = useTasksTable();
  return (
    <PanelFrame
      id="follow-ups"
      asked={asked}
      shape="rows"
      height={470}
      name={t('churn.follow_ups.name')}
      title={({ counts }) =>
        counts.open === 0
          ? t('churn.follow_ups.name')
          : t(counts.overdue > 0 ? 'churn.follow_ups.title_late' : 'churn.follow_ups.title', {
              count: counts.open,
              late: counts.overdue,
              today: counts.today,
            })
      }
      subtitle={({ counts }) => t('churn.follow_ups.subtitle', { done: counts.done, today: counts.today })}
      table={table}
      empty={({ counts }) => (counts.open === 0 ? { why: t('churn.follow_ups.empty') } : null)}
    >
      {(page) => (
        <>
          <ul>
            {page.tasks.map((task) => (
              <TaskRow key={task.id} task={task} hidden={isOwn ? 'assignee' : undefined} />
            ))}
          </ul>
          <p className="foot">
            <Link to={'/customers/my-day' as string}>{t('churn.follow_ups.my_day')}</Link>
          </p>
        </>
      )}
    </PanelFrame>
  );
}

function useTasksTable() {
  const { t } = useText();
  return ({ tasks }: TasksPage): PanelTable => ({
    columns: [
      { id: 'about', label: t('churn.customer') },
      { id: 'title', label: t('tasks.title') },
      { id: 'kind', label: t('churn.follow_ups.kind') },
      { id: 'assignee', label: t('tasks.assignee') },
      { id: 'due', label: t('tasks.due') },
    ],
    rows: tasks.map((task) => ({
      about: (task.customer ?? task.opportunity ?? task.person)?.name ?? null,
      title: task.title,
      kind: t(kindText(task.kind)),
      assignee: task.assignee?.name ?? null,
      due: task.dueOn,
    })),
    totals: null,
  });
}
