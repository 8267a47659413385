import { useMe } from '#web/api/use-me.ts';
import { NotFound } from '#web/shell/not-found.tsx';
import '../settings/settings.css';
import '../settings/phone.css';
import './operator.css';
import { RequestsPanel } from './requests-panel.tsx';
import { WorkspacesPanel } from './workspaces-panel.tsx';

/** For people who run the installation: its workspaces and their plans, and who wants to be shown the product. */
export function OperatorPage() {
  if (!useMe().viewer.permissions.includes('operator')) return <NotFound />;
  return (
    <div className="settings operator">
      <WorkspacesPanel />
      <RequestsPanel />
    </div>
  );
}
