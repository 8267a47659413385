import { useMe } from '#web/api/use-me.ts';
import { Preparing } from '#web/trial/preparing.tsx';
import { Shell } from './shell.tsx';

/** Behind sign-in: the workspace, or how far it is filled while it is being made. */
export function Frame() {
  const { filling } = useMe().workspace;
  return filling ? <Preparing filling={filling} /> : <Shell />;
}
