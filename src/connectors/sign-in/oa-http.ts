import type { Bilingual } from '#shared/bilingual.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { type FaultReason, ProviderFault } from './provider-fault.ts';
import type { ProviderSettings } from './sign-in-connector.ts';

export type Answer = Readonly<Record<string, unknown>>;

type Asked = Readonly<{
  /** What the service is called, for messages. */
  service: Bilingual;
  url: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; without it, GET. */
  body?: unknown;
}>;

/** A call to one of the three services: JSON in and out, whatever the status; what is no JSON object is a fault. */
export async function askJson(fetching: GuardedFetch, asked: Asked): Promise<{ status: number; answer: Answer }> {
  const { service, url, query, headers, body } = asked;
  const response = await fetching(query ? withQuery(url, query) : url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json', ...(body === undefined ? {} : jsonHeader), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = objectIn(await response.text());
  if (answer && response.status < 500) return { status: response.status, answer };
  throw new ProviderFault('bad_answer', {
    zh: `${service.zh}没有正常应答（HTTP ${response.status}），请稍后再试`,
    en: `${service.en} did not answer as it should (HTTP ${response.status}); try again later`,
  });
}

const jsonHeader = { 'content-type': 'application/json; charset=utf-8' };

/** An address with what a service or a browser is to be told. */
export function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

function objectIn(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answer) : null;
  } catch {
    return null;
  }
}

/** The text under a name; null when there is none. */
export function textOf(answer: Answer, name: string): string | null {
  const value = answer[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The object under a name; empty when there is none. */
export function partOf(answer: Answer, name: string): Answer {
  const value = answer[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answer) : {};
}

/** What an error code of a service means, and what to do about it. */
export type Meaning = Readonly<{ reason: FaultReason; words: Bilingual }>;

/** The fault for an error code; codes without words of their own are named as they are. */
export function faultOf(service: Bilingual, code: string, meanings: Readonly<Record<string, Meaning>>): ProviderFault {
  const name = code.replace(/[^\w.-]/g, '').slice(0, 80) || '?';
  const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  if (!meaning) {
    return new ProviderFault('bad_answer', {
      zh: `${service.zh}返回错误 ${name}，请管理员到它的开放平台查这个错误码`,
      en: `${service.en} answered with error ${name}; an admin can look it up on its developer site`,
    });
  }
  const { reason, words } = meaning;
  return new ProviderFault(reason, {
    zh: `${service.zh}：${words.zh}（${name}）`,
    en: `${service.en}: ${words.en} (${name})`,
  });
}

/** Somebody who belongs to another company, or to none. */
export function wrongCorp(service: Bilingual): ProviderFault {
  return new ProviderFault('wrong_corp', {
    zh: `这个${service.zh}账号不属于你们公司，请换公司的账号登录`,
    en: `This ${service.en} account does not belong to your company; sign in with the company's`,
  });
}

/** The code that somebody brought back; without one they did not agree. */
export function codeIn(service: Bilingual, url: URL, ...names: readonly string[]): string {
  const code = names.map((name) => url.searchParams.get(name)).find((each) => each);
  if (code) return code;
  throw new ProviderFault('cancelled', {
    zh: `登录在${service.zh}那边取消了`,
    en: `The sign-in was cancelled at ${service.en}`,
  });
}

/** What must be filled in before a service can be asked. */
export function filledIn(value: string | null, name: Bilingual): string {
  if (value !== null && value !== '') return value;
  throw new ProviderFault('not_permitted', { zh: `还没有填${name.zh}`, en: `${name.en} is missing` });
}

/** The address of a service: the usual one, or another that an admin has set for all of it. */
export function baseOf({ address }: ProviderSettings, usual: string): string {
  return (address ?? usual).replace(/\/+$/, '');
}

/** Lower case, when it looks like an address. */
export function emailIn(text: string | null): string | null {
  return text !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text.toLowerCase() : null;
}
