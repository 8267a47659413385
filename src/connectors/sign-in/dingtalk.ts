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
import type { ProviderSettings, SignInConnector, Vouched } from './sign-in-connector.ts';
import { TokenCache } from './token-cache.ts';

const service = { zh: '钉钉', en: 'DingTalk' };
const usual = {
  login: 'https://login.dingtalk.com',
  api: 'https://api.dingtalk.com',
  old: 'https://oapi.dingtalk.com',
};

/**
 * 钉钉 for an internal app of the company: `oauth2/auth`, `userAccessToken`, `contact/users/me`, then `getbyunionid` and `user/get` with
 * the app's own token, which know members of the company only (open.dingtalk.com/document/orgapp/tutorial-obtaining-user-personal-information).
 * An e-mail counts only as 企业邮箱 (`org_email`).
 */
export function dingtalkConnector(fetching: GuardedFetch): SignInConnector {
  const tokens = new TokenCache();
  const appToken = (settings: ProviderSettings) =>
    tokens.get(keyOf(settings), async () => {
      const url = `${baseOf(settings, usual.api)}/v1.0/oauth2/accessToken`;
      const body = { appKey: settings.client, appSecret: secretOf(settings) };
      const answer = accepted(await askJson(fetching, { service, url, body }));
      return { token: filledIn(textOf(answer, 'accessToken'), token), expiresInSeconds: Number(answer.expireIn) || 0 };
    });
  const askOld = async (settings: ProviderSettings, path: string, body: unknown): Promise<Answer> => {
    const call = async () => {
      const query = { access_token: await appToken(settings) };
      return await askJson(fetching, { service, url: `${baseOf(settings, usual.old)}/topapi/${path}`, query, body });
    };
    const first = await call();
    if (!isStale(first.answer)) return partOf(accepted(first), 'result');
    tokens.forget(keyOf(settings));
    return partOf(accepted(await call()), 'result');
  };
  return {
    authorizeUrl: async (settings, { redirectUri, state }) =>
      withQuery(`${baseOf(settings, usual.login)}/oauth2/auth`, {
        redirect_uri: redirectUri,
        response_type: 'code',
        client_id: settings.client,
        scope: 'openid corpid',
        prompt: 'consent',
        corpId: corpOf(settings),
        state,
      }),
    vouched: async (settings, { url }) => {
      // 钉钉 calls the code `authCode`; `code` comes from within its own app.
      const asker = await signedIn(fetching, settings, codeIn(service, url, 'authCode', 'code'));
      const found = await askOld(settings, 'user/getbyunionid', { unionid: asker.unionId });
      // contact_type 1 is somebody outside whom the company only knows.
      const userid = textOf(found, 'userid');
      if (userid === null || Number(found.contact_type) === 1) throw wrongCorp(service);
      return vouchedFor(userid, { ...asker.person, ...(await askOld(settings, 'v2/user/get', { userid })) });
    },
    check: async (settings) => {
      corpOf(settings);
      tokens.forget(keyOf(settings));
      await appToken(settings);
      return {
        facts: [{ zh: 'AppKey 和 AppSecret 被接受', en: 'AppKey and AppSecret are accepted' }],
        warnings: [rightsNote],
      };
    },
  };
}

const token = { zh: '令牌', en: 'The token' };

const rightsNote = {
  zh: '还要在应用里登记回调地址，并开通「通讯录个人信息读权限」「成员信息读权限」和「根据unionid获取用户」',
  en: 'Also register the return address with the app, and grant it to read members and their personal information',
};

async function signedIn(fetching: GuardedFetch, settings: ProviderSettings, code: string) {
  const base = `${baseOf(settings, usual.api)}/v1.0`;
  const body = { clientId: settings.client, clientSecret: secretOf(settings), code, grantType: 'authorization_code' };
  const tokens = accepted(await askJson(fetching, { service, url: `${base}/oauth2/userAccessToken`, body }));
  // The company that they chose when they signed in.
  const chosen = textOf(tokens, 'corpId');
  if (chosen !== null && chosen !== corpOf(settings)) throw wrongCorp(service);
  const headers = { 'x-acs-dingtalk-access-token': filledIn(textOf(tokens, 'accessToken'), token) };
  const person = accepted(await askJson(fetching, { service, url: `${base}/contact/users/me`, headers }));
  return { person, unionId: filledIn(textOf(person, 'unionId'), { zh: 'unionId', en: 'The unionId' }) };
}

function vouchedFor(userid: string, person: Answer): Vouched {
  const email = emailIn(textOf(person, 'org_email'));
  return {
    subject: userid,
    name: textOf(person, 'name') ?? textOf(person, 'nick') ?? userid,
    verifiedEmail: email,
    hasUnverifiedEmail: email === null && textOf(person, 'email') !== null,
    groups: null,
  };
}

function corpOf({ corp }: ProviderSettings): string {
  return filledIn(corp, { zh: '企业 CorpId', en: 'The CorpId' });
}

function secretOf({ clientSecret }: ProviderSettings): string {
  return filledIn(clientSecret, { zh: 'AppSecret', en: 'The AppSecret' });
}

function keyOf({ address, client, clientSecret }: ProviderSettings): string {
  return JSON.stringify([address, client, clientSecret]);
}

function isStale(answer: Answer): boolean {
  return [40014, 42001, 88].includes(Number(answer.errcode));
}

/** The older interface says `errcode`, the newer one a status of 4xx with `code`. */
function accepted({ status, answer }: Readonly<{ status: number; answer: Answer }>): Answer {
  const errcode = Number(answer.errcode ?? 0);
  if (errcode !== 0) throw faultOf(service, String(errcode), meanings);
  if (status >= 400) throw faultOf(service, textOf(answer, 'code') ?? `HTTP ${status}`, meanings);
  return answer;
}

const usedCode: Meaning = {
  reason: 'refused_code',
  words: { zh: '登录码用过了或已过期，请再登录一次', en: 'the code was used or is over; sign in again' },
};
const wrongSecret: Meaning = {
  reason: 'wrong_secret',
  words: { zh: 'AppKey 或 AppSecret 不对', en: 'AppKey or AppSecret is wrong' },
};
const noRight: Meaning = {
  reason: 'not_permitted',
  words: { zh: '应用没有开通这项权限', en: 'the app does not have this permission' },
};

const meanings: Readonly<Record<string, Meaning>> = {
  invalidAuthCode: usedCode,
  'invalidParameter.authCode.notFound': usedCode,
  'invalidParameter.authCode.expired': usedCode,
  40078: usedCode,
  invalidClientIdOrSecret: wrongSecret,
  'invalidParameter.clientId.notFound': wrongSecret,
  invalidParameter: wrongSecret,
  40089: wrongSecret,
  'Forbidden.AccessDenied.AccessTokenPermissionDenied': noRight,
  60011: noRight,
  60121: { reason: 'wrong_corp', words: { zh: '公司里没有这个人', en: 'the company has no such person' } },
  'Throttling.User': {
    reason: 'unreachable',
    words: { zh: '请求太频繁，请稍后再试', en: 'too many requests; try again later' },
  },
};
