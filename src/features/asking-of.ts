import type { Asking } from './ask.ts';
import type { RouteDeps } from './route-deps.ts';
import type { Viewer } from './viewer.ts';

/** Who asks, against a replica that has everything acknowledged so far. */
export async function askingOf(deps: RouteDeps, viewer: Viewer): Promise<Asking> {
  const replica = await deps.replicas.for(viewer.workspace.id);
  await replica.catchUp();
  const { workspace, scope, permissions } = viewer;
  return { replica, workspace, scope, permissions, now: deps.clock() };
}
