import { once } from 'node:events';
import { expect } from 'vitest';
import { createFrontDoor } from '@/lib/http/front/front-door';
import type { LiveDoor } from './door';

/** Answers of the door that a simulated Mini Program has not read yet. */
const underWay: Promise<void>[] = [];

/** The door behind the front door of a real server; nothing lies behind it. */
export async function serveDoor(
  door: () => LiveDoor,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createFrontDoor(
    async () => expect.unreachable('Next is not asked'),
    async () => false,
    (request, response) => {
      request.headers['x-suncode-client-address'] ??= '192.0.2.1';
      return door().answers(request, response);
    },
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: async () => {
      await Promise.all(underWay);
      server.closeAllConnections();
      server.close();
    },
  };
}

type Sent = {
  url: string;
  method?: string;
  data?: unknown;
  success: (response: { statusCode: number; data: unknown }) => void;
  fail: () => void;
};

/** As much of a Mini Program on one phone as our files touch. `isOnline` is asked for each request by its address. */
export function phone(isOnline: (url: string) => boolean = () => true) {
  const store = new Map<string, unknown>();
  const seen = { reports: new Array<string>(), went: new Array<string>(), said: new Array<string>() };
  const wx = {
    request: ({ url, method = 'GET', data: body, success, fail }: Sent) => {
      if (method === 'POST') seen.reports.push(JSON.stringify(body));
      if (!isOnline(url)) return fail();
      const sent = method === 'GET' ? {} : { body: JSON.stringify(body) };
      const answered = fetch(url, { method, ...sent }).then(async (response) => {
        const json = response.status === 204 ? null : await response.json();
        success({ statusCode: response.status, data: json });
      });
      underWay.push(answered);
    },
    getEnterOptionsSync: () => ({ scene: 1047 }),
    setStorage: ({ key, data }: { key: string; data: unknown }) => store.set(key, data),
    setStorageSync: (key: string, data: unknown) => store.set(key, data),
    getStorageSync: (key: string) => store.get(key) ?? '',
    redirectTo: ({ url }: { url: string }) => seen.went.push(url),
    switchTab: ({ url }: { url: string }) => seen.went.push(url),
    showModal: ({ content }: { content: string }) => seen.said.push(content),
  };
  return { wx, ...seen };
}

type Read = (options: Record<string, string>, page?: string) => Promise<unknown>;

/** What a file of the Mini Program exports there. Whoever waits three seconds for the next attempt does not here. */
export function runFile(wx: object, file: string): Read {
  const made: { exports: { readLiveCode?: Read } } = { exports: {} };
  const later = (run: (left: number) => void, _ms: number, left: number) => setImmediate(run, left);
  new Function('wx', 'module', 'exports', 'setTimeout', file)(wx, made, made.exports, later);
  return made.exports.readLiveCode ?? expect.unreachable('it exports readLiveCode');
}
