import { Link } from '@tanstack/react-router';
import { useMe } from '#web/api/use-me.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { NewTaskButton } from '#web/tasks/new-task.tsx';
import { outcomeText } from '#web/tasks/task-row.tsx';
import { useText } from '#web/text/use-text.ts';
import { aliveText } from './alive-text.ts';
import type { Warning } from './churn-queries.ts';
import { levelTexts } from './level-texts.ts';

type RowProps = Readonly<{ warning: Warning }>;

/** Customers at risk: a row each, the reason under the name. */
export function ChurnTable({ warnings }: Readonly<{ warnings: readonly Warning[] }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const amounts = numbers.column(
    warnings.map(({ atRisk }) => atRisk),
    'money',
  );
  return (
    <table className="table fixed churn" aria-label={t('churn.name')}>
      <thead>
        <tr>
          <th scope="col">{t('churn.customer')}</th>
          <th scope="col" className="level-column">
            {t('churn.level')}
          </th>
          <th scope="col" className="silence-column">
            {t('churn.silence')}
          </th>
          <th scope="col" className="num alive-column">
            {t('churn.alive')}
          </th>
          <th scope="col" className="num risk-column">
            {withUnit(t('churn.at_risk'), amounts)}
          </th>
          <th scope="col" className="next-column">
            {t('churn.follow_up')}
          </th>
        </tr>
      </thead>
      <tbody>
        {warnings.map((warning) => (
          <tr key={warning.id} data-customer={warning.id}>
            <th scope="row">
              <Name warning={warning} />
            </th>
            <td className="level-column">
              <span className="churn-level" data-level={warning.level}>
                {t(levelTexts[warning.level].name)}
              </span>
            </td>
            <td className="silence-column">
              <Silence warning={warning} />
            </td>
            <td className="num alive-column">{aliveText(warning.alive)}</td>
            <td className="num risk-column">
              <b className="on-desk">{amounts.text(warning.atRisk)}</b>
              <b className="on-phone">{numbers.text(warning.atRisk, 'money')}</b>
            </td>
            <td className="next-column">
              <FollowUp warning={warning} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name({ warning: { id, name, owner, reason } }: RowProps) {
  const { say, t } = useText();
  const to: string = `/customers/one/${encodeURIComponent(id)}`;
  return (
    <>
      <span className="churn-name">
        <Link to={to} title={name}>
          {name}
        </Link>
        <span className="t2">{owner?.name ?? t('churn.pool')}</span>
      </span>
      <span className="churn-reason">{say(reason)}</span>
    </>
  );
}

/** The silence as a bar against the customer's own limit. */
function Silence({ warning: { silentDays, thresholdDays } }: RowProps) {
  const { t } = useText();
  if (thresholdDays === null) return <span className="t2">{t('churn.days', { count: silentDays })}</span>;
  const limit = Math.round(thresholdDays);
  const most = Math.max(silentDays, thresholdDays);
  const share = (days: number) => `${Number(((days / most) * 100).toFixed(2))}%`;
  const isOver = silentDays > thresholdDays;
  return (
    <span className="churn-silence">
      <svg width="100%" height="16" aria-hidden="true">
        <rect y="4" width={share(silentDays)} height="8" fill={isOver ? 'var(--warn-f)' : 'var(--acc-2)'} />
        <line x1={share(limit)} x2={share(limit)} y1="0" y2="16" stroke="var(--ink)" strokeWidth="1.5" />
      </svg>
      <span className="t2">
        <b>{silentDays}</b> / {limit}
      </span>
    </span>
  );
}

/** 安排, or who follows it up, or what came of it. */
function FollowUp({ warning: { id, name, owner, reason, atRisk, alive, task } }: RowProps) {
  const { t, say, locale } = useText();
  const { today } = useMe().calendar;
  if (task && task.doneOn === null) {
    const name = task.assignee ?? '';
    const due = task.dueOn && dayText(task.dueOn, { locale, today });
    return <span className="t2">{due ? t('churn.assigned', { name, due }) : name}</span>;
  }
  return (
    <>
      {task?.doneOn && (
        <span className="t2 churn-came">
          {t('churn.came', { outcome: t(outcomeText(task.outcome)), day: dayText(task.doneOn, { locale, today }) })}
        </span>
      )}
      <NewTaskButton
        about={name}
        task={{
          kind: 'churn',
          customerId: id,
          title: t('churn.task_title'),
          note: say(reason),
          atRisk,
          ...(alive === null ? {} : { probability: Number(alive.toFixed(4)) }),
          ...(owner ? { assigneeId: owner.id } : {}),
        }}
      >
        {t(task ? 'churn.assign_again' : 'churn.assign')}
      </NewTaskButton>
    </>
  );
}
