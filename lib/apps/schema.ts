import { z } from 'zod';
import { LIMITED_CODES_MAX, PATH_MAX_BYTES, PATH_MAX_BYTES_EXTENDED } from '@/lib/wechat/limits';

const APP_NAME_MAX_CHARS = 60;
const SECRET_MAX_CHARS = 128;

const name = z.string().trim().min(1).max(APP_NAME_MAX_CHARS);
const settings = {
  name,
  tokenMode: z.enum(['stable', 'token']).default('stable'),
  pathMaxBytes: z.number().int().min(PATH_MAX_BYTES).max(PATH_MAX_BYTES_EXTENDED).default(PATH_MAX_BYTES),
  quotaBaseline: z.number().int().min(0).max(LIMITED_CODES_MAX).default(0),
};

/** WeChat's AppIDs are `wx` and 16 hexadecimal digits (contract §7, 40013 for anything else). */
const appId = z
  .string()
  .trim()
  .superRefine((value, ctx) => {
    if (!/^wx[0-9a-fA-F]{16}$/.test(value))
      ctx.addIssue({ code: 'custom', params: { key: value === '' ? 'required' : 'appId' } });
  });

/** AppID and AppSecret of a sandbox Mini Program are made by us: they stand for nothing at WeChat. */
export const createAppSchema = z.discriminatedUnion('mode', [
  z.object({
    mode: z.literal('LIVE'),
    appId,
    appSecret: z.string().trim().min(1).max(SECRET_MAX_CHARS),
    ...settings,
  }),
  z.object({ mode: z.literal('SANDBOX'), ...settings }),
]);
export type CreateAppInput = z.input<typeof createAppSchema>;

/** An empty AppSecret keeps the one that is stored; the stored one is never shown. */
export const updateAppSchema = z.object({
  appSecret: z.string().trim().max(SECRET_MAX_CHARS).default(''),
  ...settings,
});
export type UpdateAppInput = z.input<typeof updateAppSchema>;
