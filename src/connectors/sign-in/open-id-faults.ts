import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { faultIn, ProviderFault } from './provider-fault.ts';

/** What openid-client's error means for the person who must do something about it. */
export function openIdFault(error: unknown, when: 'discovery' | 'return'): ProviderFault {
  const known = faultIn(error);
  if (known) return known;
  if (error instanceof AuthorizationResponseError) return refusedThere(error);
  if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError)
    return refusedRequest(error);
  if (error instanceof ClientError) return when === 'discovery' ? notDiscovered(error) : badToken(error);
  throw error;
}

function refusedThere(error: AuthorizationResponseError): ProviderFault {
  if (error.error === 'access_denied') {
    const words = { zh: '登录在对方那边取消或被拒绝了', en: 'The sign-in was cancelled or refused there' };
    return new ProviderFault('cancelled', words, { cause: error });
  }
  const words = {
    zh: `登录服务拒绝了请求（${named(error.error)}）；请管理员检查客户端的设置`,
    en: `The provider refused the request (${named(error.error)}); an admin should check the client's settings`,
  };
  return new ProviderFault('not_permitted', words, { cause: error });
}

function refusedRequest(error: ResponseBodyError | WWWAuthenticateChallengeError): ProviderFault {
  const name = error instanceof ResponseBodyError ? error.error : 'invalid_client';
  if (name === 'invalid_grant') {
    const words = { zh: '登录码已经用过或已经过期，请再登录一次', en: 'The code was used or is over; sign in again' };
    return new ProviderFault('refused_code', words, { cause: error });
  }
  if (name === 'invalid_client' || name === 'unauthorized_client') {
    const words = {
      zh: '登录服务不认这个客户端 ID 或密钥，请核对',
      en: 'The provider does not accept this client ID or secret; check both',
    };
    return new ProviderFault('wrong_secret', words, { cause: error });
  }
  const words = {
    zh: `登录服务拒绝了请求（${named(name)}）`,
    en: `The provider refused the request (${named(name)})`,
  };
  return new ProviderFault('not_permitted', words, { cause: error });
}

function notDiscovered(error: ClientError): ProviderFault {
  if (error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') {
    const words = {
      zh: '登录服务自称的签发者与填写的不同；请照它的 .well-known/openid-configuration 里的 issuer 逐字填写',
      en: 'The provider calls itself by another issuer; enter the "issuer" of its .well-known/openid-configuration letter by letter',
    };
    return new ProviderFault('wrong_issuer', words, { cause: error });
  }
  if (error.code === 'OAUTH_TIMEOUT') return slow(error);
  const words = {
    zh: '这个地址下没有 OpenID 配置（.well-known/openid-configuration）；请核对签发者',
    en: 'There is no OpenID configuration (.well-known/openid-configuration) under this address; check the issuer',
  };
  return new ProviderFault('bad_answer', words, { cause: error });
}

function badToken(error: ClientError): ProviderFault {
  if (error.code === 'OAUTH_TIMEOUT') return slow(error);
  const words = {
    zh: `登录服务的应答通不过检查（${named(error.code ?? 'unknown')}），没有让任何人进来`,
    en: `The provider's answer does not hold (${named(error.code ?? 'unknown')}); nobody was let in`,
  };
  return new ProviderFault('bad_token', words, { cause: error });
}

function slow(error: ClientError): ProviderFault {
  const words = { zh: '登录服务没有及时应答，请稍后再试', en: 'The provider did not answer in time; try again later' };
  return new ProviderFault('timeout', words, { cause: error });
}

/** What the other side wrote, as far as it can be shown. */
function named(text: string): string {
  return text.replace(/[^\w.-]/g, '').slice(0, 60);
}
