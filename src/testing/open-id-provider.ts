import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody whom the provider knows; they sign in by the name that they are kept under, with any password. */
type KnownPerson = Readonly<{
  name: string;
  email: string;
  emailVerified: boolean;
  groups: readonly string[];
}>;

/** A real OpenID provider on this machine, with its own sign-in pages. */
export type OpenIdProvider = Readonly<{
  issuer: string;
  client: string;
  clientSecret: string;
  /** Whom it knows; tests may change it. */
  people: Map<string, KnownPerson>;
  close: () => Promise<void>;
}>;

/** Starts one that sends people back to the address given. */
export async function openIdProvider(redirectUri: string): Promise<OpenIdProvider> {
  const people = new Map<string, KnownPerson>();
  const server = createServer();
  const issuer = await listening(server);
  const [client, clientSecret] = ['salesboard', 'a secret between the two of them'];
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    pkce: { required: () => true },
    cookies: { keys: ['a key of tests only'] },
    ttl: { Session: 3600, Interaction: 3600, Grant: 3600, AccessToken: 600, IdToken: 600 },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(people.get(id)) }) }),
  });
  server.on('request', provider.callback());
  return { issuer, client, clientSecret, people, close: () => closed(server) };
}

function claimsOf(person: KnownPerson | undefined) {
  if (!person) return {};
  const { name, email, emailVerified, groups } = person;
  return { name, email, email_verified: emailVerified, groups: [...groups] };
}

/**
 * Goes through the provider's pages as a browser would: signs in, agrees, and stops at the address on the other side to which it is
 * sent back.
 */
export async function walkThrough(authorizeUrl: string, login: string): Promise<string> {
  const { origin } = new URL(authorizeUrl);
  const jar = new Map<string, string>();
  let url = authorizeUrl;
  for (let step = 0; step < 12; step += 1) {
    const form = url.includes('/interaction/') ? await formOf(url, jar, login) : undefined;
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookieOf(jar) },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    keepCookies(jar, response);
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`the provider stopped at ${url}: ${response.status} ${await response.text()}`);
    url = new URL(location, url).href;
    if (new URL(url).origin !== origin) return url;
  }
  throw new Error('the provider sent us round in circles');
}

async function formOf(url: string, jar: Map<string, string>, login: string): Promise<URLSearchParams> {
  const response = await fetch(url, { headers: { cookie: cookieOf(jar) } });
  keepCookies(jar, response);
  const isLogin = (await response.text()).includes('value="login"');
  return new URLSearchParams(isLogin ? { prompt: 'login', login, password: 'any' } : { prompt: 'consent' });
}

function keepCookies(jar: Map<string, string>, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';', 1);
    const at = pair.indexOf('=');
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function cookieOf(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // as: a server that listens on a port has an address with one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
