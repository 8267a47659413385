import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { AskedContent, SettingsPanel } from '../settings/settings-panel.tsx';
import { type OperatedWorkspace, workspacesQuery } from './operator-queries.ts';
import { PlanDialog } from './plan-dialog.tsx';

/** Every workspace: how large, how used, on which terms. */
export function WorkspacesPanel() {
  const { t } = useText();
  const asked = useQuery(workspacesQuery);
  const [chosen, setChosen] = useState<OperatedWorkspace | null>(null);
  return (
    <SettingsPanel
      id="workspaces"
      title={t('operator.workspaces', { count: asked.data?.length ?? 0 })}
      subtitle={t('operator.workspaces.what')}
    >
      <AskedContent asked={asked}>
        {(workspaces) => (
          <table className="table settings-stack operator-stack">
            <thead>
              <tr>
                <th scope="col">{t('operator.workspace')}</th>
                <th scope="col" className="num">
                  {t('operator.members')}
                </th>
                <th scope="col" className="num">
                  {t('operator.rows')}
                </th>
                <th scope="col">{t('operator.plan')}</th>
                <th scope="col">{t('operator.used')}</th>
                <th scope="col" aria-label={t('settings.actions')} />
              </tr>
            </thead>
            <tbody>
              {workspaces.map((each) => (
                <WorkspaceRow key={each.slug} workspace={each} change={() => setChosen(each)} />
              ))}
            </tbody>
          </table>
        )}
      </AskedContent>
      {chosen && <PlanDialog workspace={chosen} onClose={() => setChosen(null)} />}
    </SettingsPanel>
  );
}

type RowProps = Readonly<{ workspace: OperatedWorkspace; change: () => void }>;

function WorkspaceRow({ workspace, change }: RowProps) {
  const { t, locale } = useText();
  const moment = useMoment();
  const { slug, name, members, rows, plan, lastUsedAt } = workspace;
  const isOver = plan.kind === 'expired' || plan.kind === 'read_only';
  return (
    <tr>
      <th scope="row" className="operator-workspace">
        {name}
        <small>{slug}</small>
      </th>
      <td className="num" data-label={t('operator.members')}>
        {members}
      </td>
      <td className="num" data-label={t('operator.rows')}>
        {new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en').format(rows)}
      </td>
      <td className={isOver ? 'warn' : undefined}>{t(`operator.state.${plan.kind}`, { count: plan.daysLeft ?? 0 })}</td>
      <td data-label={t('operator.used')}>{lastUsedAt ? moment(lastUsedAt) : t('operator.never')}</td>
      <td className="settings-row-actions">
        <button type="button" className="link" onClick={change}>
          {t('operator.change')}
        </button>
      </td>
    </tr>
  );
}
