import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { env } from '@/lib/env';
import type { Checks } from './ask-service';
import { dingtalkService } from './dingtalk';
import { feishuService } from './feishu';
import type { GroupRule } from './group-rules';
import { oidcChecks, oidcProvider, withoutSlash } from './oidc';
import { SERVICE_IDS, type ServiceId } from './service-ids';
import { wecomService } from './wecom';

/** A service by which people sign in, as the environment has set it up. */
export type SignInService = {
  id: ServiceId;
  /** What the team calls it; null for those that have a name of their own (`signIn.services`). */
  name: string | null;
  /** What stands beside `subject` in the row of who has come by it. */
  issuer: string;
  /** What has to be entered there as the place that people are led back to. */
  callbackUrl: string;
  /** Who comes in by it and as what, where groups or departments say so; null where they do not. */
  rules: readonly GroupRule[] | null;
  /** For next-auth. @throws ServiceError when it has to be asked how it is talked to, and does not say */
  provider: () => Promise<NextAuthOptions['providers'][number]>;
  /** What can be tried without anybody signing in, in this order. */
  checks: Checks;
};

type Made = Omit<SignInService, 'id' | 'callbackUrl' | 'name' | 'rules'> &
  Partial<Pick<SignInService, 'name' | 'rules'>>;

/** Null for one that is not set up. What belongs together is there together (lib/env-services.ts). */
const MAKERS: Record<ServiceId, (callbackUrl: string) => Made | null> = {
  wecom: () => {
    const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId = '', WECOM_SECRET: secret = '', ...rest } = env();
    if (corpId === undefined) return null;
    const service = wecomService({ corpId, agentId, secret, api: rest.WECOM_API_BASE_URL });
    return { ...service, rules: rest.WECOM_DEPARTMENTS ?? null };
  },
  dingtalk: () => {
    const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret = '', ...rest } = env();
    const { DINGTALK_CORP_ID: corpId = '', DINGTALK_API_BASE_URL: api } = rest;
    return clientId === undefined ? null : dingtalkService({ clientId, clientSecret, corpId, api });
  },
  feishu: () => {
    const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret = '', FEISHU_API_BASE_URL: api } = env();
    return appId === undefined ? null : feishuService({ appId, appSecret, api });
  },
  oidc: (callbackUrl) => {
    const {
      OIDC_ISSUER,
      OIDC_CLIENT_ID: clientId = '',
      OIDC_CLIENT_SECRET: clientSecret = '',
      ...rest
    } = env();
    if (OIDC_ISSUER === undefined) return null;
    const issuer = withoutSlash(OIDC_ISSUER);
    const settings = { issuer, clientId, clientSecret, groupsClaim: rest.OIDC_GROUPS_CLAIM };
    return {
      ...{ issuer, name: rest.OIDC_NAME ?? new URL(issuer).hostname, rules: rest.OIDC_GROUPS ?? null },
      provider: () => oidcProvider(settings),
      checks: oidcChecks(settings, callbackUrl),
    };
  },
};

/** All that are set up, in the order of their buttons. */
export function signInServices(): SignInService[] {
  return SERVICE_IDS.flatMap((id) => {
    const callbackUrl = `${env().APP_URL ?? ''}/api/auth/callback/${id}`;
    const made = MAKERS[id](callbackUrl);
    return made ? [{ name: null, rules: null, ...made, id, callbackUrl }] : [];
  });
}

export function findService(id: unknown): SignInService | undefined {
  return signInServices().find((service) => service.id === id);
}

const LABELS: Record<Exclude<ServiceId, 'oidc'>, string> = {
  wecom: '企业微信',
  dingtalk: '钉钉',
  feishu: '飞书',
};

/** What records call it, whose language nobody chooses. */
export function labelOf({ id, name }: SignInService): string {
  return name ?? (id === 'oidc' ? id : LABELS[id]);
}
