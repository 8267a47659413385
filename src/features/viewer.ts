import type { Scope } from '#semantic/question.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import type { Workspace } from '#store/workspaces.ts';

/** The roles that every workspace has. */
export type Role = 'admin' | 'executive' | 'manager' | 'rep' | 'finance' | 'viewer';

/** Who asks: a member by session, a program by API key or the holder of a share link, in one workspace. */
export type Viewer = Readonly<{
  workspace: Workspace;
  /** Null for an API key and for the holder of a link. */
  userId: string | null;
  name: string;
  email: string | null;
  /** One of the built-in roles or the id of one of the workspace's own. TRAP: only its name; `permissions` decides. */
  role: string;
  /** What a role of the workspace's own is called; null for the built-in ones. */
  roleName: Bilingual | null;
  /** Whose rows they see. */
  scope: Scope;
  /** The colleague in the data that they are; null when they are none. */
  personId: string | null;
  /** Their session opens this workspace only: its own provider vouched for them. */
  onlyHere?: boolean;
  /** What they may do: names from the table of permissions. */
  permissions: readonly string[];
  /** The link they came by; null for members and keys. */
  sharedLink: SharedLink | null;
}>;

/** What the holder of a link may know about it. */
export type SharedLink = Readonly<{ id: string; by: string; until: string; path: string; note: string | null }>;
