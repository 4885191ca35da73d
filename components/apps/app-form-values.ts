import { RATE_PER_MINUTE_DEFAULT, type TOKEN_MODES } from '@/lib/apps/choices';
import type { AppSummary } from '@/lib/apps/queries';
import type { ConnectAppInput, CreateAppInput, UpdateAppInput } from '@/lib/apps/schema';
import { PATH_MAX_BYTES } from '@/lib/wechat/rules/limits';

/** The form's state: flat, whatever the kind, so that switching the kind loses nothing that was typed. */
export type AppFormValues = {
  mode: 'LIVE' | 'SANDBOX';
  name: string;
  appId: string;
  appSecret: string;
  tokenMode: (typeof TOKEN_MODES)[number];
  tokenUrl: string;
  tokenHeaderName: string;
  tokenHeaderValue: string;
  pathMaxBytes: number;
  quotaBaseline: number;
  quotaFloor: number;
  ratePerMinute: number;
};

export const APP_FIELDS = [
  'name',
  'appId',
  'appSecret',
  'tokenMode',
  'tokenUrl',
  'tokenHeaderName',
  'tokenHeaderValue',
  'pathMaxBytes',
  'quotaBaseline',
  'quotaFloor',
  'ratePerMinute',
] as const;

const BLANK: AppFormValues = {
  mode: 'LIVE',
  name: '',
  appId: '',
  appSecret: '',
  tokenMode: 'stable',
  tokenUrl: '',
  tokenHeaderName: '',
  tokenHeaderValue: '',
  pathMaxBytes: PATH_MAX_BYTES,
  quotaBaseline: 0,
  quotaFloor: 0,
  ratePerMinute: RATE_PER_MINUTE_DEFAULT,
};

/** Secrets are never sent to the browser, so their fields begin empty, which keeps what is stored. */
export function initialValues(app: AppSummary | undefined): AppFormValues {
  if (!app) return BLANK;
  const { mode, name, appId, tokenMode, pathMaxBytes, quotaBaseline, quotaFloor, ratePerMinute } = app;
  const server = { tokenUrl: app.tokenUrl ?? '', tokenHeaderName: app.tokenHeaderName ?? '' };
  const limits = { pathMaxBytes, quotaBaseline, quotaFloor, ratePerMinute };
  return { ...BLANK, ...server, ...limits, mode, name, appId, tokenMode };
}

/** @param untested keeps it whatever WeChat says */
export function toConnectInput(values: AppFormValues, untested: boolean): ConnectAppInput {
  return { ...values, mode: 'LIVE', untested };
}

export function toSandboxInput({ name }: AppFormValues): CreateAppInput {
  return { mode: 'SANDBOX', name };
}

export function toUpdateInput(values: AppFormValues): UpdateAppInput {
  const { name, appSecret, tokenMode, tokenUrl, tokenHeaderName, tokenHeaderValue } = values;
  const { pathMaxBytes, quotaBaseline, quotaFloor, ratePerMinute } = values;
  const server = { tokenMode, tokenUrl, tokenHeaderName, tokenHeaderValue };
  return { name, appSecret, ...server, pathMaxBytes, quotaBaseline, quotaFloor, ratePerMinute };
}
