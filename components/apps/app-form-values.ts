import type { AppSummary } from '@/lib/apps/queries';
import type { CreateAppInput, UpdateAppInput } from '@/lib/apps/schema';
import { PATH_MAX_BYTES } from '@/lib/wechat/limits';
import type { TokenMode } from '@/lib/wechat/token';

/** The form's state: flat, whatever the kind, so that switching the kind loses nothing that was typed. */
export type AppFormValues = {
  mode: 'LIVE' | 'SANDBOX';
  name: string;
  appId: string;
  appSecret: string;
  tokenMode: TokenMode;
  pathMaxBytes: number;
  quotaBaseline: number;
};

export const APP_FIELDS = [
  'name',
  'appId',
  'appSecret',
  'tokenMode',
  'pathMaxBytes',
  'quotaBaseline',
] as const;

export function initialValues(app: AppSummary | undefined): AppFormValues {
  const blank = { mode: 'LIVE' as const, name: '', appId: '', tokenMode: 'stable' as const };
  if (!app) return { ...blank, appSecret: '', pathMaxBytes: PATH_MAX_BYTES, quotaBaseline: 0 };
  const { mode, name, appId, tokenMode, pathMaxBytes, quotaBaseline } = app;
  return { mode, name, appId, appSecret: '', tokenMode, pathMaxBytes, quotaBaseline };
}

export function toCreateInput({ mode, appId, appSecret, ...settings }: AppFormValues): CreateAppInput {
  return mode === 'LIVE' ? { mode, appId, appSecret, ...settings } : { mode, ...settings };
}

export function toUpdateInput(values: AppFormValues): UpdateAppInput {
  const { name, appSecret, tokenMode, pathMaxBytes, quotaBaseline } = values;
  return { name, appSecret, tokenMode, pathMaxBytes, quotaBaseline };
}
