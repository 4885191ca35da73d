import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getApp } from '@/lib/apps/queries';
import type { CreateAppInput, UpdateAppInput } from '@/lib/apps/schema';
import { createApp, updateApp } from '@/lib/apps/service';
import { testConnection } from '@/lib/apps/test-connection';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { jpegPicture } from '@/lib/wechat/call/loopback.fixture';

const weChat = useWeChat();
useDatabase();

const KEY = 'canary-key-of-the-token-server';
const picture = Buffer.from(await jpegPicture());
const asked: (string | undefined)[] = [];
const server = createServer((request, response) => {
  asked.push(request.headers.authorization);
  if (request.headers.authorization !== KEY) return void response.writeHead(401).end();
  return void response.end(JSON.stringify({ accessToken: `central-${asked.length}`, expiresIn: 7000 }));
});

let admin: UserActor;
let tokenUrl = '';
beforeAll(async () => {
  admin = await insertActor('ADMIN');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) tokenUrl = `http://127.0.0.1:${address.port}/token`;
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => server.close());

type LiveInput = Extract<CreateAppInput, { mode: 'LIVE' }>;

function newApp(changes: Partial<LiveInput> = {}) {
  const appId = `wx${randomBytes(8).toString('hex')}`;
  const header = { tokenHeaderName: 'Authorization', tokenHeaderValue: KEY };
  return createApp(admin, {
    mode: 'LIVE',
    name: '门店',
    appId,
    tokenMode: 'external',
    tokenUrl,
    ...header,
    ...changes,
  });
}

const change = (id: string, changes: Partial<UpdateAppInput>) =>
  updateApp(admin, id, {
    name: '门店',
    tokenMode: 'external',
    tokenUrl,
    tokenHeaderName: 'Authorization',
    ...changes,
  });

const make = (miniProgramId: string, scene: string) =>
  generateCode(admin, { miniProgramId, endpoint: 'getwxacodeunlimit', scene });

describe('a Mini Program with a token server', () => {
  test('needs no AppSecret, and its tokens come from there alone', async () => {
    const id = await newApp();
    weChat.onCode(() => new Response(picture));
    await make(id, 'a');
    await make(id, 'b');
    expect(asked).toEqual([KEY]);
    expect(weChat.tokenCalls).toBe(0);
    expect(await db().code.count({ where: { miniProgramId: id, status: 'READY' } })).toBe(2);
  });

  test('asks it again, once, when WeChat refuses the token', async () => {
    const id = await newApp();
    weChat.onCode((request) =>
      request.url.includes('central-1') ? refusal(40001, 'not latest') : new Response(picture),
    );
    const { codeId } = await make(id, 'a');
    expect(await db().code.findUniqueOrThrow({ where: { id: codeId } })).toMatchObject({ status: 'READY' });
    expect(asked).toHaveLength(2);
    expect(await db().tokenEvent.count({ where: { miniProgramId: id } })).toBe(1);
  });

  test('keeps the header’s value encrypted, and shows it to nobody', async () => {
    const id = await newApp();
    await testConnection(admin, id);
    const seen = JSON.stringify([
      await getApp(admin, id),
      await db().miniProgram.findUnique({ where: { id } }),
      await db().auditEvent.findMany({ where: { targetId: id } }),
    ]);
    expect(seen).not.toContain(KEY);
  });
});

describe('the test of its connection', () => {
  test('says that it works', async () => {
    expect(await testConnection(admin, await newApp())).toEqual({ verdict: 'serverWorks' });
  });

  test('says that the header is not taken', async () => {
    const id = await newApp({ tokenHeaderValue: 'wrong' });
    const explanation = { key: 'tokenServerRefused', actor: 'administrator' };
    expect(await testConnection(admin, id)).toMatchObject({ verdict: 'failed', explanation });
  });
});

describe('its settings', () => {
  test('keep the header’s value when the field stays empty, and drop it with the header', async () => {
    const id = await newApp();
    await change(id, {});
    expect(await testConnection(admin, id)).toEqual({ verdict: 'serverWorks' });
    await change(id, { tokenHeaderName: '' });
    expect(await testConnection(admin, id)).toMatchObject({ verdict: 'failed' });
    expect(asked).toEqual([KEY, undefined]);
  });

  test('want an AppSecret once the token server goes, and a value for another header', async () => {
    const id = await newApp();
    const issueOf = (field: string) => ({
      code: 'INVALID_INPUT',
      issues: [expect.objectContaining({ field })],
    });
    await expect(change(id, { tokenMode: 'stable' })).rejects.toMatchObject(issueOf('appSecret'));
    await expect(change(id, { tokenHeaderName: 'X-Key' })).rejects.toMatchObject(issueOf('tokenHeaderValue'));
    await change(id, { tokenMode: 'stable', appSecret: 'a-new-secret' });
    await change(id, {});
  });

  test.each([
    [{ tokenUrl: '' }, 'tokenUrl'],
    [{ tokenUrl: 'http://token.example.com/' }, 'tokenUrl'],
    [{ tokenHeaderName: 'Content-Length' }, 'tokenHeaderName'],
    [{ tokenHeaderName: 'a b' }, 'tokenHeaderName'],
    [{ tokenHeaderValue: 'a\r\nb: c' }, 'tokenHeaderValue'],
    [{ tokenHeaderName: '' }, 'tokenHeaderName'],
    [{ tokenMode: 'stable' }, 'appSecret'],
  ] as const)('are not %j', async (changes, field) => {
    const issues = [expect.objectContaining({ field })];
    await expect(newApp(changes)).rejects.toMatchObject({ code: 'INVALID_INPUT', issues });
  });
});
