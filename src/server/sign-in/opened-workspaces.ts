import type { Membership } from '#features/settings/members.ts';
import type { Viewer } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';

/**
 * What a session opens: the one workspace whose own provider vouched for the user, so that the provider of one workspace is no way
 * into another; by a password, those that let them in so. Throws `single_sign_on_required` when that leaves nothing.
 */
export function openedWorkspaces(
  memberships: readonly Membership[],
  onlyWorkspaceId: string | null,
): readonly Membership[] {
  if (onlyWorkspaceId !== null) return memberships.filter(({ workspace }) => workspace.id === onlyWorkspaceId);
  refuseWithoutProvider(memberships);
  return memberships.filter(takesPassword);
}

/** The workspaces that somebody who looks at one of them can go to. */
export function openedTo(viewer: Viewer, memberships: readonly Membership[]): readonly Membership[] {
  if (viewer.onlyHere) return memberships.filter(({ workspace }) => workspace.id === viewer.workspace.id);
  return memberships.filter(takesPassword);
}

/** Refuses a password when none of the workspaces takes it: they all ask for their provider. */
export function refuseWithoutProvider(memberships: readonly Membership[]): void {
  const [first] = memberships;
  if (!first || memberships.some(takesPassword)) return;
  const { slug } = first.workspace;
  throw new Problem('single_sign_on_required', [
    {
      detail: {
        zh: `工作区「${slug}」只让管理员用密码登录；请在登录页上选它的登录服务`,
        en: `The workspace "${slug}" takes passwords of admins only; choose its provider on the sign-in page`,
      },
    },
  ]);
}

/** Admins can always use a password, so that a provider's fault locks nobody out for good. */
function takesPassword({ passwordFor, role }: Membership): boolean {
  return passwordFor !== 'admins' || role === 'admin';
}
