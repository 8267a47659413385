import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type JsonServer, jsonServer } from '#testing/json-server.ts';
import { signInConnectors } from './connectors.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { ProviderFault } from './provider-fault.ts';
import type { ProviderKind, ProviderSettings } from './sign-in-connector.ts';

let service: JsonServer;

beforeAll(async () => {
  service = await jsonServer();
});
afterAll(() => service.close());
beforeEach(() => {
  service.routes.clear();
  service.asked.length = 0;
});

const journey = { redirectUri: 'https://sales.acme.test/back', state: 's', codeVerifier: 'v'.repeat(43), nonce: 'n' };

/** Connectors with nothing kept from another test. */
function fresh() {
  return signInConnectors(createGuardedFetch({ allowsPrivate: true, timeoutMs: 500, maxBytes: 10_000 }));
}

function settings(given: Partial<ProviderSettings> = {}): ProviderSettings {
  const nothing = { agent: '1000002', scopes: '', groupsClaim: null };
  return { address: service.url, client: 'app', clientSecret: 'secret', corp: 'ww1', ...nothing, ...given };
}

function comeBack(kind: ProviderKind, query: string, given = settings(), connectors = fresh()) {
  const url = new URL(`https://sales.acme.test/back?${query}&state=s`);
  return connectors[kind].vouched(given, { ...journey, url });
}

async function faultOf(attempt: Promise<unknown>): Promise<ProviderFault> {
  const error = await attempt.catch((caught: unknown) => caught);
  if (error instanceof ProviderFault) return error;
  throw new Error(`no fault of a provider but ${String(error)}`);
}

function wecomAnswers() {
  service.routes.set('/cgi-bin/gettoken', () => ({ errcode: 0, access_token: 't1', expires_in: 7200 }));
  service.routes.set('/cgi-bin/auth/getuserinfo', () => ({ errcode: 0, userid: 'ZhangSan', user_ticket: 'ticket' }));
  service.routes.set('/cgi-bin/user/get', () => ({ errcode: 0, userid: 'ZhangSan', name: '张三' }));
  service.routes.set('/cgi-bin/auth/getuserdetail', () => ({
    errcode: 0,
    biz_mail: 'Zhang@Acme.test',
    email: 'z@qq.com',
  }));
}

function dingtalkAnswers() {
  const person = { unionId: 'union-1', nick: '三哥', email: 'private@qq.com' };
  service.routes.set('/v1.0/oauth2/userAccessToken', () => ({ accessToken: 'user', corpId: 'ww1', expireIn: 7200 }));
  service.routes.set('/v1.0/contact/users/me', () => person);
  service.routes.set('/v1.0/oauth2/accessToken', () => ({ accessToken: 'app', expireIn: 7200 }));
  service.routes.set('/topapi/user/getbyunionid', () => ({
    errcode: 0,
    result: { userid: 'manager4220', contact_type: 0 },
  }));
  service.routes.set('/topapi/v2/user/get', () => ({
    errcode: 0,
    result: { name: '张三', org_email: 'zhang@acme.test' },
  }));
}

function feishuAnswers() {
  const data = {
    union_id: 'on_1',
    open_id: 'ou_1',
    name: '张三',
    enterprise_email: 'zhang@acme.test',
    tenant_key: 'ww1',
  };
  service.routes.set('/open-apis/authen/v2/oauth/token', () => ({ code: 0, access_token: 'user', expires_in: 7200 }));
  service.routes.set('/open-apis/authen/v1/user_info', () => ({ code: 0, msg: 'success', data }));
  const tenantToken = { code: 0, tenant_access_token: 'tenant', expire: 7200 };
  service.routes.set('/open-apis/auth/v3/tenant_access_token/internal', () => tenantToken);
}

describe('WeCom', () => {
  beforeEach(wecomAnswers);

  test('sends people to the page with the QR code of the app', async () => {
    const url = new URL(await fresh().wecom.authorizeUrl(settings({ address: null }), journey));
    expect(`${url.origin}${url.pathname}`).toBe('https://login.work.weixin.qq.com/wwlogin/sso/login');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      login_type: 'CorpApp',
      appid: 'ww1',
      agentid: '1000002',
      redirect_uri: 'https://sales.acme.test/back',
      state: 's',
    });
  });

  test('vouches for a member by user id, and for the company’s e-mail only', async () => {
    expect(await comeBack('wecom', 'code=c')).toEqual({
      subject: 'zhangsan',
      name: '张三',
      verifiedEmail: 'zhang@acme.test',
      hasUnverifiedEmail: false,
      groups: null,
    });
    service.routes.set('/cgi-bin/auth/getuserdetail', () => ({ errcode: 0, email: 'z@qq.com' }));
    expect(await comeBack('wecom', 'code=c')).toMatchObject({ verifiedEmail: null, hasUnverifiedEmail: true });
  });

  test('asks for the app’s token once, and anew when the service no longer takes it', async () => {
    const connectors = fresh();
    await comeBack('wecom', 'code=c', settings(), connectors);
    await comeBack('wecom', 'code=d', settings(), connectors);
    const tokens = () => service.asked.filter(({ path }) => path === '/cgi-bin/gettoken').length;
    expect(tokens()).toBe(1);
    service.routes.set('/cgi-bin/gettoken', () => ({ errcode: 0, access_token: 't2', expires_in: 7200 }));
    service.routes.set('/cgi-bin/auth/getuserinfo', ({ query }) =>
      query.get('access_token') === 't2' ? { errcode: 0, userid: 'li' } : { errcode: 42001, errmsg: 'expired' },
    );
    expect(await comeBack('wecom', 'code=e', settings(), connectors)).toMatchObject({ subject: 'li' });
    expect(tokens()).toBe(2);
  });

  test('somebody who is no member of the company does not come in', async () => {
    service.routes.set('/cgi-bin/auth/getuserinfo', () => ({ errcode: 0, openid: 'stranger' }));
    expect((await faultOf(comeBack('wecom', 'code=c'))).reason).toBe('wrong_corp');
  });

  test.each([
    [40029, 'refused_code'],
    [60020, 'not_permitted'],
    [99999, 'bad_answer'],
  ])('errcode %i is told in words', async (errcode, reason) => {
    service.routes.set('/cgi-bin/auth/getuserinfo', () => ({ errcode, errmsg: `secret t1, hint: [1]` }));
    const fault = await faultOf(comeBack('wecom', 'code=c'));
    expect(fault.reason).toBe(reason);
    expect(fault.words.zh).toContain(String(errcode));
    expect(JSON.stringify(fault.words)).not.toContain('t1');
  });

  test('a test of the connection finds a wrong secret', async () => {
    service.routes.set('/cgi-bin/gettoken', () => ({ errcode: 40001, errmsg: 'invalid credential' }));
    const fault = await faultOf(fresh().wecom.check(settings()));
    expect(fault.words).toEqual({ zh: '企业微信：Secret 不对（40001）', en: 'WeCom: the secret is wrong (40001)' });
  });
});

describe('DingTalk', () => {
  beforeEach(dingtalkAnswers);

  test('sends people to its page for the company', async () => {
    const url = new URL(await fresh().dingtalk.authorizeUrl(settings({ address: null }), journey));
    expect(`${url.origin}${url.pathname}`).toBe('https://login.dingtalk.com/oauth2/auth');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'app',
      corpId: 'ww1',
      scope: 'openid corpid',
    });
  });

  test('vouches for a member by their id in the company, and for the company’s e-mail only', async () => {
    expect(await comeBack('dingtalk', 'authCode=c')).toEqual({
      subject: 'manager4220',
      name: '张三',
      verifiedEmail: 'zhang@acme.test',
      hasUnverifiedEmail: false,
      groups: null,
    });
    const [first] = service.asked;
    expect(first?.body).toEqual({
      clientId: 'app',
      clientSecret: 'secret',
      code: 'c',
      grantType: 'authorization_code',
    });
  });

  test('who chose another company, or whom this one only knows from outside, does not come in', async () => {
    service.routes.set('/topapi/user/getbyunionid', () => ({ errcode: 0, result: { userid: 'x', contact_type: 1 } }));
    expect((await faultOf(comeBack('dingtalk', 'authCode=c'))).reason).toBe('wrong_corp');
    service.routes.set('/topapi/user/getbyunionid', () => ({ errcode: 60121, errmsg: '找不到该用户' }));
    expect((await faultOf(comeBack('dingtalk', 'authCode=c'))).reason).toBe('wrong_corp');
    service.routes.set('/v1.0/oauth2/userAccessToken', () => ({ accessToken: 'user', corpId: 'other' }));
    expect((await faultOf(comeBack('dingtalk', 'authCode=c'))).reason).toBe('wrong_corp');
  });

  test('an error of the newer interface, which is a status and a name, is told in words', async () => {
    service.routes.set('/v1.0/oauth2/userAccessToken', (_asked, response) => {
      response.statusCode = 400;
      return { code: 'invalidParameter.authCode.notFound', message: '不合法的临时授权码', requestid: '1' };
    });
    expect((await faultOf(comeBack('dingtalk', 'authCode=c'))).reason).toBe('refused_code');
  });
});

describe('Feishu', () => {
  beforeEach(feishuAnswers);

  test('sends people to its page with a challenge, and the verifier along with the code', async () => {
    const url = new URL(await fresh().feishu.authorizeUrl(settings({ address: null }), journey));
    expect(`${url.origin}${url.pathname}`).toBe('https://accounts.feishu.cn/open-apis/authen/v1/authorize');
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    await comeBack('feishu', 'code=c');
    expect(service.asked[0]?.body).toMatchObject({ code: 'c', code_verifier: journey.codeVerifier, client_id: 'app' });
    expect(service.asked[1]?.headers.authorization).toBe('Bearer user');
  });

  test('vouches for somebody of the tenant, and for the company’s e-mail only', async () => {
    expect(await comeBack('feishu', 'code=c')).toMatchObject({ subject: 'on_1', verifiedEmail: 'zhang@acme.test' });
    expect((await faultOf(comeBack('feishu', 'code=c', settings({ corp: 'other' })))).reason).toBe('wrong_corp');
  });

  test('an error of its token endpoint is told in words', async () => {
    service.routes.set('/open-apis/authen/v2/oauth/token', (_asked, response) => {
      response.statusCode = 400;
      return { code: 20003, error: 'invalid_grant', error_description: 'The authorization code is invalid' };
    });
    expect((await faultOf(comeBack('feishu', 'code=c'))).reason).toBe('refused_code');
  });

  test('a test of the connection says which tenant the app belongs to', async () => {
    const tenant = { code: 0, data: { tenant: { tenant_key: 'another' } } };
    service.routes.set('/open-apis/tenant/v2/tenant/query', () => tenant);
    const { warnings } = await fresh().feishu.check(settings());
    expect(warnings[0]?.en).toContain('another');
  });
});

describe.each([
  ['wecom', 'code=c', '/cgi-bin/gettoken'],
  ['dingtalk', 'authCode=c', '/v1.0/oauth2/userAccessToken'],
  ['feishu', 'code=c', '/open-apis/authen/v2/oauth/token'],
] as const)('%s that misbehaves', (kind, query, path) => {
  test('with a server error', async () => {
    service.routes.set(path, (_asked, response) => {
      response.statusCode = 500;
      return { errcode: -1 };
    });
    expect((await faultOf(comeBack(kind, query))).reason).toBe('bad_answer');
  });

  test('with what is no JSON', async () => {
    service.routes.set(path, (_asked, response) => void response.end('<html>maintenance</html>'));
    expect((await faultOf(comeBack(kind, query))).reason).toBe('bad_answer');
  });

  test('with silence', async () => {
    service.routes.set(path, () => undefined);
    expect((await faultOf(comeBack(kind, query))).reason).toBe('timeout');
  });

  test('with an answer without end', async () => {
    service.routes.set(path, (_asked, response) => void response.end(`"${'x'.repeat(20_000)}"`));
    expect((await faultOf(comeBack(kind, query))).reason).toBe('bad_answer');
  });

  test('with a redirect to somewhere else', async () => {
    service.routes.set(
      path,
      (_asked, response) => void response.writeHead(302, { location: `${service.url}/x` }).end(),
    );
    expect((await faultOf(comeBack(kind, query))).reason).toBe('bad_answer');
    expect(service.asked.map((asked) => asked.path)).toEqual([path]);
  });

  test('or somebody who cancels there', async () => {
    expect((await faultOf(comeBack(kind, 'error=access_denied'))).reason).toBe('cancelled');
    expect(service.asked).toEqual([]);
  });
});
