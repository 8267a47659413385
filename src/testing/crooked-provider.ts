import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Record<string, unknown>;

/** An OpenID provider that says whatever a test wants: tokens that do not hold, discovery that lies. */
export type CrookedProvider = Readonly<{
  issuer: string;
  /** What is wrong with it now. */
  twist: {
    claims?: (claims: Claims) => Claims;
    header?: Claims;
    discovery?: Claims;
    token?: Readonly<{ status: number; body: Claims }>;
  };
  close: () => Promise<void>;
}>;

/** Starts one; the code that it accepts is the nonce to be put into the token. */
export async function crookedProvider(): Promise<CrookedProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' };
  const twist: CrookedProvider['twist'] = {};
  let issuer = '';
  const token = (nonce: string) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: 'salesboard', sub: 'mallory', nonce, iat: now, exp: now + 300 };
    const person = { name: 'Mallory', email: 'mallory@acme.test', email_verified: true };
    const all = { ...claims, ...person };
    const parts = [{ alg: 'RS256', kid: 'k', ...twist.header }, twist.claims?.(all) ?? all];
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
  };
  const answers: Readonly<Record<string, (body: URLSearchParams) => { status: number; body: Claims }>> = {
    '/.well-known/openid-configuration': () => ({ status: 200, body: { ...discovery(issuer), ...twist.discovery } }),
    '/jwks': () => ({ status: 200, body: { keys: [jwk] } }),
    '/token': (body) =>
      twist.token ?? {
        status: 200,
        body: { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: token(body.get('code') ?? '') },
      },
  };
  const server = createServer(async (request, response) => {
    const body = new URLSearchParams(Buffer.concat(await Array.fromAsync(request)).toString());
    const answer = answers[request.url ?? '']?.(body) ?? { status: 404, body: {} };
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // as: a server that listens on a port has an address with one.
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { issuer, twist, close };
}

function discovery(issuer: string): Claims {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}
