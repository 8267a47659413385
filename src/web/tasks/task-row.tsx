import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, type Day, daysBetween } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Icon } from '#web/shell/icon.tsx';
import { Popup } from '#web/shell/popup.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { TaskRefused } from './new-task-dialog.tsx';
import { editTask } from './task-queries.ts';
import { outcomes, type Task, type TaskEdit } from './task-types.ts';
import './tasks.css';

/** `hidden`: what the page around the row already says. */
type Props = Readonly<{ task: Task; hidden?: 'customer' | 'assignee' | undefined }>;

/** A task: whom it is about, what to do by when, and 完成 with its outcome, 改期, or 撤销 once it is done. */
export function TaskRow({ task, hidden }: Props) {
  const { t } = useText();
  const mayWrite = useMe().viewer.permissions.includes('tasks.write');
  const edit = useMutation({
    mutationFn: (change: Omit<TaskEdit, 'version'>) => editTask(task.id, { version: task.version, ...change }),
  });
  const about = task.customer ?? task.opportunity ?? task.person;
  return (
    <li className="task" data-done={task.doneOn !== null} data-task={task.id}>
      <div className="task-words">
        {hidden !== 'customer' && <AboutLink task={task} />}
        <p className="task-title">{task.title}</p>
        <TaskFacts task={task} hidden={hidden} />
        {task.note && <p className="t2 task-note">{task.note}</p>}
        {edit.isError && <TaskRefused error={edit.error} />}
      </div>
      {mayWrite && (
        <div className="task-actions" aria-busy={edit.isPending}>
          {task.doneOn === null ? (
            <>
              <Postpone about={about?.name ?? task.title} postpone={(dueOn) => edit.mutate({ dueOn })} task={task} />
              <Finish
                about={about?.name ?? task.title}
                finish={(outcome, note) => edit.mutate({ state: 'done', outcome, outcomeNote: note || null })}
              />
            </>
          ) : (
            <button type="button" className="link task-undo" onClick={() => edit.mutate({ state: 'open' })}>
              {t('tasks.undo')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

function AboutLink({ task: { customer, opportunity, person } }: Readonly<{ task: Task }>) {
  const to = customer
    ? `/customers/one/${encodeURIComponent(customer.id)}`
    : opportunity
      ? `/pipeline/deals/${encodeURIComponent(opportunity.id)}`
      : null;
  const name = (customer ?? opportunity ?? person)?.name ?? '';
  return <p className="task-about">{to ? <Link to={to as string}>{name}</Link> : name}</p>;
}

/** 逾期3天 · 流失预警 · 沈嘉禾 · 涉及12万; what came of it once it is done. */
function TaskFacts({ task, hidden }: Props) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { today } = useMe().calendar;
  const late = task.dueOn && task.doneOn === null ? daysBetween(task.dueOn, today) : 0;
  const day = (value: Day) => dayText(value, { locale, today });
  const facts = [
    task.doneOn && t('tasks.done_on', { day: day(task.doneOn), outcome: t(outcomeText(task.outcome)) }),
    task.doneOn === null &&
      task.dueOn &&
      late <= 0 &&
      t(late === 0 ? 'tasks.due_today' : 'tasks.due_on', { day: day(task.dueOn) }),
    t(kindText(task.kind)),
    hidden !== 'assignee' && task.assignee?.name,
    task.atRisk && t('tasks.at_risk', { amount: numbers.text(task.atRisk, 'money') }),
    task.outcomeNote,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  return (
    <p className="t2 task-facts">
      {late > 0 && <span className="task-late">{t('tasks.overdue', { count: late })}</span>}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

type FinishProps = Readonly<{ about: string; finish: (outcome: (typeof outcomes)[number], note: string) => void }>;

function Finish({ about, finish }: FinishProps) {
  const { t } = useText();
  const [note, setNote] = useState('');
  return (
    <Popup
      kind="dialog"
      name={t('tasks.outcome')}
      className="task-finish"
      align="end"
      width={220}
      label={t('tasks.finish_about', { about })}
      trigger={<Icon name="check" size={14} />}
    >
      {(close) => (
        <div className="task-outcomes">
          <p className="t2">{t('tasks.outcome')}</p>
          <input
            value={note}
            maxLength={500}
            placeholder={t('tasks.outcome_note')}
            aria-label={t('tasks.outcome_note')}
            onChange={(event) => setNote(event.target.value)}
          />
          {outcomes.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className="popup-item"
              data-first-focus={outcome === 'ordered' ? true : undefined}
              onClick={() => {
                close();
                finish(outcome, note);
              }}
            >
              {t(outcomeText(outcome))}
            </button>
          ))}
        </div>
      )}
    </Popup>
  );
}

type PostponeProps = Readonly<{ about: string; task: Task; postpone: (dueOn: Day) => void }>;

const delays = [1, 3, 7, 30] as const;

function Postpone({ about, task, postpone }: PostponeProps) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const from = task.dueOn && task.dueOn > today ? task.dueOn : today;
  return (
    <Popup
      kind="menu"
      name={t('tasks.postpone')}
      className="task-postpone"
      align="end"
      label={t('tasks.postpone_about', { about })}
      trigger={t('tasks.postpone')}
    >
      {(close) =>
        delays.map((days) => (
          <button
            key={days}
            type="button"
            role="menuitem"
            className="popup-item"
            data-item
            onClick={() => {
              close();
              postpone(addDays(from, days));
            }}
          >
            {t('tasks.in_days', { count: days, day: dayText(addDays(from, days), { locale, today }) })}
          </button>
        ))
      }
    </Popup>
  );
}

const kindTexts: Readonly<Record<string, TextKey>> = {
  follow_up: 'tasks.kind.follow_up',
  churn: 'tasks.kind.churn',
  wake_up: 'tasks.kind.wake_up',
  stuck: 'tasks.kind.stuck',
  training: 'tasks.kind.training',
  leads: 'tasks.kind.leads',
  marketing: 'tasks.kind.marketing',
};

/** The name of a kind of task. */
export function kindText(kind: string): TextKey {
  return kindTexts[kind] ?? 'tasks.kind.follow_up';
}

const outcomeTexts: Readonly<Record<string, TextKey>> = {
  ordered: 'tasks.outcome.ordered',
  retained: 'tasks.outcome.retained',
  no_need: 'tasks.outcome.no_need',
  unreachable: 'tasks.outcome.unreachable',
  lost: 'tasks.outcome.lost',
};

/** The name of an outcome. */
export function outcomeText(outcome: string | null): TextKey {
  return outcomeTexts[outcome ?? ''] ?? 'tasks.outcome.done';
}
