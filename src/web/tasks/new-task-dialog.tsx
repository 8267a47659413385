import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addDays, type Day } from '#shared/day.ts';
import { failureOf, failureTitle } from '#web/api/failure.ts';
import { useMe } from '#web/api/use-me.ts';
import { writeKey } from '#web/api/write-key.ts';
import { useMembers } from '#web/filters/use-members.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { addTasks } from './task-queries.ts';
import type { NewTask } from './task-types.ts';
import './tasks.css';

/** What a page knows of the task it proposes. */
export type TaskPreset = Readonly<{
  /** Whom or what it is about, for the head of the dialog. */
  about: string;
  task: Omit<NewTask, 'title'> & Readonly<{ title?: string }>;
}>;

const usualDays = 3;

/** 新建跟进: what, by whom, by when. The owner of the customer or deal does it unless someone else is chosen. */
export function NewTaskDialog({ about, task, onClose }: TaskPreset & Readonly<{ onClose: () => void }>) {
  const { t } = useText();
  const { today } = useMe().calendar;
  const [title, setTitle] = useState(task.title ?? '');
  const [note, setNote] = useState(task.note ?? '');
  const [dueOn, setDueOn] = useState<string>(task.dueOn ?? addDays(today, usualDays));
  const [assigneeId, setAssigneeId] = useState(task.assigneeId ?? '');
  const [key] = useState(writeKey);
  const add = useMutation({
    mutationFn: () =>
      addTasks([{ ...task, title, note, dueOn: (dueOn || null) as Day | null, assigneeId: assigneeId || null }], key),
    onSuccess: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Dialog title={t('tasks.new_about', { about })} place="middle" onClose={onClose}>
      <form className="task-form" onSubmit={submit}>
        <label>
          {t('tasks.title')}
          <input required maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <div className="task-form-pair">
          <label>
            {t('tasks.due')}
            <input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
          </label>
          <AssigneeField value={assigneeId} choose={setAssigneeId} />
        </div>
        <label>
          {t('tasks.note')}
          <textarea rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        {add.isError && <TaskRefused error={add.error} />}
        <div className="task-form-actions">
          <button type="submit" className="button" disabled={add.isPending}>
            {t(add.isPending ? 'tasks.saving' : 'tasks.save')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('tasks.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function AssigneeField({ value, choose }: Readonly<{ value: string; choose: (id: string) => void }>) {
  const { t } = useText();
  const { members } = useMembers('rep');
  return (
    <label>
      {t('tasks.assignee')}
      <select value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('tasks.owner')}</option>
        {(members ?? []).map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Why a task could not be written. */
export function TaskRefused({ error }: Readonly<{ error: unknown }>) {
  const { say } = useText();
  const failure = failureOf(error);
  return (
    <p role="alert" className="task-refused">
      {[failureTitle(failure), ...failure.details.map(({ detail }) => detail)].map(say).join(' ')}
    </p>
  );
}
