import { lookup as resolve } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type AddressRules, isProviderUrl, mayReach } from './address-rules.ts';
import { ProviderFault } from './provider-fault.ts';

/** Asks a server whose address an admin has written down; same shape as `fetch`. Throws `ProviderFault`. */
export type GuardedFetch = (url: string, init?: GuardedInit) => Promise<Response>;

/** The part of `RequestInit` that is understood. */
type GuardedInit = Readonly<{
  method?: string | undefined;
  headers?: HeadersInit | undefined;
  body?: unknown;
  signal?: AbortSignal | null | undefined;
}>;

type Options = AddressRules & Readonly<{ timeoutMs?: number; maxBytes?: number }>;

const usualTimeoutMs = 10_000;
const usualMaxBytes = 1_048_576;

/**
 * A fetch that reaches no further than it must: https (http on this machine only), no address of the cloud's own, none of the private
 * network unless that is allowed, judged when the connection is made; no redirects, a time limit, a size limit.
 */
export function createGuardedFetch(options: Options): GuardedFetch {
  return async (address, init = {}) => {
    const url = parsed(address, options);
    const timeoutMs = options.timeoutMs ?? usualTimeoutMs;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    try {
      const answer = await sent(url, { ...init, signal }, options);
      const body = await bodyOf(answer, { maxBytes: options.maxBytes ?? usualMaxBytes, host: url.host });
      return responseOf(answer, body);
    } catch (error) {
      if (error instanceof ProviderFault) throw error;
      if (signal.aborted) throw timedOut(url.host, timeoutMs);
      throw networkFault(url.host, error);
    }
  };
}

function parsed(address: string, rules: AddressRules): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !isProviderUrl(url)) {
    throw new ProviderFault('forbidden_address', {
      zh: `地址要以 https:// 开头（只有本机可以用 http），也不能带用户名：${shown(address)}`,
      en: `The address must begin with https:// (http only on this machine) and name no user: ${shown(address)}`,
    });
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // TRAP: an IP address is never looked up, so the guard below would not see it.
  if (isIP(host) !== 0 && !mayReach(host, rules)) throw forbidden(url.host);
  return url;
}

/** Without what could be a secret. */
function shown(address: string): string {
  return address.split(/[?#]/, 1)[0]?.slice(0, 200) ?? '';
}

type Sent = GuardedInit & Readonly<{ signal: AbortSignal }>;

function sent(url: URL, { method, headers, body, signal }: Sent, rules: AddressRules): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const asked: ClientRequest = send(url, {
      method: method ?? 'GET',
      headers: Object.fromEntries(new Headers(headers)),
      lookup: guardedLookup(rules),
      signal,
      agent: false,
    });
    asked.on('response', done).on('error', failed);
    asked.end(textOf(body));
  });
}

function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
  throw new TypeError('only text and forms are sent to sign-in providers');
}

/** The address that is judged is the one that is connected to: no second look-up can answer otherwise. */
function guardedLookup(rules: AddressRules): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, '', 0);
      const [first] = found;
      if (!first || !found.every(({ address }) => mayReach(address, rules))) return answer(forbidden(hostname), '', 0);
      return options.all ? answer(null, found) : answer(null, first.address, first.family);
    });
  };
}

async function bodyOf(answer: IncomingMessage, limit: Readonly<{ maxBytes: number; host: string }>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > limit.maxBytes) {
      answer.destroy();
      throw new ProviderFault('bad_answer', {
        zh: `${limit.host} 的应答太大，不像登录服务`,
        en: `${limit.host} answered with more than a sign-in provider would`,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function responseOf(answer: IncomingMessage, body: Buffer): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  const status = answer.statusCode ?? 502;
  const isEmpty = body.byteLength === 0 || [204, 205, 304].includes(status);
  return new Response(isEmpty ? null : new Uint8Array(body), { status, headers });
}

function forbidden(host: string): ProviderFault {
  return new ProviderFault('forbidden_address', {
    zh: `${host} 在内网或本机上；这台服务器开放试用注册，所以不访问那里，运维关掉试用（TRIAL_DAYS=0）才行`,
    en: `${host} lies in a private network or on this machine; strangers can open trials here, so it is not asked: the operator can set TRIAL_DAYS=0`,
  });
}

function timedOut(host: string, timeoutMs: number): ProviderFault {
  const seconds = Math.ceil(timeoutMs / 1000);
  return new ProviderFault('timeout', {
    zh: `${host} 在 ${seconds} 秒内没有应答，请稍后再试或检查网络`,
    en: `${host} did not answer within ${seconds} s; try again later or check the network`,
  });
}

function networkFault(host: string, error: unknown): ProviderFault {
  const code = String((error as { code?: unknown }).code ?? 'unknown');
  if (isTls(code)) {
    const words = {
      zh: `${host} 的 TLS 证书通不过检查（${code}）；自签或内部 CA 请让运维设 NODE_EXTRA_CA_CERTS`,
      en: `The TLS certificate of ${host} is not trusted (${code}); for an internal CA the operator sets NODE_EXTRA_CA_CERTS`,
    };
    return new ProviderFault('tls', words, { cause: error });
  }
  const words = {
    zh: `连不上 ${host}（${code}）；请检查地址、端口和这台服务器的网络`,
    en: `Cannot reach ${host} (${code}); check the address, the port and this server's network`,
  };
  return new ProviderFault('unreachable', words, { cause: error });
}

function isTls(code: string): boolean {
  return /CERT|SELF_SIGNED|VERIFY|^ERR_(SSL|TLS)|^EPROTO$/.test(code);
}
