import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { startBulk } from '@/lib/bulk/start';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Code, MiniProgram } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { patience } from '@/lib/testing/patience';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { getCode, getPicture } from '@/lib/codes/find/queries';
import { refusal, RID, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { generateCode, updateCode } from './service';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  patience().attemptMs = 12_000;
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const A = (path = 'pages/promo?from=海报') => ({
  miniProgramId: app.id,
  endpoint: 'getwxacode' as const,
  path,
});
const B = (scene = 's=0021&t=03') => ({
  miniProgramId: app.id,
  endpoint: 'getwxacodeunlimit' as const,
  scene,
});
const C = (path = 'pages/store?id=21') => ({
  miniProgramId: app.id,
  endpoint: 'createwxaqrcode' as const,
  path,
});

const find = (id: string): Promise<Code> => db().code.findUniqueOrThrow({ where: { id } });

async function generated(input: Parameters<typeof generateCode>[1]): Promise<Code> {
  const { outcome, codeId } = await generateCode(actor, input);
  expect(outcome).toBe('generated');
  return find(codeId);
}

function storedBytes({ imageKey }: Code): Buffer {
  return readFileSync(join(env().DATA_DIR, 'storage', imageKey ?? ''));
}

describe('a code that WeChat makes', () => {
  test('of getwxacode is kept with every parameter, its picture and its cost', async () => {
    const lineColor = { r: 139, g: 46, b: 22 };
    const code = await generated({
      ...A(),
      width: 1000,
      lineColor,
      envVersion: 'trial',
      name: '春季海报',
      note: '第二版',
    });
    expect(code).toMatchObject({
      status: 'READY',
      endpoint: 'getwxacode',
      path: 'pages/promo?from=海报',
      page: null,
      scene: null,
      checkPath: null,
      width: 1000,
      autoColor: false,
      lineColor: '8b2e16',
      isHyaline: false,
      envVersion: 'trial',
      name: '春季海报',
      note: '第二版',
      imageType: 'image/jpeg',
      quotaCost: 1,
      quotaCountAfter: 1,
      attempts: 1,
      createdById: actor.id,
      errcode: null,
      failureReason: null,
      leaseExpiresAt: null,
    });
    expect(code.generatedAt).not.toBeNull();
    expect(weChat.codeCalls).toEqual([
      {
        path: '/wxa/getwxacode',
        body: expect.objectContaining({ path: 'pages/promo?from=海报', width: 1000, env_version: 'trial' }),
      },
    ]);
  });

  test('of getwxacodeunlimit costs nothing', async () => {
    const code = await generated({ ...B(), page: 'pages/table/index', checkPath: false, autoColor: true });
    expect(code).toMatchObject({
      status: 'READY',
      scene: 's=0021&t=03',
      page: 'pages/table/index',
      checkPath: false,
      autoColor: true,
      lineColor: null,
      path: null,
      name: 's=0021&t=03',
      quotaCost: 0,
      quotaCountAfter: null,
    });
    expect(await quotaState(app.id)).toEqual({ used: 0, entries: 0 });
  });

  test('of createwxaqrcode has only the parameters of that endpoint', async () => {
    const code = await generated(C());
    expect(code).toMatchObject({
      status: 'READY',
      path: 'pages/store?id=21',
      quotaCost: 1,
      imageType: 'image/jpeg',
    });
    expect([code.autoColor, code.lineColor, code.isHyaline, code.envVersion, code.checkPath]).toEqual(
      Array(5).fill(null),
    );
    expect(weChat.codeCalls[0]).toEqual({
      path: '/cgi-bin/wxaapp/createwxaqrcode',
      body: { path: 'pages/store?id=21', width: 430 },
    });
  });

  test('has its picture stored byte for byte', async () => {
    const { bytes } = await getPicture(actor, (await generated(A())).id);
    weChat.onCode(() => new Response(new Uint8Array(bytes), { headers: { 'content-type': 'text/plain' } }));
    const code = await generated(A('pages/other'));
    expect(storedBytes(code).equals(Buffer.from(bytes))).toBe(true);
    expect(code).toMatchObject({ imageBytes: bytes.byteLength, imageType: 'image/jpeg' });
    expect(code.imageSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(code.imageKey).toMatch(/\.jpg$/);
  });

  test('that is transparent is kept as the PNG it is, although WeChat labels it as JPEG', async () => {
    const code = await generated({ ...A(), isHyaline: true });
    expect(code).toMatchObject({ imageType: 'image/png', imageKey: expect.stringMatching(/\.png$/) });
    expect(storedBytes(code).subarray(1, 4).toString()).toBe('PNG');
  });

  test('of a sandbox Mini Program needs no network', async () => {
    const sandbox = await insertApp({ mode: 'SANDBOX' });
    const code = await generated({ ...A(), miniProgramId: sandbox.id });
    expect(code.status).toBe('READY');
    expect(weChat.codeCalls).toEqual([]);
  });

  test('tells how many WeChat has counted', async () => {
    weChat.configure(app.appId, { quotaUsed: 41 });
    await generated(A());
    expect(await db().miniProgram.findUnique({ where: { id: app.id } })).toMatchObject({ numUsed: 42 });
  });

  test('is written down with who made it', async () => {
    const code = await generated(A());
    expect(await db().auditEvent.findMany({ where: { targetId: code.id } })).toMatchObject([
      {
        action: 'code.create',
        actorKind: 'user',
        actorId: actor.id,
        details: { endpoint: 'getwxacode', quotaCost: 1 },
      },
    ]);
  });
});

describe('what was filled in for a purpose', () => {
  const purpose = { key: 'table', values: { shop: '人民广场店', table: '12' }, printCm: 8 };

  test('is kept with the code, and given to whoever makes another one like it', async () => {
    const code = await generated({ ...B('table=12'), name: '人民广场店 · 12 号桌', purpose });
    expect(code).toMatchObject({ purposeKey: 'table', scene: 'table=12', name: '人民广场店 · 12 号桌' });
    expect((await getCode(actor, code.id)).purpose).toEqual(purpose);
  });

  test('is nothing for all parameters, and nothing when it cannot be read', async () => {
    const code = await generated(B());
    expect(code).toMatchObject({ purposeKey: null, purposeInput: null });
    await db().code.update({ where: { id: code.id }, data: { purposeKey: 'table', purposeInput: { a: 1 } } });
    expect((await getCode(actor, code.id)).purpose).toBeNull();
  });

  test('says nothing about what is made, and is refused beyond its limits', async () => {
    const code = await generated({ ...B('table=13'), purpose });
    expect(code.scene).toBe('table=13');
    const refused = (changes: object) =>
      generateCode(actor, { ...B('table=14'), purpose: { ...purpose, ...changes } });
    await expect(refused({ printCm: 201 })).rejects.toMatchObject({ issues: [{ field: 'purpose.printCm' }] });
    await expect(refused({ values: { shop: 'x'.repeat(81) } })).rejects.toMatchObject({
      issues: [{ field: 'purpose.values.shop' }],
    });
    expect(await db().code.count({ where: { scene: 'table=14' } })).toBe(0);
  });
});

describe('the same parameters again', () => {
  test.each([
    ['getwxacode', () => A()],
    ['getwxacodeunlimit', () => B()],
    ['createwxaqrcode', () => C()],
  ])('of %s are the code that exists: no call, no cost', async (_, input) => {
    const code = await generated(input());
    const before = await quotaState(app.id);
    expect(await generateCode(actor, { ...input(), name: 'another name' })).toEqual({
      outcome: 'existing',
      codeId: code.id,
      existing: { name: code.name, imageSha256: code.imageSha256 },
    });
    expect(weChat.codeCalls).toHaveLength(1);
    expect(await quotaState(app.id)).toEqual(before);
  });

  test('asked for by many at once make one code', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => generateCode(actor, A())));
    expect(results.filter(({ outcome }) => outcome === 'generated')).toHaveLength(1);
    expect(new Set(results.map(({ codeId }) => codeId)).size).toBe(1);
    expect(weChat.codeCalls).toHaveLength(1);
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
  });

  test('in another Mini Program are another code', async () => {
    await generated(A());
    const other = await insertApp();
    expect((await generated({ ...A(), miniProgramId: other.id })).quotaCost).toBe(1);
  });

  test('after deleting make a new row at no cost', async () => {
    const first = await generated(A());
    await startBulk(actor, { kind: 'delete', scope: { codeIds: [first.id] } });
    const second = await generated(A());
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({ status: 'READY', quotaCost: 0, quotaCountAfter: 1 });
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
  });
});

describe('a code that WeChat does not make', () => {
  test('is kept with WeChat’s own words, without picture and without cost', async () => {
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const code = await generated({ ...A() });
    expect(code).toMatchObject({
      status: 'FAILED',
      failureReason: 'refused',
      errcode: 41030,
      errmsg: expect.stringContaining('invalid page'),
      rid: RID,
      imageKey: null,
      imageType: null,
      quotaCost: 0,
      quotaCountAfter: null,
      leaseExpiresAt: null,
    });
    expect(await quotaState(app.id)).toEqual({ used: 0, entries: 0 });
    await expect(getPicture(actor, code.id)).rejects.toMatchObject({ code: 'NO_PICTURE' });
  });

  test('is never mistaken for a picture, whatever the answer is labelled', async () => {
    const body = JSON.stringify({ errcode: 45029, errmsg: 'qrcode count out of limit' });
    weChat.onCode(() => new Response(body, { headers: { 'content-type': 'image/jpeg' } }));
    expect(await generated(C())).toMatchObject({ status: 'FAILED', errcode: 45029, imageKey: null });
  });

  test.each([
    ['the connection breaks', () => 'reset' as const, ['network', 'network']],
    ['nobody answers', () => 'hang' as const, ['timeout', 'timeout']],
    ['the answer is empty', () => new Response(''), ['empty', 'answerEmpty']],
    ['the answer is a page', () => new Response('<html>'), ['unreadable', 'answerUnreadable']],
    ['a gateway is broken', () => new Response('', { status: 502 }), ['http', 'gateway']],
    ['somebody redirects', () => new Response('', { status: 302 }), ['http', 'redirected']],
    [
      'the picture is cut off',
      () => new Response(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])),
      ['truncated', 'pictureTruncated'],
    ],
  ])('since %s keeps its place in the quota: WeChat may have counted it', async (_, answer, expected) => {
    const [failureReason, failureKey] = expected;
    weChat.onCode(answer);
    if (failureReason === 'timeout') patience().attemptMs = 100;
    const code = await generated(A());
    expect(code).toMatchObject({
      status: 'FAILED',
      failureReason,
      failureKey,
      errcode: null,
      quotaCost: 1,
      imageKey: null,
    });
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
    expect(await db().quotaEntry.findFirst({ where: { miniProgramId: app.id } })).toMatchObject({
      state: 'RESERVED',
      uncertain: true,
    });
  });

  test.each([
    [
      'WeChat’s gateway refuses the request',
      () => weChat.onCode(() => new Response('', { status: 412 })),
      ['http', 'framingRefused'],
    ],
    [
      'there is no access token',
      () => weChat.onToken(() => refusal(40125, 'invalid appsecret')),
      ['refused', 'secretInvalid'],
    ],
    [
      'the token endpoint is out of reach',
      () => weChat.onToken(() => 'reset'),
      ['notSent', 'tokenUnavailable'],
    ],
  ])('since %s costs nothing', async (_, breakIt, [failureReason, failureKey]) => {
    breakIt();
    const failed = { status: 'FAILED', failureReason, failureKey, quotaCost: 0 };
    expect(await generated(A())).toMatchObject(failed);
    expect(await quotaState(app.id)).toEqual({ used: 0, entries: 0 });
  });

  test('holds neither token nor AppSecret in its reason', async () => {
    weChat.onCode((request) => refusal(40001, `invalid credential ${new URL(request.url).search}`));
    const code = await generated(A());
    expect(code.errcode).toBe(40001);
    expect(code.errmsg).not.toMatch(/access_token=[\w-]{10}/);
  });
});

test('a token that WeChat no longer takes is replaced once, and the code is made', async () => {
  await generated(B('first'));
  let refused = 0;
  weChat.onCode(() => {
    refused += 1;
    return refused === 1
      ? refusal(40001, 'invalid credential, access_token is invalid or not latest')
      : 'as usual';
  });
  expect(await generated(B('second'))).toMatchObject({ status: 'READY' });
  expect(weChat.tokenCalls).toBe(2);
});

describe('renaming, deleting and bringing back', () => {
  test('changes the labels and nothing else', async () => {
    const code = await generated(A());
    await updateCode(actor, code.id, { name: ' 新名字 ', note: '备注' });
    const { updatedAt: _, searchText: __, ...rest } = code;
    expect(await find(code.id)).toMatchObject({ ...rest, name: '新名字', note: '备注' });
  });

  test('needs a name', async () => {
    const code = await generated(A());
    await expect(updateCode(actor, code.id, { name: ' ' })).rejects.toMatchObject({
      issues: [{ field: 'name' }],
    });
  });

  test('hides codes and keeps pictures and quota', async () => {
    const codes = [await generated(A('pages/one')), await generated(A('pages/two'))].map(({ id }) => id);
    expect(await startBulk(actor, { kind: 'delete', scope: { codeIds: codes } })).toMatchObject({
      changed: 2,
    });
    await expect(updateCode(actor, codes[0] ?? '', { name: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await quotaState(app.id)).toEqual({ used: 2, entries: 2 });
    expect(await startBulk(actor, { kind: 'restore', scope: { codeIds: codes } })).toMatchObject({
      changed: 2,
    });
    expect((await getPicture(actor, codes[0] ?? '')).bytes.byteLength).toBeGreaterThan(0);
  });
});
