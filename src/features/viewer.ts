import type { Scope } from '#semantic/question.ts';
import type { Workspace } from '#store/workspaces.ts';

/** What a member may be in a workspace. */
export type Role = 'admin' | 'executive' | 'manager' | 'rep' | 'finance' | 'viewer';

/** Who asks: a member by session or a program by API key, in one workspace. */
export type Viewer = Readonly<{
  workspace: Workspace;
  /** Null for an API key. */
  userId: string | null;
  name: string;
  email: string | null;
  role: Role;
  /** Whose rows they see. */
  scope: Scope;
  /** The colleague in the data that they are; null when they are none. */
  personId: string | null;
  /** Names from the server's table of permissions. */
  permissions: readonly string[];
}>;
