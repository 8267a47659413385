import { dingtalkConnector } from './dingtalk.ts';
import { feishuConnector } from './feishu.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { openIdConnector } from './open-id.ts';
import type { ProviderKind, SignInConnector } from './sign-in-connector.ts';
import { wecomConnector } from './wecom.ts';

export type SignInConnectors = Readonly<Record<ProviderKind, SignInConnector>>;

/** Every kind of sign-in provider, one line each. */
export function signInConnectors(fetching: GuardedFetch): SignInConnectors {
  return {
    oidc: openIdConnector(fetching),
    wecom: wecomConnector(fetching),
    dingtalk: dingtalkConnector(fetching),
    feishu: feishuConnector(fetching),
  };
}
