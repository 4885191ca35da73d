import { z } from 'zod';
import { optional, withDefault } from './env-values';
import { parseGroupRules } from './users/sign-in-services/group-rules';

// The variables of the sign-in services (lib/users/sign-in-services).

const RULES =
  'rules such as suncode-admins=ADMIN; shop-1=OPERATOR:wx0123456789abcdef, each a group, a role and the AppIDs it sees (all when none are named)';
const BASE_URL = 'an http(s) address without a trailing path';

export const SERVICE_ACCEPTS = {
  OIDC_ISSUER:
    'the http(s) address of an OpenID Connect issuer such as https://login.example.com, together with OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and APP_URL',
  OIDC_CLIENT_ID: 'the client ID that the issuer gave, together with OIDC_ISSUER',
  OIDC_CLIENT_SECRET: 'the client secret that the issuer gave, together with OIDC_ISSUER',
  OIDC_NAME: 'a name of 1 to 30 characters for the button',
  OIDC_GROUPS_CLAIM: 'the name of the claim that has the groups, such as groups',
  OIDC_GROUPS: RULES,
  WECOM_CORP_ID: 'the ID of the company at 企业微信, together with WECOM_AGENT_ID, WECOM_SECRET and APP_URL',
  WECOM_AGENT_ID: 'the AgentId of the app at 企业微信, together with WECOM_CORP_ID',
  WECOM_SECRET: 'the Secret of the app at 企业微信, together with WECOM_CORP_ID',
  WECOM_DEPARTMENTS: RULES.replace('suncode-admins', '1')
    .replace('shop-1', '12')
    .replace('group', 'department ID'),
  WECOM_API_BASE_URL: BASE_URL,
  DINGTALK_CLIENT_ID:
    'the Client ID of the app at 钉钉, together with DINGTALK_CLIENT_SECRET, DINGTALK_CORP_ID and APP_URL',
  DINGTALK_CLIENT_SECRET: 'the Client Secret of the app at 钉钉, together with DINGTALK_CLIENT_ID',
  DINGTALK_CORP_ID: 'the CorpId of the company at 钉钉, together with DINGTALK_CLIENT_ID',
  DINGTALK_API_BASE_URL: BASE_URL,
  FEISHU_APP_ID: 'the App ID of the app at 飞书, together with FEISHU_APP_SECRET and APP_URL',
  FEISHU_APP_SECRET: 'the App Secret of the app at 飞书, together with FEISHU_APP_ID',
  FEISHU_API_BASE_URL: BASE_URL,
  PASSWORD_SIGN_IN: 'on or off (off needs a sign-in service)',
} as const;

const word = z.string().min(1).max(500);
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const rules = z.string().transform((text, ctx) => {
  try {
    return parseGroupRules(text);
  } catch {
    ctx.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});

export const serviceShape = {
  OIDC_ISSUER: optional(z.url({ protocol: /^https?$/ })),
  OIDC_CLIENT_ID: optional(word),
  OIDC_CLIENT_SECRET: optional(word),
  OIDC_NAME: optional(z.string().trim().min(1).max(30)),
  OIDC_GROUPS_CLAIM: withDefault(word, 'groups'),
  OIDC_GROUPS: optional(rules),
  WECOM_CORP_ID: optional(word),
  WECOM_AGENT_ID: optional(word),
  WECOM_SECRET: optional(word),
  WECOM_DEPARTMENTS: optional(rules),
  WECOM_API_BASE_URL: withDefault(httpUrl, 'https://qyapi.weixin.qq.com'),
  DINGTALK_CLIENT_ID: optional(word),
  DINGTALK_CLIENT_SECRET: optional(word),
  DINGTALK_CORP_ID: optional(word),
  DINGTALK_API_BASE_URL: withDefault(httpUrl, 'https://api.dingtalk.com'),
  FEISHU_APP_ID: optional(word),
  FEISHU_APP_SECRET: optional(word),
  FEISHU_API_BASE_URL: withDefault(httpUrl, 'https://open.feishu.cn'),
  PASSWORD_SIGN_IN: withDefault(z.enum(['on', 'off']), 'on'),
};

/** What belongs together: with one of them the others are needed, and the address that people are led back to. */
const WHOLE = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET'],
  ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET', 'DINGTALK_CORP_ID'],
  ['FEISHU_APP_ID', 'FEISHU_APP_SECRET'],
] as const;

type Name = keyof typeof SERVICE_ACCEPTS;
type Given = Partial<Record<Name, unknown>>;

export const hasService = (given: Given) => WHOLE.some(([first]) => given[first] !== undefined);

export function requireWholeServices(
  given: Given,
  pair: (present: Name, missing: Name | 'APP_URL') => void,
): void {
  for (const names of WHOLE)
    for (const name of names) {
      if (given[name] === undefined) continue;
      for (const other of names) pair(name, other);
      pair(name, 'APP_URL');
    }
}
