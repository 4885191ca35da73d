import { z } from 'zod';
import { lineSchema, textSchema } from '@/lib/input/schemas';
import {
  CALLS_PER_MINUTE_MAX,
  LIMITED_CODES_MAX,
  PATH_MAX_BYTES,
  PATH_MAX_BYTES_EXTENDED,
} from '@/lib/wechat/rules/limits';
import { RATE_PER_MINUTE_DEFAULT, TOKEN_MODES } from './choices';
import { isTokenUrl } from './token/token-url';

const APP_NAME_MAX_CHARS = 60;
const SECRET_MAX_CHARS = 128;
const TOKEN_URL_MAX_CHARS = 500;
const HEADER_NAME_MAX_CHARS = 100;
const HEADER_VALUE_MAX_CHARS = 2000;

/** Headers that HTTP itself writes; a second one breaks the request. */
const OWN_HEADERS = ['host', 'connection', 'content-length', 'transfer-encoding', 'accept'];

const quotaCount = z.number().int().min(0).max(LIMITED_CODES_MAX).default(0);

const settings = {
  name: lineSchema(APP_NAME_MAX_CHARS).min(1),
  tokenMode: z.enum(TOKEN_MODES).default('stable'),
  tokenUrl: lineSchema(TOKEN_URL_MAX_CHARS).default(''),
  tokenHeaderName: lineSchema(HEADER_NAME_MAX_CHARS).default(''),
  /** Empty keeps the one that is stored; the stored one is never shown. */
  tokenHeaderValue: textSchema(HEADER_VALUE_MAX_CHARS).trim().default(''),
  pathMaxBytes: z.number().int().min(PATH_MAX_BYTES).max(PATH_MAX_BYTES_EXTENDED).default(PATH_MAX_BYTES),
  quotaBaseline: quotaCount,
  quotaFloor: quotaCount,
  ratePerMinute: z.number().int().min(1).max(CALLS_PER_MINUTE_MAX).default(RATE_PER_MINUTE_DEFAULT),
};

type TokenSettings = {
  tokenMode: (typeof TOKEN_MODES)[number];
  tokenUrl: string;
  tokenHeaderName: string;
  tokenHeaderValue: string;
};

function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && !OWN_HEADERS.includes(name.toLowerCase());
}

type Check<T> = z.core.ParsePayload<T>;

function report<T>(
  ctx: Check<T>,
  field: string,
  key: 'required' | 'tokenUrl' | 'headerName' | 'headerValue' | 'secretIsAppId',
) {
  ctx.issues.push({ code: 'custom', input: ctx.value, path: [field], params: { key } });
}

/** Only mode `external` looks at the fields of the token server, so that switching back and forth loses none. */
function checkTokenServer(ctx: Check<TokenSettings>): void {
  const { tokenMode, tokenUrl, tokenHeaderName, tokenHeaderValue } = ctx.value;
  if (tokenMode !== 'external') return;
  if (tokenUrl === '') report(ctx, 'tokenUrl', 'required');
  else if (!isTokenUrl(tokenUrl)) report(ctx, 'tokenUrl', 'tokenUrl');
  if (tokenHeaderName !== '' && !isHeaderName(tokenHeaderName)) report(ctx, 'tokenHeaderName', 'headerName');
  if (tokenHeaderName === '' && tokenHeaderValue !== '') report(ctx, 'tokenHeaderName', 'required');
  if (!/^[\x20-\x7e]*$/.test(tokenHeaderValue)) report(ctx, 'tokenHeaderValue', 'headerValue');
}

/** WeChat's AppIDs are `wx` and 16 hexadecimal digits (contract §7, 40013 for anything else). */
const APP_ID = /^wx[0-9a-fA-F]{16}$/;
/** The other id that WeChat's console shows on the same page. */
const ORIGINAL_ID = /^gh_/i;

function appIdFault(value: string): 'required' | 'appIdOriginal' | 'appId' {
  if (value === '') return 'required';
  return ORIGINAL_ID.test(value) ? 'appIdOriginal' : 'appId';
}

const appId = lineSchema(APP_NAME_MAX_CHARS).superRefine((value, ctx) => {
  if (!APP_ID.test(value)) ctx.addIssue({ code: 'custom', params: { key: appIdFault(value) } });
});

const live = z
  .object({
    mode: z.literal('LIVE'),
    appId,
    /** Not needed where a token server holds it. */
    appSecret: lineSchema(SECRET_MAX_CHARS).default(''),
    ...settings,
  })
  .check(checkTokenServer)
  .check((ctx) => {
    if (ctx.value.tokenMode !== 'external' && ctx.value.appSecret === '')
      report(ctx, 'appSecret', 'required');
    if (APP_ID.test(ctx.value.appSecret)) report(ctx, 'appSecret', 'secretIsAppId');
  });

/** A live Mini Program that is tried before it is stored; `untested` stores it whatever came of that. */
export const connectAppSchema = z.object({ untested: z.boolean().default(false) }).and(live);
export type ConnectAppInput = z.input<typeof connectAppSchema>;
export type ParsedConnectApp = Omit<z.output<typeof connectAppSchema>, 'untested'>;

/** AppID and AppSecret of a sandbox Mini Program are made by us: they stand for nothing at WeChat. */
export const createAppSchema = z.discriminatedUnion('mode', [
  live,
  z.object({ mode: z.literal('SANDBOX'), ...settings }),
]);
export type CreateAppInput = z.input<typeof createAppSchema>;

/** An empty AppSecret keeps the one that is stored; the stored one is never shown. */
export const updateAppSchema = z
  .object({ appSecret: lineSchema(SECRET_MAX_CHARS).default(''), ...settings })
  .check(checkTokenServer);
export type UpdateAppInput = z.input<typeof updateAppSchema>;
