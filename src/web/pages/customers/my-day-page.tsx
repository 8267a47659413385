import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Day } from '#shared/day.ts';
import { useAsked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { tasksPage } from '#web/tasks/task-queries.ts';
import { TaskRow } from '#web/tasks/task-row.tsx';
import type { Task, TasksPage } from '#web/tasks/task-types.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { Choice } from '../lead/choice.tsx';
import '../lead/lead.css';
import './my-day.css';

const mostOpen = 200;
const mostDone = 10;

/** A day's follow-ups: overdue, today, to come; closed with an outcome by one tap, postponed, taken back. */
export function MyDayPage() {
  const { t } = useText();
  const { personId, role } = useMe().viewer;
  const [mine, setMine] = useState(personId !== null);
  const open = useAsked(['tasks', 'day', mine], (signal) =>
    tasksPage({ mine, state: 'open', limit: mostOpen }, signal),
  );
  const done = useAsked(['tasks', 'day-done', mine], (signal) =>
    tasksPage({ mine, state: 'done', limit: mostDone }, signal),
  );
  return (
    <div className="my-day">
      <p className="my-day-back">
        <Link to={'/customers' as string}>{t('my_day.back')}</Link>
      </p>
      {open.state === 'loading' && <PanelLoading shape="rows" height={320} cancel={open.cancel} />}
      {open.state === 'failed' && <PanelFailed height={320} failure={open.failure} retry={open.retry} />}
      {open.state === 'answered' && (
        <>
          <h1 className="lead-sentence">
            <Headline page={open.data} />
          </h1>
          {role !== 'rep' && (
            <Choice
              label={t('my_day.whose')}
              options={[
                { value: 'mine', text: t('my_day.mine') },
                { value: 'all', text: t('my_day.all') },
              ]}
              value={mine ? 'mine' : 'all'}
              choose={(value) => setMine(value === 'mine')}
            />
          )}
          <Groups page={open.data} hidden={mine ? 'assignee' : undefined} />
        </>
      )}
      {done.state === 'answered' && done.data.tasks.length > 0 && (
        <Group name="my_day.done" tasks={done.data.tasks} hidden={mine ? 'assignee' : undefined} />
      )}
    </div>
  );
}

function Headline({ page: { counts } }: Readonly<{ page: TasksPage }>) {
  const later = counts.open - counts.overdue - counts.today;
  if (counts.open === 0) return <Sentence text="my_day.title_none" />;
  if (counts.overdue + counts.today === 0) return <Sentence text="my_day.title_free" values={{ later }} />;
  return <Sentence text="my_day.title_busy" values={{ today: counts.today, late: counts.overdue, later }} />;
}

type Shown = Readonly<{ hidden: 'assignee' | undefined }>;

function Groups({ page, hidden }: Shown & Readonly<{ page: TasksPage }>) {
  const { t } = useText();
  const { today } = useMe().calendar;
  const groups: readonly Readonly<{ name: TextKey; holds: (due: Day | null) => boolean }>[] = [
    { name: 'my_day.overdue', holds: (due) => due !== null && due < today },
    { name: 'my_day.today', holds: (due) => due === today },
    { name: 'my_day.coming', holds: (due) => due !== null && due > today },
    { name: 'my_day.undated', holds: (due) => due === null },
  ];
  return (
    <>
      {groups.map(({ name, holds }) => {
        const tasks = page.tasks.filter(({ dueOn }) => holds(dueOn));
        return tasks.length > 0 && <Group key={name} name={name} tasks={tasks} hidden={hidden} />;
      })}
      {page.next !== null && (
        <p className="foot">{t('my_day.more', { count: page.counts.open - page.tasks.length })}</p>
      )}
    </>
  );
}

function Group({ name, tasks, hidden }: Shown & Readonly<{ name: TextKey; tasks: readonly Task[] }>) {
  const { t } = useText();
  return (
    <section className="my-day-group" aria-label={t(name)}>
      <h2>
        {t(name)} <small>{tasks.length}</small>
      </h2>
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} hidden={hidden} />
        ))}
      </ul>
    </section>
  );
}
