import { Writable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { request } from 'undici';
import { decrypt, encrypt } from './encryption';
import { newLog } from './log';
import { keepOutOfLogs, withoutSecrets } from './redaction';
import { secrets } from './secrets';
import { newLinkToken } from './users/link-token';

const TOKEN = '90_canary-access-token-of-an-hour';
const SECRET = 'canary"secret with all\\ sorts';

/** What the log writes of something at a level. */
function logged(level: 'debug' | 'info' | 'warn' | 'error' | 'fatal', bound: object, message = 'x'): string {
  let text = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  newLog('debug', stream)[level](bound, message);
  expect(text).toMatch(/^\{.*\}\n$/);
  // What is masked is a line of JSON all the same.
  JSON.parse(text);
  return text;
}

beforeAll(() => void secrets());

test.each(['debug', 'info', 'warn', 'error', 'fatal'] as const)(
  'at the level %s nothing known is written',
  (level) => {
    keepOutOfLogs(TOKEN);
    const ciphertext = encrypt(SECRET, 'here');
    expect(decrypt(ciphertext, 'here')).toBe(SECRET);
    const { token } = newLinkToken();
    const cause = new TypeError('fetch failed', { cause: new Error(`GET https://a.example/?x=${TOKEN}`) });
    const err = Object.assign(new Error(`gave ${SECRET}`, { cause }), {
      input: `https://a.example/${encodeURIComponent(SECRET)}`,
      nested: [{ deep: { also: token } }],
      url: `/join?other=${token}`,
    });
    const text = logged(
      level,
      { err, more: new AggregateError([cause, err], TOKEN) },
      `says ${TOKEN} ${token}`,
    );
    for (const secret of [
      TOKEN,
      token,
      SECRET,
      JSON.stringify(SECRET).slice(1, -1),
      encodeURIComponent(SECRET),
    ])
      expect(text).not.toContain(secret);
    for (const value of [secrets().AUTH_SECRET, secrets().ENCRYPTION_KEY])
      expect(logged(level, { err: new Error(value) }, value)).not.toContain(value);
  },
);

const CANARY = 'Canary0123-_unknown';

test.each([
  `GET /cgi-bin/token?grant_type=client_credential&appid=wx1&secret=${CANARY}`,
  `https://api.weixin.qq.com/wxa/getwxacode?access_token=${CANARY}&x=1`,
  `/reset?token=${CANARY}`,
  `{"appid":"wx1","secret":"${CANARY} and more ${CANARY}"}`,
  `{"accessToken":"${CANARY}"}`,
  JSON.stringify({ body: JSON.stringify({ newPassword: `${CANARY} two words`, repeatPassword: CANARY }) }),
  JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ appSecret: `${CANARY} ${CANARY}` }) }) }),
  `currentPassword: '${CANARY}'`,
  `ADMIN_PASSWORD=${CANARY}`,
  `ENCRYPTION_KEY_OLD=${CANARY}`,
  `csrfToken=${CANARY}&email=a`,
  `cookie: suncode_locale=en; next-auth.session-token=${CANARY}; a=b`,
  `Set-Cookie: __Host-next-auth.session-token=${CANARY}; Path=/`,
  `next-auth.session-token.0=${CANARY}`,
  `suncode-device-0123456789abcdef=${CANARY}`,
  `"cookie":"a=b; c=${CANARY}"`,
  `Authorization: Bearer ${CANARY}`,
  `authorization: Basic ${CANARY}==`,
  `AUTH PLAIN ${CANARY}`,
  `postgresql://suncode:${CANARY}@localhost:5432/suncode`,
  `smtps://codes%40example.com:${CANARY}@smtp.example.com`,
  `s3://AKIA:${CANARY}@s3.example.com/bucket`,
  `https://b.s3.example.com/x?X-Amz-Signature=${CANARY}&X-Amz-Date=1`,
  `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..${CANARY}.${CANARY}.${CANARY}`,
  `$argon2id$v=19$m=19456,t=2,p=1$${CANARY}$${CANARY}`,
])('what stands where secrets stand is masked: %s', (text) => {
  expect(withoutSecrets(text)).not.toContain(CANARY);
  expect(logged('error', { err: Object.assign(new Error(text), { text }) }, text)).not.toContain(CANARY);
});

test.each([
  'the worker could not start',
  'TokenUnavailableError: WeChat gave no access token\n    at fetchToken (file:///srv/lib/wechat/token/token.ts:45:12)',
  '{"tokenMode":"external","token":null,"isSecret":true,"codeId":"0190"}',
  'postgresql://localhost:5432/suncode',
  'https://codes.example.com:3000/codes?q=a@b',
  'a batch was paused by itself: tokens ran out',
])('what helps is left: %s', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('an address that is none, and a connection that fails, bring no query along', async () => {
  const faults: (() => unknown)[] = [
    () => new URL(`nonsense?access_token=${CANARY}`),
    () => request(`http://127.0.0.1:9/cgi-bin/token?secret=${CANARY}`),
    () => fetch(`http://127.0.0.1:9/wxa/getwxacode?access_token=${CANARY}`),
    () => fetch(`nonsense://x?access_token=${CANARY}`),
  ];
  for (const fault of faults) {
    const err: unknown = await Promise.resolve()
      .then(fault)
      .catch((error: unknown) => error);
    expect(err).toBeInstanceOf(Error);
    expect(logged('debug', { err })).not.toContain(CANARY);
  }
});
