import { useMutation } from '@tanstack/react-query';
import { request } from '#web/api/request.ts';
import { useMe } from '#web/api/use-me.ts';
import { FormRefused } from '#web/password/form-refused.tsx';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import './dialog-form.css';

/** Asks before somebody leaves the workspace; whoever has no other is signed out. */
export function LeaveDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useText();
  const { workspace, workspaces } = useMe();
  const leave = useMutation({
    mutationFn: async () => {
      await request('/api/v1/me/workspace', { method: 'DELETE' });
      if (workspaces.length < 2) await request('/api/v1/sign-out', { method: 'POST' });
    },
    onSuccess: () => location.assign('/'),
  });
  return (
    <Dialog title={t('workspaces.leave.title', { name: workspace.name })} place="middle" onClose={onClose}>
      <div className="dialog-form">
        <p>{t('workspaces.leave.what')}</p>
        <FormRefused error={leave.error} />
        <button type="button" className="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
          {t('workspaces.leave.do')}
        </button>
      </div>
    </Dialog>
  );
}
