import type { GroupPlace, ProviderKind, SignOn, WrittenProvider } from './sign-on-queries.ts';

/** A group in the form: its key stays the same while it is moved and renamed. */
export type GroupRow = GroupPlace & Readonly<{ key: number }>;

/** The form's own state: the secret as typed, groups with keys. */
export type Draft = Omit<WrittenProvider, 'groups' | 'clientSecret'> &
  Readonly<{ secret: string; groups: readonly GroupRow[] }>;

/** What the form begins with. */
export function draftOf(kind: ProviderKind, { providers, groups }: SignOn): Draft {
  const stored = providers.find((each) => each.kind === kind);
  const rows = kind === 'oidc' ? groups.map((group, key) => ({ ...group, key: key + 1 })) : [];
  if (stored) {
    const { kind: _kind, hasSecret: _hasSecret, ...rest } = stored;
    return { ...rest, secret: '', groups: rows };
  }
  return {
    label: null,
    isEnabled: true,
    address: null,
    client: '',
    secret: '',
    corp: null,
    agent: null,
    scopes: '',
    groupsClaim: kind === 'oidc' ? 'groups' : null,
    groups: rows,
    defaultPlace: null,
    createsMembers: false,
  };
}

/** What the form sends: an empty secret leaves the one there is. */
export function writtenOf({ secret, groups, ...rest }: Draft): WrittenProvider {
  return {
    ...rest,
    // WeCom knows its apps by their number.
    client: rest.client || (rest.agent ?? ''),
    groups: rest.groupsClaim === null ? [] : groups.map(({ key: _key, ...group }) => group),
    ...(secret === '' ? {} : { clientSecret: secret }),
  };
}
