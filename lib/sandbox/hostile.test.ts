import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { toStorable } from '@/lib/input/text';
import { hostileText, spoiled, spoiledFields } from '@/lib/testing/doors/hostile';
import { APP_ID, createTestSandbox, getToken, PATHS, SECRET } from './call.fixture';

// The sandbox is open to whoever reaches the server: whatever they send, it answers as WeChat's servers do, and never fails.

const { sandbox } = createTestSandbox();
const SEED = 20_261_126;

let token: string;
beforeAll(async () => {
  token = await getToken(sandbox);
});

async function send(url: string, init: RequestInit = {}): Promise<void> {
  // A Request of our own refuses some addresses and bodies before anybody could send them.
  const request = new Request(url, init);
  const response = await sandbox.handle(request, { prefix: '/sandbox/wechat' });
  await response.arrayBuffer();
  expect(response.status).toBeLessThan(500);
}

const BODIES: Record<keyof typeof PATHS, object> = {
  // Nothing is drawn: each lacks what it needs, and what is spoiled may add it.
  A: { path: '', width: 430, auto_color: false, line_color: { r: 0, g: 0, b: 0 }, is_hyaline: false },
  B: { scene: '', page: 'a', check_path: false, env_version: 'release', width: 430 },
  C: { path: '', width: 430 },
};

const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '{';
  }
};

const body = (good: object) =>
  fc.oneof(spoiled([good]).map(asJson), hostileText, fc.constant('['.repeat(60_000)));

test.each(['A', 'B', 'C'] as const)('endpoint %s takes any body', async (name) => {
  await fc.assert(
    fc.asyncProperty(body(BODIES[name]), fc.boolean(), async (text, isFramed) => {
      const headers = { ...(isFramed && { 'content-length': String(Buffer.byteLength(text)) }) };
      const init = { method: 'POST', body: text, headers };
      await send(`http://suncode.test/sandbox/wechat${PATHS[name]}?access_token=${token}`, init);
    }),
    { seed: SEED, numRuns: 1_000 },
  );
});

test('any fields, lengths, methods and paths', async () => {
  const good = { grant_type: 'client_credential', appid: APP_ID, secret: SECRET, access_token: token };
  const places = [...Object.values(PATHS), '/cgi-bin/token', '/cgi-bin/stable_token'];
  const inputs = fc.record({
    place: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...places) },
      { weight: 1, arbitrary: hostileText.map((text) => `/${encodeURIComponent(toStorable(text))}`) },
    ),
    fields: spoiledFields(good),
    text: spoiled([good]).map(asJson),
    method: fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS'),
    length: fc.constantFrom('0', '1', '-1', '1e9', '99999999999', 'x', ''),
  });
  await fc.assert(
    fc.asyncProperty(inputs, async ({ place, fields, text, method, length }) => {
      const url = `http://suncode.test/sandbox/wechat${place}?${new URLSearchParams(fields)}`;
      await send(url, method === 'GET' ? {} : { method, body: text, headers: { 'content-length': length } });
    }),
    { seed: SEED, numRuns: 3_000 },
  );
});
