import { remember, remembered } from '#web/theme/remembered.ts';

/** The slug of the workspace chosen on this machine; null means the one of the session. */
export function chosenWorkspace(): string | null {
  return remembered('workspace');
}

/** Keeps the choice of workspace; null goes back to the session's own. */
export function chooseWorkspace(slug: string | null): void {
  remember('workspace', slug);
}
