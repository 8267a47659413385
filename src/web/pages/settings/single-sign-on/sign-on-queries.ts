import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '#shared/bilingual.ts';
import { answered, client, sent } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';

export const providerKinds = ['oidc', 'wecom', 'dingtalk', 'feishu'] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** A role and a data scope that somebody gets. */
export type GivenPlace = Readonly<{ role: string; dataScope: GivenScope }>;
export type GivenScope = 'self' | 'self_and_reports' | 'team' | 'team_and_below' | 'all';
export type GroupPlace = GivenPlace & Readonly<{ name: string }>;

type Provider = Readonly<{
  kind: ProviderKind;
  label: string | null;
  isEnabled: boolean;
  address: string | null;
  client: string;
  hasSecret: boolean;
  corp: string | null;
  agent: string | null;
  scopes: string;
  groupsClaim: string | null;
  defaultPlace: GivenPlace | null;
  createsMembers: boolean;
}>;

/** A provider as the form has it; without a secret the kept one stays. */
export type WrittenProvider = Omit<Provider, 'kind' | 'hasSecret'> &
  Readonly<{ clientSecret?: string; groups: readonly GroupPlace[] }>;

export type PasswordFor = 'everyone' | 'admins';

export type SignOn = Readonly<{
  redirectUri: string;
  signInUrl: string;
  passwordFor: PasswordFor;
  providers: readonly Provider[];
  groups: readonly GroupPlace[];
}>;

export type Link = Readonly<{
  id: string;
  kind: ProviderKind;
  subject: string;
  userId: string;
  name: string;
  email: string;
}>;

export type ColleagueEmail = Readonly<{ email: string; personId: string }>;

export type Checked = Readonly<{ facts: readonly Bilingual[]; warnings: readonly Bilingual[] }>;

export const signOnQuery = queryOptions({
  queryKey: ['settings', 'sign-on'],
  queryFn: ({ signal }) => answered<SignOn>(client.GET('/api/v1/single-sign-on', { signal })),
});

export const signOnPeopleQuery = queryOptions({
  queryKey: ['settings', 'sign-on', 'people'],
  queryFn: ({ signal }) =>
    answered<Readonly<{ links: readonly Link[]; colleagues: readonly ColleagueEmail[] }>>(
      client.GET('/api/v1/single-sign-on/people', { signal }),
    ),
});

const at = (kind: ProviderKind) => ({ path: { kind } });

export async function saveProvider(kind: ProviderKind, provider: WrittenProvider): Promise<void> {
  await after(answered(client.PUT('/api/v1/single-sign-on/{kind}', { params: at(kind), body: sent(provider) })));
}

/** Tries the connection as the form has it; nothing is kept. */
export function testProvider(kind: ProviderKind, provider: WrittenProvider): Promise<Checked> {
  return answered<Checked>(
    client.POST('/api/v1/single-sign-on/{kind}/test', { params: at(kind), body: sent(provider) }),
  );
}

export async function removeProvider(kind: ProviderKind): Promise<void> {
  await after(answered(client.DELETE('/api/v1/single-sign-on/{kind}', { params: at(kind) })));
}

export async function savePasswordFor(passwordFor: PasswordFor): Promise<void> {
  await after(answered(client.PUT('/api/v1/single-sign-on/password', { body: { passwordFor } })));
}

export async function addLink(body: Readonly<{ kind: ProviderKind; userId: string; subject: string }>): Promise<void> {
  await after(answered(client.POST('/api/v1/single-sign-on/links', { body: sent(body) })));
}

export async function removeLink({ kind, id }: Pick<Link, 'kind' | 'id'>): Promise<void> {
  const params = { path: { kind, id } };
  await after(answered(client.DELETE('/api/v1/single-sign-on/links/{kind}/{id}', { params })));
}

export async function saveColleagues(colleagues: readonly ColleagueEmail[]): Promise<void> {
  await after(answered(client.PUT('/api/v1/single-sign-on/colleagues', { body: sent({ colleagues }) })));
}

/** Asks the settings again once the write is through. */
async function after(write: Promise<unknown>): Promise<void> {
  await write;
  await queryClient.invalidateQueries({ queryKey: ['settings'] });
}
