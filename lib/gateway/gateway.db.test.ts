import WechatApi from 'co-wechat-api';
import Application from 'node-easywechat/dist/MiniApp/Application';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { countRequest } from '@/lib/api/rate';
import { systemActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { changeKey, createKey, revokeKey } from '@/lib/keys/service';
import { useDatabase } from '@/lib/testing/database';
import { openProgramsDoor } from '@/lib/testing/doors/programs-door';
import { insertApp, quotaState } from '@/lib/testing/factories';
import { memoryCache } from '@/lib/testing/stand-ins/memory-cache';

useDatabase();

const all = KEY_PERMISSIONS.filter(() => true);
let door: Awaited<ReturnType<typeof openProgramsDoor>>;
let base: string;
let app: { id: string; appId: string };
let other: { id: string; appId: string };
let key: { id: string; key: string };

const keyFor = (appIds: string[] | null, permissions = all) =>
  createKey(systemActor('test'), { name: '收银', permissions, appIds, addresses: [], days: 1 });

const halves = (text: string) => {
  const at = text.lastIndexOf('_');
  return { appid: text.slice(0, at), secret: text.slice(at + 1) };
};

beforeAll(async () => {
  app = await insertApp({ mode: 'SANDBOX' });
  other = await insertApp({ mode: 'SANDBOX' });
  key = await keyFor([app.id]);
  door = await openProgramsDoor();
  base = `${door.url.origin}/gateway`;
});
afterAll(() => door.close());

function client(): WechatApi {
  const { appid, secret } = halves(key.key);
  const api = new WechatApi(appid, secret);
  api.prefix = `${base}/cgi-bin/`;
  api.wxaPrefix = `${base}/wxa/`;
  // Its own three seconds are few on a busy machine.
  api.setOpts({ timeout: 60_000 });
  return api;
}

type Fields = Record<string, unknown>;

async function tokenOf(appid: string, secret: string): Promise<Fields> {
  const query = new URLSearchParams({ grant_type: 'client_credential', appid, secret });
  return (await fetch(`${base}/cgi-bin/token?${query}`)).json();
}

async function post(path: string, token: string, body: unknown): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${base}${path}?access_token=${token}`, { method: 'POST', body: text });
}

const unlimited = '/wxa/getwxacodeunlimit';
const goodToken = async () => String((await tokenOf(app.appId, key.key)).access_token);

describe('a program that nobody here wrote', () => {
  test('co-wechat-api gets all three codes, which are kept and counted', async () => {
    const api = client();
    const pictures = [
      await api.getWXACode('pages/a?x=1', 300),
      await api.getWXACodeUnlimit('a=1', 'pages/a', 430),
      await api.createWXAQRCode('pages/a'),
    ];
    const formats = await Promise.all(pictures.map(async (bytes) => (await sharp(bytes).metadata()).format));
    expect(formats).toEqual(['jpeg', 'jpeg', 'jpeg']);
    const codes = await db().code.findMany({ where: { miniProgramId: app.id }, orderBy: { id: 'asc' } });
    expect(codes.map(({ endpoint, status }) => [endpoint, status])).toEqual([
      ['getwxacode', 'READY'],
      ['getwxacodeunlimit', 'READY'],
      ['createwxaqrcode', 'READY'],
    ]);
    expect(await quotaState(app.id)).toEqual({ used: 2, entries: 2 });
    const event = await db().auditEvent.findFirst({ where: { targetId: codes[0]?.id ?? '' } });
    expect(event).toMatchObject({ actorKind: 'apiKey', actorName: '收银' });
  });
});

test.each([true, false])('node-easywechat gets all three codes (stable token: %s)', async (stable) => {
  const program = new Application({
    app_id: app.appId,
    secret: key.key,
    use_stable_access_token: stable,
    http: { baseURL: `${base}/` },
  });
  program.setCache(memoryCache());
  const asked = [
    ['wxa/getwxacode', { path: `pages/e?n=${stable}`, is_hyaline: true }],
    ['wxa/getwxacodeunlimit', { scene: `e=${stable}`, page: 'pages/e', width: 280, check_path: false }],
    ['cgi-bin/wxaapp/createwxaqrcode', { path: `pages/e?n=${stable}`, width: 430 }],
  ] as const;
  const sizes: string[] = [];
  for (const [path, body] of asked) {
    const response = await program.getClient().postJson(path, body, { responseType: 'arraybuffer' });
    const { format, width } = await sharp(Buffer.from(response.getContent(), 'binary')).metadata();
    sizes.push(`${format} ${width}`);
  }
  expect(sizes).toEqual(['png 430', 'jpeg 280', 'jpeg 470']);
});

describe('a repeat', () => {
  test('is the same picture, and neither called nor counted again', async () => {
    const token = await goodToken();
    const path = '/wxa/getwxacode';
    const first = await fetch(`${base}${path}?access_token=${token}`, {
      method: 'POST',
      body: JSON.stringify({ path: 'pages/repeat' }),
      headers: { 'x-suncode-name': encodeURIComponent('门口') },
    });
    const id = first.headers.get('x-suncode-id') ?? '';
    const bytes = Buffer.from(await first.arrayBuffer());
    const before = await quotaState(app.id);
    const again = await post(path, token, { path: 'pages/repeat' });
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
    expect(again.headers.get('x-suncode-id')).toBe(id);
    expect(await quotaState(app.id)).toEqual(before);
    expect(await db().code.findUnique({ where: { id } })).toMatchObject({ name: '门口', attempts: 1 });
  });

  test('of ten keys, a hundred times at once, makes one code with one call', async () => {
    const keys = await Promise.all(Array.from({ length: 10 }, () => keyFor(null)));
    const told = await Promise.all(keys.map((one) => tokenOf(app.appId, one.key)));
    const asked = Array.from({ length: 100 }, (_, n) =>
      post(unlimited, String(told[n % 10]?.access_token), { scene: 'together' }),
    );
    const ids = (await Promise.all(asked)).map(({ headers }) => headers.get('x-suncode-id'));
    expect(new Set(ids)).toEqual(new Set([expect.any(String)]));
    expect(await db().code.findMany({ where: { scene: 'together' } })).toMatchObject([{ attempts: 1 }]);
  });
});

// silenceper/wechat takes nothing else, and WeChat says so of transparent PNGs too.
test.each([
  ['/wxa/getwxacode', { path: 'pages/type' }, 'jpeg'],
  [unlimited, { scene: 'type', is_hyaline: true }, 'png'],
  [unlimited, { scene: 'type', line_color: { r: '26', g: '127', b: '55' } }, 'jpeg'],
  ['/cgi-bin/wxaapp/createwxaqrcode', { path: 'pages/type' }, 'jpeg'],
])('the picture of %s %j is called image/jpeg', async (path, body, format) => {
  const told = await post(path, await goodToken(), body);
  expect(told.headers.get('content-type')).toBe('image/jpeg');
  expect((await sharp(Buffer.from(await told.arrayBuffer())).metadata()).format).toBe(format);
});

describe('a token', () => {
  test('is given for the halves of a key with one Mini Program, and for a Mini Program with a whole key', async () => {
    const { appid, secret } = halves(key.key);
    for (const told of [await tokenOf(appid, secret), await tokenOf(app.appId, key.key)])
      expect(told).toMatchObject({ access_token: expect.any(String), expires_in: 7200 });
  });

  test('is refused as WeChat does', async () => {
    const { appid, secret } = halves(key.key);
    const many = await keyFor(null);
    const revoked = await keyFor([app.id]);
    await revokeKey(systemActor('test'), revoked.id);
    const tries: [string, string, number][] = [
      ['', secret, 41002],
      ['nothing', secret, 40013],
      [appid, '', 41004],
      [appid, 'wrong', 40125],
      [other.appId, key.key, 40013],
      [halves(many.key).appid, halves(many.key).secret, 40013],
      [halves(revoked.key).appid, halves(revoked.key).secret, 40243],
    ];
    for (const [id, word, errcode] of tries) expect(await tokenOf(id, word)).toMatchObject({ errcode });
  });

  test('ends after two hours, and with the key', async () => {
    const short = await keyFor([app.id]);
    const token = String((await tokenOf(app.appId, short.key)).access_token);
    await revokeKey(systemActor('test'), short.id);
    expect(await (await post(unlimited, token, { scene: 'a' })).json()).toMatchObject({ errcode: 40243 });
    const old = await goodToken();
    const then = new Date(Date.now() + 7201 * 1000);
    vi.spyOn(clock, 'now').mockImplementation(() => then);
    expect(await (await post(unlimited, old, { scene: 'a' })).json()).toMatchObject({ errcode: 42001 });
    vi.restoreAllMocks();
  });
});

test.each([
  [unlimited, { scene: '中文' }, 40129],
  [unlimited, { scene: 'x'.repeat(33) }, 40169],
  [unlimited, {}, 40169],
  [unlimited, { scene: 'a', page: '/pages/a' }, 41030],
  [unlimited, { scene: 'a', width: '430' }, 47001],
  [unlimited, { scene: 'a', env_version: 'x' }, 40097],
  [unlimited, '', 44002],
  [unlimited, '{', 47001],
  ['/wxa/getwxacode', { path: 'x'.repeat(129) }, 40159],
  ['/wxa/getwxacode', { path: 'a?scancode_time=1' }, 85096],
  ['/wxa/nothing', {}, 40066],
])('%s %j is refused with %i, and nothing is kept', async (path, body, errcode) => {
  const [token, count] = [await goodToken(), await db().code.count()];
  const told = await (await post(path, token, body)).json();
  expect(told).toMatchObject({ errcode, errmsg: expect.stringContaining('rid: ') });
  expect(await db().code.count()).toBe(count);
});

test('a token is worth nothing for a Mini Program that its key no longer sees', async () => {
  const brand = await keyFor([app.id]);
  const token = String((await tokenOf(app.appId, brand.key)).access_token);
  await post(unlimited, token, { scene: 'brand' });
  const values = { name: '收银', permissions: all, appIds: [other.id], addresses: [] };
  await changeKey(systemActor('test'), brand.id, values);
  const count = await db().code.count();
  for (const scene of ['brand', 'brand2'])
    expect(await (await post(unlimited, token, { scene })).json()).toMatchObject({ errcode: 40013 });
  expect(await db().code.count()).toBe(count);
});

test('a key that may not generate is told so, and a token that somebody changed is none', async () => {
  const reader = await keyFor([app.id], ['codes.read']);
  const token = String((await tokenOf(app.appId, reader.key)).access_token);
  expect(await (await post(unlimited, token, { scene: 'a' })).json()).toMatchObject({ errcode: 48001 });
  expect(await (await post(unlimited, `x${token}`, { scene: 'a' })).json()).toMatchObject({ errcode: 40001 });
});

describe('a key', () => {
  const errcodeOf = async (answer: Promise<Response>) => {
    const { errcode }: { errcode?: number } = JSON.parse(await (await answer).text());
    return errcode;
  };

  test('that asks at the same moment as another one is judged by what it may itself', async () => {
    const reader = await keyFor([app.id], ['codes.read']);
    const token = String((await tokenOf(app.appId, reader.key)).access_token);
    const body = { scene: 'same-moment' };
    const [made, refused] = [post(unlimited, await goodToken(), body), post(unlimited, token, body)];
    expect(await errcodeOf(refused)).toBe(48001);
    expect((await made).headers.get('x-suncode-id')).not.toBeNull();
    // One from before the permissions were said together.
    await db().apiKey.update({ where: { id: reader.id }, data: { permissions: ['codes.write'] } });
    expect(await errcodeOf(post(unlimited, token, body))).toBe(48001);
  });

  test('is held to its requests a minute here too', async () => {
    const busy = await keyFor([app.id]);
    const token = String((await tokenOf(app.appId, busy.key)).access_token);
    for (let n = 0; n < 1_200; n += 1) await countRequest(busy.id);
    const count = await db().code.count();
    expect(await errcodeOf(post(unlimited, token, { scene: 'too-many' }))).toBe(45009);
    expect(await db().code.count()).toBe(count);
  });
});
