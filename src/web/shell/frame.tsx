import { useMe } from '#web/api/use-me.ts';
import { Preparing } from '#web/trial/preparing.tsx';
import { SharedShell } from './shared-shell.tsx';
import { Shell } from './shell.tsx';

/** Behind sign-in: the workspace, a view of it that was shared, or how far it is filled while it is being made. */
export function Frame() {
  const { sharedLink, workspace } = useMe();
  const { filling } = workspace;
  if (sharedLink) return <SharedShell />;
  return filling ? <Preparing filling={filling} /> : <Shell />;
}
