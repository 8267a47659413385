import * as client from 'openid-client';
import { isProviderUrl } from './address-rules.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { emailIn } from './oa-http.ts';
import { openIdFault } from './open-id-faults.ts';
import { ProviderFault } from './provider-fault.ts';
import type { Checked, Journey, ProviderSettings, SignInConnector, Vouched } from './sign-in-connector.ts';

type Known = Readonly<{ config: client.Configuration; until: number }>;

const keptMs = 10 * 60_000;
const mostKept = 100;
const alwaysAsked = ['openid', 'profile', 'email'];

/** OpenID Connect with discovery, PKCE, state and nonce; every check of the answer is openid-client's. */
export function openIdConnector(fetching: GuardedFetch): SignInConnector {
  const known = new Map<string, Known>();
  const configOf = async (settings: ProviderSettings): Promise<client.Configuration> => {
    const key = JSON.stringify([settings.address, settings.client, settings.clientSecret]);
    const kept = known.get(key);
    if (kept && kept.until > Date.now()) return kept.config;
    const config = await discovered(settings, fetching);
    known.delete(key);
    known.set(key, { config, until: Date.now() + keptMs });
    for (const oldest of known.keys()) if (known.size > mostKept) known.delete(oldest);
    return config;
  };
  return {
    authorizeUrl: async (settings, journey) => authorizeUrl(await configOf(settings), settings, journey),
    vouched: async (settings, returned) => vouched(await configOf(settings), settings, returned),
    check: async (settings) => check(await discovered(settings, fetching), settings),
  };
}

/** What the issuer says about itself, of which every address is https, or http on this machine. */
async function discovered(settings: ProviderSettings, fetching: GuardedFetch): Promise<client.Configuration> {
  const issuer = issuerUrl(settings);
  const options = {
    [client.customFetch]: fetching,
    // Only http on this machine passes the guard; without this even that would not.
    ...(issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}),
  };
  try {
    const found = await client.discovery(issuer, settings.client, undefined, undefined, options);
    const metadata = found.serverMetadata();
    refuseStrangeAddresses(metadata);
    const config = new client.Configuration(metadata, settings.client, undefined, authenticationOf(settings, metadata));
    config[client.customFetch] = fetching;
    if (issuer.protocol === 'http:') client.allowInsecureRequests(config);
    return config;
  } catch (error) {
    throw openIdFault(error, 'discovery');
  }
}

function issuerUrl({ address }: ProviderSettings): URL {
  const url = address !== null && URL.canParse(address) ? new URL(address) : null;
  if (url && isProviderUrl(url) && url.search === '' && url.hash === '') return url;
  throw new ProviderFault('forbidden_address', {
    zh: '签发者（issuer）要是以 https:// 开头的地址，不带 ? 和 #（只有本机可以用 http）',
    en: 'The issuer is an address that begins with https://, without ? and # (http only on this machine)',
  });
}

/** TRAP: the browser is sent to one of these: `javascript:` would run in our page. */
function refuseStrangeAddresses(metadata: client.ServerMetadata): void {
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = metadata;
  const needed = { authorization_endpoint, token_endpoint, jwks_uri };
  for (const [name, address] of Object.entries({ ...needed, ...(userinfo_endpoint ? { userinfo_endpoint } : {}) })) {
    if (address && URL.canParse(address) && isProviderUrl(new URL(address))) continue;
    throw new ProviderFault('bad_answer', {
      zh: `登录服务的配置里没有可用的 ${name}`,
      en: `The provider's discovery document has no usable ${name}`,
    });
  }
}

function authenticationOf({ clientSecret }: ProviderSettings, metadata: client.ServerMetadata): client.ClientAuth {
  if (clientSecret === null) return client.None();
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const takesBasic = methods.includes('client_secret_basic') || !methods.includes('client_secret_post');
  return takesBasic ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
}

async function authorizeUrl(config: client.Configuration, settings: ProviderSettings, journey: Journey) {
  const { redirectUri, state, codeVerifier, nonce } = journey;
  return client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: scopesOf(settings).join(' '),
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }).href;
}

function scopesOf({ scopes }: ProviderSettings): readonly string[] {
  return [...new Set([...alwaysAsked, ...scopes.split(/\s+/).filter((scope) => scope !== '')])];
}

async function vouched(
  config: client.Configuration,
  settings: ProviderSettings,
  { url, state, nonce, codeVerifier }: Journey & Readonly<{ url: URL }>,
): Promise<Vouched> {
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims: Claims = tokens.claims() ?? {};
    const isWhole = 'email' in claims && (settings.groupsClaim === null || groupsIn(claims, settings.groupsClaim));
    const more = isWhole || !config.serverMetadata().userinfo_endpoint ? {} : await userInfo(config, tokens);
    return vouchedFor({ ...more, ...claims }, settings);
  } catch (error) {
    throw openIdFault(error, 'return');
  }
}

type Claims = Readonly<Record<string, unknown>>;
type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

async function userInfo(config: client.Configuration, tokens: Tokens): Promise<Claims> {
  return await client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '');
}

function vouchedFor(claims: Claims, { groupsClaim }: ProviderSettings): Vouched {
  const subject = textIn(claims, 'sub');
  if (subject === null || subject.length > 255) throw ofNobody();
  const email = emailIn(textIn(claims, 'email'));
  // Entra ID says `xms_edov` (the domain's owner is verified) instead of `email_verified`.
  const isVerified = ['email_verified', 'xms_edov'].some((name) =>
    [true, 'true', 1, '1'].includes(claims[name] as never),
  );
  return {
    subject,
    name: textIn(claims, 'name') ?? textIn(claims, 'preferred_username') ?? email ?? '',
    verifiedEmail: isVerified ? email : null,
    hasUnverifiedEmail: textIn(claims, 'email') !== null && !isVerified,
    groups: groupsClaim === null ? null : groupsIn(claims, groupsClaim),
  };
}

function ofNobody(): ProviderFault {
  return new ProviderFault('bad_token', {
    zh: '登录服务没有说登录的是谁，没有让任何人进来',
    en: 'The provider does not say who signed in; nobody was let in',
  });
}

function textIn(claims: Claims, name: string): string | null {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A claim of that name, or one within others: `realm_access.roles`. */
function groupsIn(claims: Claims, name: string): readonly string[] | null {
  const inside = (value: unknown, key: string) =>
    typeof value === 'object' && value !== null ? (value as Claims)[key] : undefined;
  const value = claims[name] ?? name.split('.').reduce<unknown>(inside, claims);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;
}

async function check(config: client.Configuration, settings: ProviderSettings): Promise<Checked> {
  await tryCredentials(config);
  const metadata = config.serverMetadata();
  const offered = metadata.scopes_supported;
  const missing = offered ? scopesOf(settings).filter((scope) => !offered.includes(scope)) : [];
  const lacksPkce = !(metadata.code_challenge_methods_supported?.includes('S256') ?? false);
  return {
    facts: [
      { zh: `签发者：${metadata.issuer}`, en: `Issuer: ${metadata.issuer}` },
      { zh: '客户端 ID 和密钥被接受', en: 'Client ID and secret are accepted' },
    ],
    warnings: [
      ...(lacksPkce ? [pkceUnsaid] : []),
      ...(missing.length > 0
        ? [
            {
              zh: `它没有提到这些 scope：${missing.join(' ')}`,
              en: `It does not mention these scopes: ${missing.join(' ')}`,
            },
          ]
        : []),
    ],
  };
}

const pkceUnsaid = {
  zh: '它没有说明支持 PKCE（S256）；仍会发送，但登录服务可能不检查',
  en: 'It does not say that it supports PKCE (S256); it is sent all the same, but may not be checked',
};

/** A code that nobody was given: a provider that knows the client refuses the code, one that does not refuses the client. */
async function tryCredentials(config: client.Configuration): Promise<void> {
  const form = {
    code: 'salesboard-connection-test',
    redirect_uri: 'https://localhost/',
    code_verifier: 'x'.repeat(43),
  };
  try {
    await client.genericGrantRequest(config, 'authorization_code', form);
  } catch (error) {
    if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return;
    const fault = openIdFault(error, 'return');
    if (fault.reason === 'wrong_secret' || fault.reason === 'unreachable' || fault.reason === 'timeout') throw fault;
    // Some look at the rest of the form first; that says nothing against the client.
  }
}
