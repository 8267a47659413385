import type { ProviderKind } from '#connectors/sign-in/sign-in-connector.ts';
import { type AuditActor, audited } from '#store/audit.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import type { Viewer } from '../../viewer.ts';
import { checkedProvider, isAnother, type ProviderInput } from './provider-input.ts';
import { groupsOf, openedProvider, type Provider, putGroups, putProvider, removeLinks } from './providers.ts';
import { refuseNoWayIn } from './way-in.ts';

type Saved = Readonly<{ viewer: Viewer; actor: AuditActor; kind: ProviderKind; given: ProviderInput }>;

/** Sets a provider up; another issuer or company means other people, so who was who there is forgotten. */
export async function saveProvider(tx: Transaction, keyring: Keyring, saved: Saved): Promise<void> {
  const { viewer, actor, kind, given } = saved;
  const key = { workspaceId: viewer.workspace.id, kind };
  const before = (await openedProvider(tx, keyring, key))?.provider ?? null;
  const { provider, groups } = await checkedProvider(tx, { viewer, kind, given, before });
  const groupsBefore = await groupsOf(tx, key.workspaceId);
  await putProvider(tx, keyring, { ...provider, workspaceId: key.workspaceId });
  if (kind === 'oidc') await putGroups(tx, key.workspaceId, groups);
  const forgottenPeople = before && isAnother(before, provider) ? await removeLinks(tx, key) : 0;
  if (!provider.isEnabled) await refuseNoWayIn(tx, key.workspaceId);
  const { clientSecret, ...after } = provider;
  await audited(tx, {
    ...actor,
    action: 'sign_in_provider_changed',
    subject: { kind: 'sign_in_provider', id: kind },
    details: {
      before: before && withGroups(before, groupsBefore),
      after: withGroups(after, groups),
      hasNewSecret: clientSecret !== undefined,
      forgottenPeople,
    },
  });
}

function withGroups<T extends Pick<Provider, 'kind'>>(provider: T, groups: Awaited<ReturnType<typeof groupsOf>>) {
  return provider.kind === 'oidc' ? { ...provider, groups } : provider;
}
