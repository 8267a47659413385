import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AuditAction } from '#shared/audit-actions.ts';
import type { DayRange } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';
import type {
  ApiKey,
  AuditActor,
  AuditPage,
  CalendarDay,
  Colleague,
  CustomRole,
  Invitation,
  Member,
  Place,
  RoleTable,
  Session,
  WorkspaceSettings,
  WrittenRole,
} from './settings-types.ts';

const key = (...rest: readonly unknown[]) => ['settings', ...rest] as const;

export const membersQuery = queryOptions({
  queryKey: key('members'),
  queryFn: async ({ signal }) =>
    (await answered<{ members: readonly Member[] }>(client.GET('/api/v1/members', { signal }))).members,
});

export const invitationsQuery = queryOptions({
  queryKey: key('invitations'),
  queryFn: async ({ signal }) =>
    (await answered<{ invitations: readonly Invitation[] }>(client.GET('/api/v1/invitations', { signal }))).invitations,
});

export const colleaguesQuery = queryOptions({
  queryKey: key('colleagues'),
  queryFn: async ({ signal }) =>
    (await answered<{ colleagues: readonly Colleague[] }>(client.GET('/api/v1/members/colleagues', { signal })))
      .colleagues,
});

export const rolesQuery = queryOptions({
  queryKey: key('roles'),
  queryFn: ({ signal }) => answered<RoleTable>(client.GET('/api/v1/roles', { signal })),
});

export const apiKeysQuery = queryOptions({
  queryKey: key('keys'),
  queryFn: async ({ signal }) =>
    (await answered<{ apiKeys: readonly ApiKey[] }>(client.GET('/api/v1/api-keys', { signal }))).apiKeys,
});

export const sessionsQuery = queryOptions({
  queryKey: key('sessions'),
  queryFn: async ({ signal }) =>
    (await answered<{ sessions: readonly Session[] }>(client.GET('/api/v1/me/sessions', { signal }))).sessions,
});

/** Every day of a range, with the name of its holiday. */
export const calendarDaysQuery = ({ from, before }: DayRange) =>
  queryOptions({
    queryKey: key('calendar', from, before),
    queryFn: async ({ signal }) => {
      const params = { query: { from, before } };
      const { days } = await answered<{ days: readonly CalendarDay[] }>(
        client.GET('/api/v1/calendar', { params, signal }),
      );
      return days;
    },
  });

export type AuditChoice = Readonly<{
  action: AuditAction | null;
  actor: string | null;
  text: string | null;
  from: string | null;
  until: string | null;
}>;

const pageSize = 50;
const exportPageSize = 500;

/** The audit log, the latest first, page by page. */
export const auditQuery = (choice: AuditChoice) =>
  infiniteQueryOptions({
    queryKey: key('audit', choice),
    queryFn: ({ pageParam, signal }) => auditPage(choice, { before: pageParam, limit: pageSize, signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const auditActorsQuery = queryOptions({
  queryKey: key('audit-actors'),
  queryFn: async ({ signal }) =>
    (await answered<{ actors: readonly AuditActor[] }>(client.GET('/api/v1/audit/actors', { signal }))).actors,
});

/** Every entry of the choice, for a file. */
export async function allAudit(choice: AuditChoice): Promise<AuditPage['entries']> {
  const pages: AuditPage['entries'][] = [];
  for (let before: number | null = 0; before !== null; ) {
    const page: AuditPage = await auditPage(choice, { before, limit: exportPageSize });
    pages.push(page.entries);
    before = page.next;
  }
  return pages.flat();
}

type Paging = Readonly<{ before: number; limit: number; signal?: AbortSignal }>;

function auditPage(choice: AuditChoice, { before, limit, signal }: Paging): Promise<AuditPage> {
  const chosen = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== null));
  const query = { limit, ...(before ? { before } : {}), ...chosen };
  return answered<AuditPage>(client.GET('/api/v1/audit', { params: { query }, signal: signal ?? null }));
}

export type NewInvitation = Place & Readonly<{ email: string; name: string }>;
export type Invited = Readonly<{ id: string; token: string; expiresAt: string; isMailed: boolean }>;

/** Invites somebody; the secret of the link comes this once. */
export async function invite(invitation: NewInvitation): Promise<Invited> {
  return after(answered<Invited>(client.POST('/api/v1/invitations', { body: sent(invitation) })));
}

export async function revokeInvitation(id: string): Promise<void> {
  await after(answered(client.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })));
}

export async function changeMember({ userId, ...place }: Place & Readonly<{ userId: string }>): Promise<void> {
  const params = { path: { userId } };
  await after(answered(client.PUT('/api/v1/members/{userId}', { params, body: sent(place) })));
}

export async function removeMember(userId: string): Promise<void> {
  await after(answered(client.DELETE('/api/v1/members/{userId}', { params: { path: { userId } } })));
}

/** Makes a key; it comes this once. */
export async function createKey(
  made: Place & Readonly<{ name: string }>,
): Promise<Readonly<{ id: string; key: string }>> {
  return after(answered<{ id: string; key: string }>(client.POST('/api/v1/api-keys', { body: sent(made) })));
}

export async function revokeKey(id: string): Promise<void> {
  await after(answered(client.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })));
}

/** Makes a day a workday or a day off; everything that counts workdays is asked again. */
export async function setDay({ day, ...body }: CalendarDay): Promise<void> {
  await answered(client.PUT('/api/v1/calendar/{day}', { params: { path: { day } }, body: sent(body) }));
  await queryClient.invalidateQueries();
}

/** Changes the workspace; fiscal years, weeks and colours of every page follow. */
export async function saveWorkspace(settings: WorkspaceSettings): Promise<void> {
  await answered(client.PUT('/api/v1/workspace', { body: sent(settings) }));
  await queryClient.invalidateQueries();
}

export async function changePassword(body: Readonly<{ current: string; next: string }>): Promise<void> {
  await after(answered(client.PUT('/api/v1/me/password', { body: sent(body) })));
}

export async function endSession(id: string): Promise<void> {
  await after(answered(client.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })));
}

/** Makes a role, or writes one anew that was seen in its version. */
export async function saveRole(
  written: WrittenRole & Readonly<{ confirmsPower: boolean }>,
  role: CustomRole | null,
): Promise<void> {
  const { name, permissions, usualScope, confirmsPower } = written;
  // as: the server checks the names; ours come from its own list.
  const body = { name, permissions: [...permissions] as never[], usualScope, confirmsPower };
  if (role === null) return void (await after(answered(client.POST('/api/v1/roles', { body }))));
  const { id, version } = role;
  await after(answered(client.PUT('/api/v1/roles/{id}', { params: { path: { id } }, body: { ...body, version } })));
}

/** Deletes a role; whoever holds it gets `moveTo`. */
export async function deleteRole(id: string, moveTo: string | null): Promise<void> {
  const params = { path: { id }, query: moveTo === null ? {} : { moveTo } };
  await after(answered(client.DELETE('/api/v1/roles/{id}', { params })));
}

/** Asks the settings again once the write is through. */
async function after<T>(write: Promise<T>): Promise<T> {
  const answer = await write;
  await queryClient.invalidateQueries({ queryKey: ['settings'] });
  return answer;
}
