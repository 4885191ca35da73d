import { request as httpRequest } from 'node:http';

import WechatApi from 'co-wechat-api';
import Application from 'node-easywechat/dist/MiniApp/Application';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { memoryCache } from '@/lib/testing/stand-ins/memory-cache';

import { APP_ID, createTestSandbox, PATHS, SECRET } from './call.fixture';
import type { Sandbox } from './create-sandbox';
import type { SandboxServer } from './http.fixture';
import { serveSandbox } from './http.fixture';

// Clients that nobody here wrote, over a real socket: what they do with WeChat they must be able to do here.

let sandbox: Sandbox;
let time: { now: number };
let server: SandboxServer;

beforeEach(async () => {
  ({ sandbox, time } = createTestSandbox());
  server = await serveSandbox(sandbox);
});
afterEach(() => server.close());

async function sizeOf(picture: Uint8Array): Promise<string> {
  const { format, width, height } = await sharp(picture).metadata();
  return `${format} ${width} × ${height}`;
}

describe('co-wechat-api', () => {
  function createClient(secret = SECRET): WechatApi {
    const client = new WechatApi(APP_ID, secret);
    client.prefix = `${server.baseUrl}/cgi-bin/`;
    client.wxaPrefix = `${server.baseUrl}/wxa/`;
    return client;
  }

  test('gets all three codes with one token', async () => {
    const client = createClient();
    expect(await sizeOf(await client.getWXACode('pages/a?x=1&n=店', 300))).toBe('jpeg 300 × 300');
    expect(await sizeOf(await client.getWXACodeUnlimit('a=1&b=2', 'pages/a', 430))).toBe('jpeg 430 × 430');
    expect(await sizeOf(await client.createWXAQRCode('pages/a'))).toBe('jpeg 470 × 535');
    expect(server.visits).toEqual([
      'GET /cgi-bin/token',
      ...Object.values(PATHS).map((path) => `POST ${path}`),
    ]);
  });

  test('gets a new token when another system has superseded its own', async () => {
    const client = createClient();
    await client.getWXACodeUnlimit('a');
    await createClient().getWXACodeUnlimit('a');
    const stale = client.store?.accessToken;
    time.now += 6 * 60_000;
    expect(await sizeOf(await client.getWXACodeUnlimit('b'))).toBe('jpeg 430 × 430');
    expect(client.store?.accessToken).not.toBe(stale);
  });

  test.each([
    ['a scene with a space', 40129, (client: WechatApi) => client.getWXACodeUnlimit('a b')],
    ['33 characters', 40169, (client: WechatApi) => client.getWXACodeUnlimit('x'.repeat(33))],
    ['a page with a slash', 41030, (client: WechatApi) => client.getWXACodeUnlimit('a', '/pages/a')],
    ['an empty path', 40159, (client: WechatApi) => client.createWXAQRCode('')],
  ])('is told about %s', async (_name, code, call) => {
    await expect(call(createClient())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/ rid: /),
    });
  });

  test('is told about a wrong secret', async () => {
    await expect(createClient('wrong').getWXACode('p')).rejects.toMatchObject({ code: 40125 });
  });
});

describe('node-easywechat', () => {
  function createClient(stable: boolean) {
    const app = new Application({
      app_id: APP_ID,
      secret: SECRET,
      use_stable_access_token: stable,
      http: { baseURL: `${server.baseUrl}/` },
    });
    app.setCache(memoryCache());
    return app.getClient();
  }

  test.each([
    [true, 'POST /cgi-bin/stable_token'],
    [false, 'GET /cgi-bin/token'],
  ])('gets all three codes (stable token: %s)', async (stable, tokenVisit) => {
    const client = createClient(stable);
    const sizes: string[] = [];
    for (const [path, body] of [
      [PATHS.A, { path: 'pages/a?n=店', is_hyaline: true }],
      [PATHS.B, { scene: 'a=1&b=2', page: 'pages/a', width: 280, check_path: false }],
      [PATHS.C, { path: 'pages/a', width: 430 }],
    ] as const) {
      const response = await client.postJson(path, body, { responseType: 'arraybuffer' });
      sizes.push(await sizeOf(Buffer.from(response.getContent(), 'binary')));
    }
    expect(sizes).toEqual(['png 430 × 430', 'jpeg 280 × 280', 'jpeg 470 × 535']);
    expect(server.visits).toEqual([tokenVisit, ...Object.values(PATHS).map((path) => `POST ${path}`)]);
  });
});

describe('a bare socket', () => {
  test('that sends chunks is refused with 412 and nothing more', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(
        `${server.baseUrl}${PATHS.B}?access_token=x`,
        { method: 'POST' },
        (answer) => {
          answer.resume();
          resolve(`${answer.statusCode} ${answer.headers['content-length']}`);
        },
      );
      request.on('error', reject);
      request.write('{"scene":');
      request.end('"a"}');
    });
    expect(status).toBe('412 0');
  });
});
