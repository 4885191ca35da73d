import { randomBytes } from 'node:crypto';

import type { Drawing } from '@/lib/sandbox/draw/draw';

/** Error texts as captured from WeChat; where none was, in the words of its documentation. */
const ERRMSGS = new Map<number, string>([
  [-1, 'system error'],
  [
    40001,
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
  ],
  [40002, 'invalid grant_type'],
  [40013, 'invalid appid'],
  [40014, 'invalid access_token'],
  [40033, 'illegal request characters, may not contain \\uxxxx'],
  [40066, 'invalid url'],
  [40097, 'invalid args'],
  [40125, 'invalid appsecret'],
  [40129, 'invalid scene'],
  [40159, 'invalid length for path, or the data is not json string'],
  [40164, 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist'],
  [40169, 'invalid length for scene, or the data is not json string'],
  [40189, 'width invalid'],
  [40243, 'AppSecret frozen'],
  [41001, 'access_token missing'],
  [41002, 'appid missing'],
  [41004, 'appsecret missing'],
  [41030, 'invalid page'],
  [42001, 'access_token expired'],
  [43001, 'require GET method'],
  [43002, 'require POST method'],
  [43003, 'require https'],
  [44002, 'empty post data'],
  [45009, 'reach max api daily quota limit'],
  [45011, 'api minute-quota reach limit, must slower, retry next minute'],
  [45029, 'qrcode count out of limit'],
  [45063, 'no permission'],
  [47001, 'data format error'],
  [48001, 'api unauthorized'],
  [50002, 'user limited'],
  [50004, 'user not allow to use accesstoken, maybe for punishment'],
  [50007, 'account frozen'],
  [61004, 'access clientip is not registered'],
  [61007, 'api is unauthorized to component'],
  [61024, 'component api requires component_access_token'],
  [85096, 'not allow include scancode_time field'],
  [89503, 'this ip call needs to be confirmed by the administrator'],
  [89506, 'this ip was refused by the administrator for 24 hours'],
  [89507, 'this ip was refused by the administrator for 1 hour'],
]);

/** Errors of the gateway in front: they carry another spelling of the media type than errors of the endpoints. */
const GATEWAY_ERRCODES = new Set([40001, 40014, 41001, 42001, 43001, 43002, 48001]);

/** Answers an error the way WeChat does: HTTP 200, compact JSON, a request id that starts with the time. */
export function refuse(errcode: number, now: number): Response {
  const rid = [hexOf(Math.floor(now / 1000)), randomHex(), randomHex()].join('-');
  const errmsg = `${ERRMSGS.get(errcode) ?? 'unknown error'} rid: ${rid}`;
  const charset = GATEWAY_ERRCODES.has(errcode) ? 'encoding=utf-8' : 'charset=UTF-8';
  return answerText(JSON.stringify({ errcode, errmsg }), `application/json; ${charset}`);
}

/** The answer of both token endpoints. */
export function answerToken(token: string, expiresInSeconds: number): Response {
  const body = JSON.stringify({ access_token: token, expires_in: expiresInSeconds });
  return answerText(body, 'application/json; charset=UTF-8');
}

/** A picture, under the media type that WeChat would claim for it. */
export function answerPicture(
  { bytes }: Drawing,
  { contentType, numUsed }: { contentType: string; numUsed: number | null },
): Response {
  return new Response(bytes, {
    headers: {
      'content-type': contentType,
      'content-length': String(bytes.length),
      ...(numUsed === null ? {} : { 'num-used': String(numUsed) }),
    },
  });
}

/** What WeChat's gateway does with a body whose length was not announced. */
export function refuseFraming(): Response {
  return new Response(null, { status: 412, headers: { 'content-length': '0' } });
}

function answerText(body: string, contentType: string): Response {
  const bytes = new TextEncoder().encode(body);
  return new Response(bytes, {
    headers: { 'content-type': contentType, 'content-length': String(bytes.length) },
  });
}

function hexOf(value: number): string {
  return value.toString(16).padStart(8, '0').slice(-8);
}

function randomHex(): string {
  return randomBytes(4).toString('hex');
}
