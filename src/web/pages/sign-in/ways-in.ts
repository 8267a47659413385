import { queryOptions } from '@tanstack/react-query';
import { request } from '#web/api/request.ts';

export type ProviderKind = 'oidc' | 'wecom' | 'dingtalk' | 'feishu';

type Way = Readonly<{ kind: ProviderKind; label: string | null }>;

type Ways = Readonly<{ workspace: string | null; ways: readonly Way[]; canMail: boolean }>;

/** The providers of a workspace; of the only one there is when none is named. */
export const waysQuery = (workspace: string | null) =>
  queryOptions({
    queryKey: ['sign-in', 'ways', workspace],
    queryFn: ({ signal }) =>
      request<Ways>('/api/v1/sign-in/ways', { body: workspace === null ? {} : { workspace }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Leaves for a provider; comes back to the page named. */
export async function leaveFor(kind: ProviderKind, body: Readonly<{ workspace: string; to: string }>): Promise<void> {
  const { url } = await request<{ url: string }>(`/api/v1/sign-in/with/${kind}`, { body });
  rememberWorkspace(body.workspace);
  location.assign(url);
}

/** Has the sign-in pages of somebody's workspaces mailed to them. */
export async function mailWays(email: string): Promise<void> {
  await request('/api/v1/sign-in/ways/letter', { body: { email } });
}

const rememberedName = 'salesboard.sign-in.workspace';

/** The workspace that this browser last signed in to by a provider; null when there is none. */
export function rememberedWorkspace(): string | null {
  try {
    return localStorage.getItem(rememberedName);
  } catch {
    // Storage can be forbidden; then nothing is remembered.
    return null;
  }
}

function rememberWorkspace(workspace: string): void {
  try {
    localStorage.setItem(rememberedName, workspace);
  } catch {
    // See above.
  }
}

const problemsOfPeople = [
  'expired',
  'other_browser',
  'turned_off',
  'no_group',
  'not_invited',
  'no_email',
  'email_unverified',
  'cancelled',
  'wrong_corp',
] as const;

/** Why somebody came back without being signed in, as the page can say it; whatever else it was, the provider failed. */
export function failedWay(reason: unknown): (typeof problemsOfPeople)[number] | 'provider' | null {
  if (typeof reason !== 'string' || reason === '') return null;
  if (reason === 'refused_code') return 'expired';
  return problemsOfPeople.find((each) => each === reason) ?? 'provider';
}
