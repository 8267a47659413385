import type { Bilingual } from '#shared/bilingual.ts';
import type { Day } from '#shared/day.ts';
import type { Role } from '#web/api/types.ts';

/** What somebody is, whose data they see, which colleague they are. */
export type Place = Readonly<{ role: string; dataScope: DataScope; personId: string | null }>;

export const dataScopes = ['self', 'self_and_reports', 'team', 'team_and_below', 'all'] as const;
export type DataScope = (typeof dataScopes)[number];

export const roles = ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'] as const satisfies readonly Role[];

/** As the server writes a place: its words are checked there. */
type WrittenPlace = Readonly<{ role: string; dataScope: string; personId: string | null }>;

export type Member = WrittenPlace &
  Readonly<{ userId: string; name: string; email: string; personName: string | null }>;

export type Invitation = WrittenPlace &
  Readonly<{ id: string; email: string; name: string; createdAt: string; expiresAt: string }>;

export type Colleague = Readonly<{ id: string; name: string }>;

export type ApiKey = WrittenPlace & Readonly<{ id: string; name: string; createdAt: string; revokedAt: string | null }>;

/** A role that the workspace made for itself. */
export type WrittenRole = Readonly<{ name: Bilingual; permissions: readonly string[]; usualScope: DataScope }>;
export type CustomRole = WrittenRole & Readonly<{ id: string; version: number; holders: number }>;

export type RoleTable = Readonly<{
  custom: readonly CustomRole[];
  roles: readonly Readonly<{ role: Role; usualScope: string }>[];
  permissions: readonly Readonly<{ name: string; words: Bilingual; roles: readonly Role[]; isPowerful: boolean }>[];
}>;

export type CalendarDay = Readonly<{ day: Day; isWorkday: boolean; holiday: string | null }>;

export type WorkspaceSettings = Readonly<{
  name: string;
  colours: 'red_up' | 'green_up';
  fiscalStartMonth: number;
  weekStart: number;
}>;

export type Session = Readonly<{
  id: string;
  createdAt: string;
  expiresAt: string;
  userAgent: string | null;
  isCurrent: boolean;
}>;

export type AuditEntry = Readonly<{
  position: number;
  at: string;
  actor: string;
  actorName: string | null;
  address: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  subjectName: string | null;
  details: Readonly<Record<string, unknown>>;
  hash: string;
}>;

export type AuditPage = Readonly<{ entries: readonly AuditEntry[]; next: number | null }>;
export type AuditActor = Readonly<{ actor: string; name: string | null }>;
