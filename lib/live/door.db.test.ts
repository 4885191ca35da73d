import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { LiveDoor } from './door';
import { newLiveKey } from './key';
import { phone, runFile, serveDoor } from './mini-program.fixture';
import { getLive } from './queries';
import { insertLive, setLiveTarget } from './service';
import { livePageSnippet, liveSnippet } from './snippet';

// The door as scripts/serve.ts hangs it in, and a Mini Program that asks at it.

vi.mock('@/lib/log', () => ({
  log: () => ({ error: () => undefined, info: () => undefined, debug: () => undefined }),
}));

useDatabase();

let served: Awaited<ReturnType<typeof serveDoor>>;
let origin: string;
let door: LiveDoor;
let actor: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  served = await serveDoor(() => door);
  ({ origin } = served);
  actor = await insertActor('OPERATOR');
  ({ id: miniProgramId } = await insertApp({ mode: 'SANDBOX' }));
});

beforeEach(() => {
  vi.restoreAllMocks();
  door = new LiveDoor();
});

afterAll(() => served.close());

async function liveCode(page = '') {
  const key = newLiveKey();
  const { id: codeId } = await insertCode({ miniProgramId, scene: key });
  const live = { page, parameters: { shop: '西湖店' } };
  await db().$transaction((tx) => insertLive(tx, actor, { codeId, key, live }));
  return { key, codeId };
}

const pause = (codeId: string) =>
  setLiveTarget(actor, codeId, { page: '', parameters: {}, isPaused: true, message: '明天见' });

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${origin}${path}`, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('the door of Mini Programs', () => {
  test('tells what a key leads to, for caches too, and nothing else', async () => {
    const { key } = await liveCode('pages/a');
    const { status, headers, body } = await ask(`/r/${key}`);
    expect({ status, body }).toEqual({
      status: 200,
      body: { state: 'open', page: 'pages/a', parameters: { shop: '西湖店' } },
    });
    expect(headers.get('cache-control')).toMatch(/^public, max-age=(?:9|10)$/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('lets nobody keep an answer beyond the moment at which a planned change begins', async () => {
    const { key, codeId } = await liveCode('pages/a');
    const now = Date.now();
    const at = vi.spyOn(clock, 'now').mockReturnValue(new Date(now));
    const startsAt = new Date(now + 4_000).toISOString();
    await setLiveTarget(actor, codeId, { page: 'pages/b', parameters: {}, startsAt });
    const answer = async () => {
      const { headers, body } = await ask(`/r/${key}`);
      return [body.page, headers.get('cache-control')];
    };
    expect(await answer()).toEqual(['pages/a', 'public, max-age=4']);
    at.mockReturnValue(new Date(now + 3_999));
    expect(await answer()).toEqual(['pages/a', 'no-store']);
    at.mockReturnValue(new Date(now + 4_000));
    expect(await answer()).toEqual(['pages/b', 'public, max-age=10']);
    at.mockRestore();
  });

  test('tells a paused code from a key of nothing', async () => {
    const { key, codeId } = await liveCode();
    await pause(codeId);
    expect(await ask(`/r/${key}`)).toMatchObject({
      status: 200,
      body: { state: 'paused', message: '明天见' },
    });
    for (const nothing of [newLiveKey(), 'pages', '..%2fapi', `${key}x`])
      expect(await ask(`/r/${nothing}`)).toMatchObject({ status: 404, body: { state: 'unknown' } });
  });

  test('answers several keys at once, up to 50', async () => {
    const [one, other] = [await liveCode(), await liveCode()];
    const nothing = newLiveKey();
    const { body } = await ask(`/r?keys=${one.key},${other.key},${nothing}`);
    expect(body.items).toMatchObject({
      ...{ [one.key]: { state: 'open' }, [other.key]: { state: 'open' }, [nothing]: { state: 'unknown' } },
    });
    const many = Array.from({ length: 51 }, newLiveKey).join(',');
    const refused = { status: 400, body: { state: 'refused', max: 50 } };
    expect(await ask(`/r?keys=${many}`)).toMatchObject(refused);
    expect(await ask('/r')).toMatchObject(refused);
    // What cannot be a key is looked for nowhere.
    const most = Array.from({ length: 50 }, (_, n) => `k${n}`);
    const answer = await ask(`/r?keys=${most.join(',')},k0`);
    expect([answer.status, Object.keys(Object(answer.body.items)).length]).toEqual([200, 50]);
  });

  test('stops who goes through keys, and goes on for what is remembered', async () => {
    const { key } = await liveCode();
    await ask(`/r/${key}`);
    const asked = vi.spyOn(db(), '$queryRaw');
    const tried: number[] = [];
    for (let turn = 0; turn < 70; turn += 1) tried.push((await ask(`/r/${newLiveKey()}`)).status);
    expect(tried.filter((status) => status === 404)).toHaveLength(60);
    expect(tried.slice(60)).toEqual(Array(10).fill(429));
    expect(asked).toHaveBeenCalledTimes(60);
    expect((await ask(`/r/${key}`)).status).toBe(200);
    const elsewhere = { headers: { 'x-suncode-client-address': '192.0.2.2' } };
    expect((await ask(`/r/${newLiveKey()}`, elsewhere)).status).toBe(404);
  });

  test('counts a scan that is reported, once, and refuses what is none', async () => {
    const { key, codeId } = await liveCode();
    const report = (body: unknown) =>
      fetch(`${origin}/r/scans`, { method: 'POST', body: JSON.stringify(body) });
    const scan = { id: 'a-random-id', key, scene: 1047 };
    expect((await report(scan)).status).toBe(204);
    expect((await report(scan)).status).toBe(204);
    expect((await getLive(actor, codeId))?.scans.total).toBe(1);
    expect((await report({ ...scan, id: 'another-id', key: newLiveKey() })).status).toBe(204);
    for (const nothing of [{}, { ...scan, id: 'x' }, { ...scan, key: 'x' }, 'no scan'])
      expect((await report(nothing)).status).toBe(400);
    expect((await ask('/r/scans')).status).toBe(405);
  });

  test('takes no other method, and says when it cannot know', async () => {
    const { key } = await liveCode();
    expect((await ask(`/r/${key}`, { method: 'POST', body: '{}' })).status).toBe(405);
    vi.spyOn(db(), '$queryRaw').mockRejectedValue(new Error('away'));
    expect(await ask(`/r/${key}`)).toMatchObject({ status: 503, body: { state: 'unavailable' } });
  });
});

const deviceOf = (report: string) =>
  z.object({ device: z.string().optional() }).parse(JSON.parse(report)).device;

function miniProgram(isOnline?: () => boolean) {
  const { wx, reports, went, said } = phone(isOnline);
  const readLiveCode = runFile(wx, liveSnippet(origin));
  const read = (scene: string) => readLiveCode({ scene: encodeURIComponent(scene) });
  const data: Record<string, unknown> = {};
  const open = async (scene: string) => {
    const opened = new Promise<void>((resolve) => {
      const page = (made: { onLoad: (scan: { scene: string }) => void }) => {
        const instance = { ...made, setData: (values: object) => Object.assign(data, values) };
        instance.onLoad({ scene });
      };
      const require = () => ({
        readLiveCode: (scan: { scene: string }) => {
          const read = readLiveCode(scan);
          void read.then(() => setImmediate(resolve));
          return read;
        },
      });
      new Function('wx', 'Page', 'require', livePageSnippet({ language: 'js', page: '' }))(wx, page, require);
    });
    await opened;
  };
  return { read, open, went, said, data, reports };
}

describe('an address that is only for Mini Programs', () => {
  test('answers them, and nothing of the console', async () => {
    const { key } = await liveCode();
    door = new LiveDoor('https://m.example.com');
    const there = { headers: { 'x-forwarded-host': 'm.example.com' } };
    expect(await ask(`/r/${key}`, there)).toMatchObject({ status: 200, body: { state: 'open' } });
    for (const path of ['/', '/sign-in', '/api/health', '/api/v1/codes', '/metrics', '/mcp'])
      expect(await ask(path, there)).toMatchObject({ status: 404, body: { state: 'unknown' } });
    expect(await ask(`/r/${key}`)).toMatchObject({ status: 200 });
  });
});

describe('rules with shares', () => {
  const trial = (codeId: string, share: number) => {
    const rules = [{ share, page: 'pages/trial', parameters: {} }];
    return setLiveTarget(actor, codeId, { page: 'pages/base', parameters: {}, rules });
  };

  test('go by the lot that is named, for caches too', async () => {
    // Rules are looked at anew with each minute: in its last second nothing may be kept.
    const minute = new Date().setSeconds(10, 0);
    vi.spyOn(clock, 'now').mockImplementation(() => new Date(minute));
    const { key, codeId } = await liveCode();
    await trial(codeId, 20);
    const first = await ask(`/r/${key}?lot=19`);
    expect(first.body).toMatchObject({ page: 'pages/trial' });
    expect(first.headers.get('cache-control')).toMatch(/^public/);
    expect((await ask(`/r/${key}?lot=20`)).body).toMatchObject({ page: 'pages/base' });
    expect((await ask(`/r?keys=${key}&lot=0`)).body).toMatchObject({
      items: { [key]: { page: 'pages/trial' } },
    });
  });

  test('draw a lot for who names none or no good one, and no cache repeats it', async () => {
    const { key, codeId } = await liveCode();
    await trial(codeId, 50);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, turn) => ask(`/r/${key}${turn % 2 ? '' : '?lot=100'}`)),
    );
    expect(new Set(answers.map(({ headers }) => headers.get('cache-control')))).toEqual(
      new Set(['no-store']),
    );
    expect(new Set(answers.map(({ body }) => body.page))).toEqual(new Set(['pages/trial', 'pages/base']));
  });

  test('give the same phone the same', async () => {
    const { key, codeId } = await liveCode();
    await trial(codeId, 50);
    const { read } = miniProgram();
    const first = await read(key);
    for (let turn = 0; turn < 10; turn += 1) expect(await read(key)).toEqual(first);
  });
});

describe('the code for the Mini Program', () => {
  test('gets the parameters of a live code, and of a plain scene without asking', async () => {
    const { key, codeId } = await liveCode();
    const { read } = miniProgram();
    expect(await read(key)).toEqual({ state: 'open', page: '', parameters: { shop: '西湖店' } });
    await vi.waitFor(async () => expect((await getLive(actor, codeId))?.scans.total).toBe(1));
    const offline = miniProgram(() => false);
    expect(await offline.read('id=1024&t=a=b')).toEqual({
      ...{ state: 'open', page: '', parameters: { id: '1024', t: 'a=b' } },
    });
  });

  test('names itself by what it drew once, so that one phone is told as one', async () => {
    const { key, codeId } = await liveCode();
    const [one, another] = [miniProgram(), miniProgram()];
    for (const { read } of [one, one, another]) await read(key);
    await vi.waitFor(async () => expect((await getLive(actor, codeId))?.scans.total).toBe(3));
    expect((await getLive(actor, codeId))?.scans.devices).toBeGreaterThan(0);
    const [first, second] = one.reports.map(deviceOf);
    expect(second).toBe(first);
    expect([...another.reports.map(deviceOf), undefined]).not.toContain(first);
  });

  test('knows a code offline that it has read before', async () => {
    const { key } = await liveCode();
    let isOnline = true;
    const { read } = miniProgram(() => isOnline);
    await read(key);
    isOnline = false;
    expect(await read(key)).toMatchObject({ parameters: { shop: '西湖店' } });
    expect(await read(newLiveKey())).toEqual({ state: 'unavailable' });
  });

  test('leads to the target, or says why not', async () => {
    const [stay, away, paused] = [await liveCode(), await liveCode('pages/a'), await liveCode()];
    await pause(paused.codeId);
    const { open, went, said, data } = miniProgram();
    await open(stay.key);
    expect(data).toEqual({ shop: '西湖店' });
    await open(away.key);
    await open(paused.key);
    await open(newLiveKey());
    expect(went).toEqual([`/pages/a?shop=${encodeURIComponent('西湖店')}`, '/pages/index/index']);
    expect(said).toEqual(['明天见']);
  });
});
