import 'server-only';
import { unescape } from 'node:querystring';
import { LRUCache } from 'lru-cache';
import { env } from './env';

// What is written out by whomever (our log, Next, next-auth, a library) passes here: the one place that knows what is secret.

const MASK = '***';
/** Shorter ones are words of every line. */
const KNOWN_MIN_CHARS = 8;
const KNOWN_MAX = 1000;

// On globalThis, since Next's bundles are other module instances of the same process.
const holder: typeof globalThis & { suncodeKnownSecrets?: LRUCache<string, readonly string[]> } = globalThis;
const known = () => (holder.suncodeKnownSecrets ??= new LRUCache({ max: KNOWN_MAX }));

/** The ways in which a value may stand in a text: as it is, in JSON, in an address. */
const written = (value: string): readonly string[] => [
  ...new Set([value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)]),
];

/** From here on this value is masked in whatever is written out. */
export function keepOutOfLogs(value: string | undefined): void {
  if (value === undefined || value.length < KNOWN_MIN_CHARS) return;
  // Looked for in each line: how it may be written is found out once. A value that is known is only moved to the front.
  if (known().get(value) === undefined) known().set(value, written(value));
}

/** What the environment holds; `lib/secrets.ts` adds its two. */
function keepEnvironmentOutOfLogs(): void {
  const { ADMIN_PASSWORD, WECHAT_APP_SECRET, BACKUP_PASSPHRASE, METRICS_TOKEN, ...rest } = env();
  const { OIDC_CLIENT_SECRET, WECOM_SECRET, DINGTALK_CLIENT_SECRET, FEISHU_APP_SECRET } = rest;
  const services = [OIDC_CLIENT_SECRET, WECOM_SECRET, DINGTALK_CLIENT_SECRET, FEISHU_APP_SECRET];
  const own = [ADMIN_PASSWORD, WECHAT_APP_SECRET, BACKUP_PASSPHRASE, METRICS_TOKEN, ...services];
  for (const value of own) keepOutOfLogs(value);
  for (const address of [rest.SMTP_URL, rest.DATABASE_URL, rest.STORAGE_URL]) {
    if (address === undefined) continue;
    const { password } = new URL(address);
    // Percent-encoded bytes need not be text; this one throws at none.
    for (const value of [password, unescape(password)]) keepOutOfLogs(value);
  }
}

const NAME = String.raw`(?:[\w-]{0,30}(?:password|passwd|passphrase|secret|token)|authorization|cookie|encryption_key\w*|x-amz-signature)`;

const RULES: readonly [RegExp, string][] = [
  [/\b((?:bearer|basic|auth plain)\s+)[\w+/=.~-]{8,}/gi, `$1${MASK}`],
  // "password":"two words", password: 'two words', also inside of a text that is JSON itself.
  [new RegExp(String.raw`(\b${NAME}(?:\\*["'])?\s*[=:]\s*)(\\*["']).*?\2`, 'gis'), `$1$2${MASK}$2`],
  // access_token=…, token=…, password: …
  [new RegExp(String.raw`(\b${NAME}\s*[=:]\s*)(?!\*\*\*)[^"'&\s,;}\\]+`, 'gi'), `$1${MASK}`],
  // API keys: which one it was can be read.
  [/\b(sck_[0-9A-Za-z]{10})_[0-9A-Za-z]+/g, `$1_${MASK}`],
  // Cookies that let somebody in, or prove something.
  [/((?:next-auth\.(?:session-token|csrf-token)|suncode-device-)[\w.-]*=)[^;\s"'\\]+/gi, `$1${MASK}`],
  // postgresql://user:password@host
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"']*:)[^\s/"']+(?=@)/gi, `$1${MASK}`],
  // Encrypted and signed tokens (JWE, JWS), and hashes of passwords.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g, MASK],
  [/\$argon2\w*\$[^\s"'\\]+/g, MASK],
];

/** A text without secrets: those that are known, and what stands where secrets stand. */
export function withoutSecrets(text: string): string {
  let result = text;
  for (const forms of known().values())
    for (const form of forms) if (result.includes(form)) result = result.replaceAll(form, MASK);
  return RULES.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), result);
}

type Write = NodeJS.WriteStream['write'];

function guard(stream: NodeJS.WriteStream): Write {
  const write: Write = stream.write.bind(stream);
  const guarded = (chunk: unknown, ...rest: unknown[]) => {
    const text = chunk instanceof Uint8Array ? Buffer.from(chunk).toString('utf8') : chunk;
    return Reflect.apply(write, stream, [typeof text === 'string' ? withoutSecrets(text) : chunk, ...rest]);
  };
  Object.assign(stream, { write: guarded });
  return write;
}

/**
 * Everything that this process prints goes through `withoutSecrets` from here on, by whatever library.
 * @returns prints a line as it is, for a link that somebody is meant to read there
 */
export function guardOutput(): (line: string) => void {
  keepEnvironmentOutOfLogs();
  guard(process.stderr);
  const write = guard(process.stdout);
  return (line) => void write(`${line}\n`);
}
