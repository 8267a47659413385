import type { Bilingual } from '#shared/bilingual.ts';

/** The services that can vouch for people: OpenID Connect, 企业微信, 钉钉, 飞书. */
export const providerKinds = ['oidc', 'wecom', 'dingtalk', 'feishu'] as const;

export type ProviderKind = (typeof providerKinds)[number];

/** How a workspace reaches its provider. */
export type ProviderSettings = Readonly<{
  /** The issuer of OpenID Connect; of the others another address of their service, null for the usual one. */
  address: string | null;
  client: string;
  clientSecret: string | null;
  /** The company there, from which people must come. */
  corp: string | null;
  /** WeCom's number of the app. */
  agent: string | null;
  /** Beyond what is always asked for, separated by spaces. */
  scopes: string;
  groupsClaim: string | null;
}>;

/** What somebody takes along to the provider and what must match when they come back. */
export type Journey = Readonly<{ redirectUri: string; state: string; codeVerifier: string; nonce: string }>;

/** Whom a provider vouches for. */
export type Vouched = Readonly<{
  /** Their id there, for ever. */
  subject: string;
  name: string;
  /** Lower case; null when the provider does not say, or does not say that it is theirs. */
  verifiedEmail: string | null;
  /** Whether it named an e-mail for which it does not vouch. */
  hasUnverifiedEmail: boolean;
  /** Null when the provider says nothing of groups. */
  groups: readonly string[] | null;
}>;

/** What a test of the connection found: it works, and what is worth knowing. */
export type Checked = Readonly<{ facts: readonly Bilingual[]; warnings: readonly Bilingual[] }>;

/** One kind of provider. Everything throws `ProviderFault`. */
export type SignInConnector = Readonly<{
  /** Where to send the browser. */
  authorizeUrl: (settings: ProviderSettings, journey: Journey) => Promise<string>;
  /** Who came back; `url` is the whole address they came back to. */
  vouched: (settings: ProviderSettings, returned: Journey & Readonly<{ url: URL }>) => Promise<Vouched>;
  /** Tries what can be tried without a person. */
  check: (settings: ProviderSettings) => Promise<Checked>;
}>;
