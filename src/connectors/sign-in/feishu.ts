import { createHash } from 'node:crypto';
import type { GuardedFetch } from './guarded-fetch.ts';
import {
  type Answer,
  askJson,
  baseOf,
  codeIn,
  emailIn,
  faultOf,
  filledIn,
  type Meaning,
  partOf,
  textOf,
  withQuery,
  wrongCorp,
} from './oa-http.ts';
import type { Journey, ProviderSettings, SignInConnector, Vouched } from './sign-in-connector.ts';

const service = { zh: '飞书', en: 'Feishu' };
const usual = { login: 'https://accounts.feishu.cn', api: 'https://open.feishu.cn' };

/**
 * 飞书 for an app of the company's own: `authen/v1/authorize` with PKCE, `authen/v2/oauth/token`, `authen/v1/user_info`
 * (open.feishu.cn/document/authentication-management). An e-mail counts only as 企业邮箱 (`enterprise_email`); `tenant_key` is the company.
 */
export function feishuConnector(fetching: GuardedFetch): SignInConnector {
  return {
    authorizeUrl: async (settings, { redirectUri, state, codeVerifier }) =>
      withQuery(`${baseOf(settings, usual.login)}/open-apis/authen/v1/authorize`, {
        client_id: settings.client,
        response_type: 'code',
        redirect_uri: redirectUri,
        ...(settings.scopes === '' ? {} : { scope: settings.scopes }),
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
        state,
      }),
    vouched: async (settings, returned) => {
      const token = await userToken(fetching, settings, returned);
      const person = partOf(await ask(fetching, settings, { path: 'authen/v1/user_info', token }), 'data');
      if (textOf(person, 'tenant_key') !== tenantOf(settings)) throw wrongCorp(service);
      return vouchedFor(person);
    },
    check: async (settings) => {
      const token = await tenantToken(fetching, settings);
      const tenant = await ask(fetching, settings, { path: 'tenant/v2/tenant/query', token }).catch(() => null);
      return { facts: [accepted], warnings: tenant ? tenantNotes(tenant, settings) : [tenantUnknown] };
    },
  };
}

const accepted = { zh: 'App ID 和 App Secret 被接受', en: 'App ID and App Secret are accepted' };

const tenantUnknown = {
  zh: '应用没有「获取企业信息」权限，没能核对企业的 tenant_key；开通后再测试就会告诉你',
  en: 'The app may not read the company’s information, so the tenant key was not compared; grant it and test again',
};

function tenantNotes(answer: Answer, { corp }: ProviderSettings) {
  const key = textOf(partOf(partOf(answer, 'data'), 'tenant'), 'tenant_key');
  if (key === null || key === corp) return [];
  return [
    {
      zh: `这个应用所属企业的 tenant_key 是 ${key}，与填写的不同`,
      en: `The app belongs to the tenant ${key}, not to the one entered`,
    },
  ];
}

async function userToken(
  fetching: GuardedFetch,
  settings: ProviderSettings,
  { url, redirectUri, codeVerifier }: Journey & Readonly<{ url: URL }>,
): Promise<string> {
  const answer = await ask(fetching, settings, {
    path: 'authen/v2/oauth/token',
    body: {
      grant_type: 'authorization_code',
      client_id: settings.client,
      client_secret: secretOf(settings),
      code: codeIn(service, url, 'code'),
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
    },
  });
  return filledIn(textOf(answer, 'access_token'), { zh: '令牌', en: 'The token' });
}

/** Used for a test only, so it is not kept. */
async function tenantToken(fetching: GuardedFetch, settings: ProviderSettings): Promise<string> {
  tenantOf(settings);
  const body = { app_id: settings.client, app_secret: secretOf(settings) };
  const answer = await ask(fetching, settings, { path: 'auth/v3/tenant_access_token/internal', body });
  return filledIn(textOf(answer, 'tenant_access_token'), { zh: '令牌', en: 'The token' });
}

type Call = Readonly<{ path: string; token?: string; body?: unknown }>;

async function ask(fetching: GuardedFetch, settings: ProviderSettings, { path, token, body }: Call): Promise<Answer> {
  const url = `${baseOf(settings, usual.api)}/open-apis/${path}`;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { status, answer } = await askJson(fetching, { service, url, headers, body });
  const code = Number(answer.code ?? 0);
  if (code === 0 && status < 400) return answer;
  throw faultOf(service, code === 0 ? `HTTP ${status}` : String(code), meanings);
}

function vouchedFor(person: Answer): Vouched {
  const email = emailIn(textOf(person, 'enterprise_email'));
  // The same person in every app of the company; `open_id` would change with the app.
  const subject = filledIn(textOf(person, 'union_id'), { zh: 'union_id', en: 'The union_id' });
  return {
    subject,
    name: textOf(person, 'name') ?? textOf(person, 'en_name') ?? subject,
    verifiedEmail: email,
    hasUnverifiedEmail: email === null && textOf(person, 'email') !== null,
    groups: null,
  };
}

function tenantOf({ corp }: ProviderSettings): string {
  return filledIn(corp, { zh: '企业的 tenant_key', en: 'The tenant key' });
}

function secretOf({ clientSecret }: ProviderSettings): string {
  return filledIn(clientSecret, { zh: 'App Secret', en: 'The App Secret' });
}

const usedCode: Meaning = {
  reason: 'refused_code',
  words: { zh: '登录码用过了或已过期，请再登录一次', en: 'the code was used or is over; sign in again' },
};
const wrongSecret: Meaning = {
  reason: 'wrong_secret',
  words: { zh: 'App ID 或 App Secret 不对', en: 'App ID or App Secret is wrong' },
};

const meanings: Readonly<Record<string, Meaning>> = {
  10003: wrongSecret,
  10014: wrongSecret,
  20002: wrongSecret,
  20048: wrongSecret,
  20003: usedCode,
  20004: usedCode,
  20065: usedCode,
  20049: { reason: 'bad_token', words: { zh: 'PKCE 校验不通过', en: 'the PKCE check failed' } },
  20010: { reason: 'not_permitted', words: { zh: '这个人不在应用的可用范围内', en: 'the person may not use the app' } },
  20071: { reason: 'not_permitted', words: { zh: '回调地址没有登记', en: 'the return address is not registered' } },
  99991663: { reason: 'bad_token', words: { zh: '令牌无效', en: 'the token is not valid' } },
  99991672: {
    reason: 'not_permitted',
    words: { zh: '应用没有开通这项权限', en: 'the app does not have this permission' },
  },
};
