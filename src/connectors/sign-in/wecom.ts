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
  textOf,
  withQuery,
  wrongCorp,
} from './oa-http.ts';
import type { Checked, ProviderSettings, SignInConnector, Vouched } from './sign-in-connector.ts';
import { TokenCache } from './token-cache.ts';

const service = { zh: '企业微信', en: 'WeCom' };
const usual = { login: 'https://login.work.weixin.qq.com', api: 'https://qyapi.weixin.qq.com' };

/**
 * 企业微信 for an app of the company's own: the page with the QR code, then `auth/getuserinfo`
 * (developer.work.weixin.qq.com/document/path/98151, /98177). An e-mail counts only as 企业邮箱 (`biz_mail`), which the company gives out.
 */
export function wecomConnector(fetching: GuardedFetch): SignInConnector {
  const tokens = new TokenCache();
  const ask = async (
    settings: ProviderSettings,
    path: string,
    query: Readonly<Record<string, string>>,
    body?: unknown,
  ) => {
    const call = async () => {
      const token = await appToken(settings);
      const url = `${baseOf(settings, usual.api)}/cgi-bin/${path}`;
      return (await askJson(fetching, { service, url, query: { access_token: token, ...query }, body })).answer;
    };
    const first = await call();
    if (!isStale(first)) return accepted(first);
    tokens.forget(keyOf(settings));
    return accepted(await call());
  };
  const appToken = (settings: ProviderSettings) =>
    tokens.get(keyOf(settings), async () => {
      const query = { corpid: corpOf(settings), corpsecret: secretOf(settings) };
      const url = `${baseOf(settings, usual.api)}/cgi-bin/gettoken`;
      const answer = accepted((await askJson(fetching, { service, url, query })).answer);
      return {
        token: filledIn(textOf(answer, 'access_token'), token),
        expiresInSeconds: Number(answer.expires_in) || 0,
      };
    });
  return {
    authorizeUrl: async (settings, { redirectUri, state }) =>
      withQuery(`${baseOf(settings, usual.login)}/wwlogin/sso/login`, {
        login_type: 'CorpApp',
        appid: corpOf(settings),
        agentid: filledIn(settings.agent, { zh: 'AgentId', en: 'The AgentId' }),
        redirect_uri: redirectUri,
        state,
      }),
    vouched: async (settings, { url }) => {
      const found = await ask(settings, 'auth/getuserinfo', { code: codeIn(service, url, 'code') });
      // Who is no member of the company has an `openid` instead.
      const userid = textOf(found, 'userid') ?? textOf(found, 'UserId');
      if (userid === null) throw wrongCorp(service);
      const ticket = textOf(found, 'user_ticket');
      const member = await ask(settings, 'user/get', { userid });
      const detail = ticket === null ? {} : await ask(settings, 'auth/getuserdetail', {}, { user_ticket: ticket });
      return vouchedFor(userid, { ...member, ...detail });
    },
    check: async (settings): Promise<Checked> => {
      tokens.forget(keyOf(settings));
      await appToken(settings);
      filledIn(settings.agent, { zh: 'AgentId', en: 'The AgentId' });
      return {
        facts: [{ zh: '企业 ID 和 Secret 被接受', en: 'Corp ID and secret are accepted' }],
        warnings: [domainNote],
      };
    },
  };
}

const token = { zh: '令牌', en: 'The token' };

const domainNote = {
  zh: '还要在企业微信后台把这台服务器的域名设为「企业微信授权登录」的回调域，并把服务器的 IP 加进可信 IP',
  en: 'Also enter this server’s domain as callback domain of the app’s web login, and its IP among the trusted ones',
};

function vouchedFor(userid: string, person: Answer): Vouched {
  const email = emailIn(textOf(person, 'biz_mail'));
  return {
    // WeCom ignores the case of user ids.
    subject: userid.toLowerCase(),
    name: textOf(person, 'name') ?? userid,
    verifiedEmail: email,
    hasUnverifiedEmail: email === null && textOf(person, 'email') !== null,
    groups: null,
  };
}

function corpOf({ corp }: ProviderSettings): string {
  return filledIn(corp, { zh: '企业 ID（CorpID）', en: 'The corp ID' });
}

function secretOf({ clientSecret }: ProviderSettings): string {
  return filledIn(clientSecret, { zh: 'Secret', en: 'The secret' });
}

function keyOf({ address, corp, clientSecret }: ProviderSettings): string {
  return JSON.stringify([address, corp, clientSecret]);
}

function isStale(answer: Answer): boolean {
  return [40014, 42001, 41001].includes(Number(answer.errcode));
}

function accepted(answer: Answer): Answer {
  const errcode = Number(answer.errcode ?? 0);
  if (errcode === 0) return answer;
  throw faultOf(service, String(errcode), meanings);
}

const meanings: Readonly<Record<string, Meaning>> = {
  40001: { reason: 'wrong_secret', words: { zh: 'Secret 不对', en: 'the secret is wrong' } },
  40013: { reason: 'wrong_secret', words: { zh: '企业 ID（CorpID）不对', en: 'the corp ID is wrong' } },
  40056: { reason: 'wrong_secret', words: { zh: 'AgentId 不对', en: 'the AgentId is wrong' } },
  40029: {
    reason: 'refused_code',
    words: { zh: '登录码用过了或已过期，请再登录一次', en: 'the code was used or is over; sign in again' },
  },
  45009: { reason: 'unreachable', words: { zh: '请求太频繁，请稍后再试', en: 'too many requests; try again later' } },
  48002: { reason: 'not_permitted', words: { zh: '这个应用没有接口权限', en: 'this app may not use the interface' } },
  50001: { reason: 'not_permitted', words: { zh: '回调域名没有登记', en: 'the callback domain is not registered' } },
  60011: {
    reason: 'not_permitted',
    words: { zh: '这个人不在应用的可见范围内', en: 'the person is outside the app’s visible range' },
  },
  60020: {
    reason: 'not_permitted',
    words: { zh: '这台服务器的 IP 不在可信 IP 里', en: 'this server’s IP is not among the trusted ones' },
  },
  60111: { reason: 'wrong_corp', words: { zh: '公司里没有这个成员', en: 'the company has no such member' } },
};
