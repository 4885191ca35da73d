import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { parseTrust } from './http/client-address';
import { parseNetworks, partsOf } from './http/networks';
import { hasService, requireWholeServices, serviceShape, SERVICE_ACCEPTS } from './env-services';
import { optional, withDefault } from './env-values';
import { unencodedCharacter } from './address-password';

/** The only place that reads `process.env`. Every variable is optional; `.env.example` explains each one. */

const ACCEPTS = {
  PORT: 'a port number from 1 to 65535',
  DATA_DIR: 'the path of a folder',
  DATABASE_URL: 'a PostgreSQL address such as postgresql://user:password@host:5432/suncode',
  STORAGE_URL:
    'an S3 address such as s3://key:secret@host/bucket?region=cn-north-1&endpoint=https://…&addressing=virtual',
  APP_URL: 'the http(s) address at which people open Suncode, such as https://codes.example.com',
  LIVE_URL:
    'the http(s) address at which Mini Programs ask for live codes, such as https://m.example.com, of another host than APP_URL',
  HSTS_SUBDOMAINS: 'on or off',
  TRUSTED_PROXIES:
    'a number of hops (1 to 32), or addresses, ranges and the names loopback, linklocal, uniquelocal, separated by commas',
  ALLOW_PRIVATE_NETWORKS:
    'addresses, ranges such as 10.0.0.0/8 and the names loopback, linklocal, uniquelocal, separated by commas',
  SMTP_URL:
    'an address of a mail server such as smtps://user:password@smtp.example.com:465, together with MAIL_FROM and APP_URL',
  MAIL_FROM: 'the sender of letters, such as codes@example.com or Suncode <codes@example.com>',
  SESSION_IDLE_HOURS: 'a number of hours from 1 to 8760, not more than SESSION_MAX_HOURS',
  SESSION_MAX_HOURS: 'a number of hours from 1 to 8760',
  AUTH_SECRET: 'at least 32 characters',
  ENCRYPTION_KEY: '64 hexadecimal digits (32 bytes); `openssl rand -hex 32` makes one',
  ENCRYPTION_KEY_OLD: 'the ENCRYPTION_KEYs from before, separated by commas: 64 hexadecimal digits each',
  ADMIN_EMAIL: 'an e-mail address, together with ADMIN_PASSWORD',
  ADMIN_PASSWORD: 'at least 10 characters and hard to guess, together with ADMIN_EMAIL',
  WECHAT_APP_ID:
    'a Mini Program AppID: wx followed by 16 hexadecimal digits, together with WECHAT_APP_SECRET',
  WECHAT_APP_SECRET: 'the AppSecret of WECHAT_APP_ID',
  WECHAT_APP_NAME: 'a name of 1 to 60 characters',
  WECHAT_API_BASE_URL: 'an http(s) address without a trailing path, such as https://api.weixin.qq.com',
  BACKUP_PASSPHRASE: '12 to 200 characters',
  BACKUP_DIR: 'the path of a folder',
  BACKUP_URL:
    'an S3 address such as s3://key:secret@host/bucket/folder?region=cn-north-1&endpoint=https://…&addressing=virtual',
  BACKUP_EVERY_DAYS: 'a number of days from 0 (never) to 30',
  BACKUP_KEEP: 'a number from 1 to 365',
  ...SERVICE_ACCEPTS,
  SANDBOX: 'on or off',
  WORKER_MODE: 'inline, external or off (external needs DATABASE_URL)',
  DRAIN_SECONDS: 'a number from 0 to 60',
  METRICS_TOKEN: '16 to 200 letters, digits and - . _ ~ + / =, such as `openssl rand -hex 32` makes',
  METRICS_PORT: 'a port number from 1 to 65535',
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'the http(s) address of an OpenTelemetry collector, such as http://127.0.0.1:4318',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT:
    'the http(s) address of a collector with its path, such as http://127.0.0.1:4318/v1/traces',
  LOG_LEVEL: 'silent, error, warn, info or debug',
  DEV_PAGES: 'on or off',
} as const;

type Variable = keyof typeof ACCEPTS;

const port = z.coerce.number().int().min(1).max(65535);
const hours = z.coerce.number().int().min(1).max(8760);

/** Whether a value can be read, which its reader says by not throwing. */
const readBy = (read: (value: string) => unknown) => (value: string) => {
  try {
    read(value);
    return true;
  } catch {
    return false;
  }
};

/** An address with a password in it: what a person must change about that is said, the password is not. */
const withPassword = (schema: z.ZodURL) =>
  z
    .string()
    .superRefine((address, ctx) => {
      const message = unencodedCharacter(address);
      if (message) ctx.addIssue({ code: 'custom', message, params: { said: true }, continue: false });
    })
    .pipe(schema);

/** A parameter that nobody reads would be a setting that somebody believes in. */
const BUCKET_URL = /^[^?]*(?:\?(?:(?:region|endpoint)=[^&]+|addressing=(?:path|virtual)|&)*)?$/;
const bucketUrl = withPassword(z.url({ protocol: /^s3$/ }).regex(BUCKET_URL));

/** `a@b.example`, or a name before it: `Suncode <a@b.example>`; nothing that could begin a header of its own. */
const SENDER = /^(?:[^<>\r\n@]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/;

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const encryptionKey = z.string().regex(/^[0-9a-fA-F]{64}$/);
const listOf = (text: string) => text.split(',').map((part) => part.trim());

const schema = z
  .object({
    PORT: withDefault(port, 3000),
    DATA_DIR: withDefault(z.string(), './data'),
    DATABASE_URL: optional(withPassword(z.url({ protocol: /^postgres(ql)?$/ }))),
    STORAGE_URL: optional(bucketUrl),
    APP_URL: optional(httpUrl),
    LIVE_URL: optional(httpUrl),
    HSTS_SUBDOMAINS: withDefault(z.enum(['on', 'off']), 'off'),
    TRUSTED_PROXIES: optional(z.string().refine(readBy(parseTrust))),
    ALLOW_PRIVATE_NETWORKS: optional(z.string().refine(readBy((value) => parseNetworks(partsOf(value))))),
    SMTP_URL: optional(withPassword(z.url({ protocol: /^smtps?$/ }))),
    MAIL_FROM: optional(z.string().trim().regex(SENDER)),
    SESSION_IDLE_HOURS: withDefault(hours, 7 * 24),
    SESSION_MAX_HOURS: withDefault(hours, 30 * 24),
    AUTH_SECRET: optional(z.string().min(32)),
    ENCRYPTION_KEY: optional(encryptionKey),
    ENCRYPTION_KEY_OLD: optional(z.string().transform(listOf).pipe(z.array(encryptionKey))),
    ADMIN_EMAIL: optional(z.email()),
    ADMIN_PASSWORD: optional(z.string().min(10)),
    WECHAT_APP_ID: optional(z.string().regex(/^wx[0-9a-fA-F]{16}$/)),
    WECHAT_APP_SECRET: optional(z.string().min(1)),
    WECHAT_APP_NAME: optional(z.string().trim().min(1).max(60)),
    WECHAT_API_BASE_URL: withDefault(httpUrl, 'https://api.weixin.qq.com'),
    BACKUP_PASSPHRASE: optional(z.string().min(12).max(200)),
    BACKUP_DIR: optional(z.string().transform((path) => resolve(path))),
    BACKUP_URL: optional(bucketUrl),
    BACKUP_EVERY_DAYS: withDefault(z.coerce.number().int().min(0).max(30), 0),
    BACKUP_KEEP: withDefault(z.coerce.number().int().min(1).max(365), 7),
    ...serviceShape,
    SANDBOX: withDefault(z.enum(['on', 'off']), 'on'),
    WORKER_MODE: withDefault(z.enum(['inline', 'external', 'off']), 'inline'),
    DRAIN_SECONDS: withDefault(z.coerce.number().int().min(0).max(60), 0),
    METRICS_TOKEN: optional(z.string().regex(/^[\w.~+/=-]{16,200}$/)),
    METRICS_PORT: optional(port),
    OTEL_EXPORTER_OTLP_ENDPOINT: optional(httpUrl),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optional(httpUrl),
    LOG_LEVEL: withDefault(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
    DEV_PAGES: withDefault(z.enum(['on', 'off']), 'off'),
  })
  .superRefine(({ BACKUP_DIR, BACKUP_URL }, ctx) => {
    if (BACKUP_DIR !== undefined && BACKUP_URL !== undefined)
      ctx.addIssue({ code: 'custom', path: ['BACKUP_URL'], message: 'beside BACKUP_DIR' });
  })
  .superRefine((env, ctx) => {
    const pair = (present: Variable, missing: Variable) => {
      if (env[present] !== undefined && env[missing] === undefined)
        ctx.addIssue({ code: 'custom', path: [missing], message: `missing beside ${present}` });
    };
    pair('SMTP_URL', 'MAIL_FROM');
    // Links in letters lead to it: what a request calls this server may be made up.
    pair('SMTP_URL', 'APP_URL');
    // Nothing else is answered there.
    pair('LIVE_URL', 'APP_URL');
    if (env.LIVE_URL && env.APP_URL && new URL(env.LIVE_URL).host === new URL(env.APP_URL).host)
      ctx.addIssue({ code: 'custom', path: ['LIVE_URL'], message: 'of the host of APP_URL' });
    pair('ADMIN_EMAIL', 'ADMIN_PASSWORD');
    pair('ADMIN_PASSWORD', 'ADMIN_EMAIL');
    pair('WECHAT_APP_ID', 'WECHAT_APP_SECRET');
    pair('WECHAT_APP_SECRET', 'WECHAT_APP_ID');
    requireWholeServices(env, pair);
    if (env.PASSWORD_SIGN_IN === 'off' && !hasService(env))
      ctx.addIssue({ code: 'custom', path: ['PASSWORD_SIGN_IN'], message: 'off without a service' });
    if (env.SESSION_IDLE_HOURS > env.SESSION_MAX_HOURS)
      ctx.addIssue({ code: 'custom', path: ['SESSION_IDLE_HOURS'], message: 'after the absolute end' });
    if (env.WORKER_MODE === 'external' && env.DATABASE_URL === undefined)
      ctx.addIssue({ code: 'custom', path: ['WORKER_MODE'], message: 'external without DATABASE_URL' });
  })
  .transform((env) => ({
    ...env,
    DATA_DIR: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : resolve(env.DATA_DIR),
  }));

export type Env = z.output<typeof schema>;

export class EnvError extends Error {
  override readonly name = 'EnvError';
}

function isVariable(name: unknown): name is Variable {
  return typeof name === 'string' && name in ACCEPTS;
}

/** People copy lines of env files whole: quotes around a value and space at its ends are no part of it. */
function unquoted(value: string | undefined): string | undefined {
  const text = value?.trim();
  return /^(["']).*\1$/s.test(text ?? '') && text !== undefined && text.length > 1 ? text.slice(1, -1) : text;
}

type Issue = z.core.$ZodIssue;

function sentence(name: Variable, issues: Issue[]): string {
  const said = issues.find((issue) => issue.code === 'custom' && issue.params?.said === true);
  return said ? `${name}: ${said.message}.` : `${name} must be ${ACCEPTS[name]}.`;
}

/**
 * Checks a set of environment variables.
 * @throws EnvError with one sentence per bad variable: its name and what it accepts, never its value (it may be a secret).
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const plain = Object.fromEntries(Object.keys(ACCEPTS).map((name) => [name, unquoted(variables[name])]));
  const result = schema.safeParse(plain);
  if (result.success) return result.data;
  const { issues } = result.error;
  const names = new Set(issues.map((issue) => issue.path[0]).filter(isVariable));
  const sentences = [...names].map((name) =>
    sentence(
      name,
      issues.filter((issue) => issue.path[0] === name),
    ),
  );
  throw new EnvError(sentences.join('\n'));
}

let cached: Env | undefined;

export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
