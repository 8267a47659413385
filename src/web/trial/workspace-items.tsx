import { useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { enterWorkspace } from './enter-workspace.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { NewWorkspaceDialog } from './new-workspace-dialog.tsx';
import './workspace-items.css';

type Role = 'admin' | 'executive' | 'manager' | 'rep' | 'finance' | 'viewer';
const builtIn: readonly string[] = ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'] satisfies Role[];

/** The workspaces of a person in their menu: going to another, making one, leaving this one. */
export function WorkspaceItems({ open }: Readonly<{ open: (dialog: 'new' | 'leave') => void }>) {
  const { t, say } = useText();
  const { workspace, workspaces } = useMe();
  const roleName = ({ role, roleName: own }: (typeof workspaces)[number]) => {
    if (own) return say(own);
    // as: only built-in roles have no name of their own.
    return builtIn.includes(role) ? t(`shell.role.${role as Role}`) : role;
  };
  return (
    <>
      <p className="popup-title">{t('shell.workspace')}</p>
      {workspaces.map((each) => (
        <button
          key={each.slug}
          type="button"
          data-item
          className="popup-item workspace-item"
          aria-current={each.slug === workspace.slug ? 'true' : undefined}
          onClick={() => void enterWorkspace(each.slug)}
        >
          <span>{each.name}</span>
          <em>{roleName(each)}</em>
        </button>
      ))}
      <button type="button" data-item className="popup-item" onClick={() => open('new')}>
        {t('workspaces.new')}
      </button>
      <button type="button" data-item className="popup-item" onClick={() => open('leave')}>
        {t('workspaces.leave')}
      </button>
      <hr />
    </>
  );
}

/** The dialogs that the menu opens, kept outside of it so that they outlive it. */
export function useWorkspaceDialogs() {
  const [dialog, setDialog] = useState<'new' | 'leave' | null>(null);
  const close = () => setDialog(null);
  return {
    open: setDialog,
    dialogs: (
      <>
        {dialog === 'new' && <NewWorkspaceDialog onClose={close} />}
        {dialog === 'leave' && <LeaveDialog onClose={close} />}
      </>
    ),
  };
}
