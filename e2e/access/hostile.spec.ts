import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import fc from 'fast-check';
import pLimit from 'p-limit';
import { toStorable } from '@/lib/input/text';
import { hostileText } from '@/lib/testing/doors/hostile';
import { expect, test } from '../fixtures';

// What only the whole server shows: bodies that Next reads before any code of ours, and next-auth's own routes. What the
// doors themselves do with hostile values, lib/input/doors.db.test.ts says. The list of actions is the build's own.

const MANIFEST: { node: Record<string, unknown> } = JSON.parse(
  readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
);
const ACTIONS = Object.keys(MANIFEST.node);

const SEED = 20_261_126;
const BODIES_PER_ACTION = 8;
const SIGN_INS = 600;
const AT_ONCE = 8;

test.use({ role: 'ADMIN' });

type Body = { data: string | Buffer; headers: Record<string, string> };
type Sent = Body & { path: string; method?: 'GET' | 'POST' };

const quoted = (text: string) => JSON.stringify(text);

/** Arguments of an action as React's client writes them, and as nobody should. */
const flight = fc.oneof(
  fc.constantFrom(
    ...['["$F1"]', '["$K1"]', '["$Q1"]', '["$W1"]', '["$B1"]', '["$i1"]', '["$R1"]', '["$@1"]', '["$X1"]'],
    ...['["$D2026-99-99"]', '["$n1x"]', '["$n9999999999999999999999"]', '["$-Infinity","$NaN","$-0"]'],
    ...['["$1:__proto__:constructor"]', '["$0:0:0"]', '["$undefined"]', '["$Sx"]', '["$l"]', '["$h1"]'],
    ...['[{"then":"$1:then"}]', '[{"__proto__":{"role":"ADMIN"}}]', '{"length":1e9}', '[', '', 'null', '7'],
    `[${'['.repeat(5_000)}${']'.repeat(5_000)}]`,
    `["${'a'.repeat(100_000)}"]`,
  ),
  hostileText.map((text) => `[${quoted(text)}]`),
  hostileText.map((text) => `[{"id":${quoted(text)},"values":${quoted(text)}}]`),
  hostileText,
);

function multipart(parts: readonly (readonly [string, string])[], boundary: string, isCut: boolean): string {
  const text = parts
    .map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}\r\n\r\n${value}\r\n`,
    )
    .join('');
  return isCut ? text.slice(0, -3) : `${text}--${boundary}--\r\n`;
}

const partName = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '2',
    '1_0',
    '$ACTION_REF_1',
    '$ACTION_1:0',
    '$ACTION_KEY',
    '__proto__',
    '-1',
    '1e9',
  ),
  hostileText,
);
const asForm: fc.Arbitrary<Body> = fc
  .tuple(fc.array(fc.tuple(partName, flight), { maxLength: 4 }), fc.boolean(), fc.constantFrom('b', 'c'))
  .map(([parts, isCut, boundary]) => ({
    data: multipart(parts, 'b', isCut),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }));
const asText: fc.Arbitrary<Body> = fc
  .tuple(flight, fc.constantFrom('text/plain;charset=UTF-8', 'text/plain', 'application/json', 'x'))
  .map(([data, type]) => ({ data, headers: { 'content-type': type } }));
const asBytes: fc.Arbitrary<Body> = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => ({ data: Buffer.from(bytes), headers: { 'content-type': 'text/plain;charset=UTF-8' } }));
const actionBody = fc.oneof(asForm, asText, asBytes);

/** Sends all of them, several at once. @returns those that the server failed at */
async function faultsOf(request: APIRequestContext, all: readonly Sent[]): Promise<unknown[]> {
  const faults: unknown[] = [];
  const limit = pLimit(AT_ONCE);
  const send = async ({ path, method = 'POST', data, headers }: Sent) => {
    const body = method === 'POST' ? { data } : {};
    const response = await request.fetch(path, { method, headers, maxRedirects: 0, ...body });
    const text = await response.text();
    if (response.status() >= 500 || text.includes('"code":"FAULT"'))
      faults.push({ path, headers, data: String(data).slice(0, 500), status: response.status(), text });
  };
  await Promise.all(all.map((one) => limit(() => send(one))));
  return faults;
}

test('bodies that are no call of an action are refused, and never a fault', async ({ request, baseURL }) => {
  expect(ACTIONS.length).toBeGreaterThan(50);
  const all = ACTIONS.flatMap((id, index) =>
    fc.sample(actionBody, { numRuns: BODIES_PER_ACTION, seed: SEED + index }).map(({ data, headers }) => ({
      ...{ path: '/settings/account', data },
      headers: { ...headers, 'next-action': id, origin: new URL(baseURL ?? '').origin },
    })),
  );
  expect(await faultsOf(request, all)).toEqual([]);
});

test('ids that no action has are refused', async ({ request, baseURL }) => {
  const [known = ''] = ACTIONS;
  const ids = ['', '0', 'x', known.slice(1), `${known}0`, known.toUpperCase(), '__proto__', 'constructor'];
  const all = ids.map((id) => ({
    ...{ path: '/codes', data: '[]' },
    headers: { 'next-action': id, origin: new URL(baseURL ?? '').origin, 'content-type': 'text/plain' },
  }));
  expect(await faultsOf(request, all)).toEqual([]);
});

test('the routes of signing in take anything', async ({ request }) => {
  const places = [
    'callback/credentials',
    'signout',
    'signin',
    'signin/credentials',
    'session',
    'csrf',
    '_log',
  ];
  const others = ['providers', 'error', 'verify-request', 'callback/google', 'callback', ''];
  const place = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...places, ...others) },
    { weight: 1, arbitrary: hostileText.map((text) => encodeURIComponent(toStorable(text))) },
  );
  const field = fc.tuple(
    fc.constantFrom('csrfToken', 'email', 'password', 'callbackUrl', 'json', 'redirect', '__proto__'),
    hostileText,
  );
  const inputs = fc.record({
    place,
    fields: fc.array(field, { maxLength: 4 }),
    type: fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'text/plain', ''),
    body: fc.option(flight),
    method: fc.constantFrom('GET' as const, 'POST' as const, 'POST' as const),
  });
  const all = fc.sample(inputs, { numRuns: SIGN_INS, seed: SEED }).map((input): Sent => {
    const text = String(new URLSearchParams(input.fields));
    const path = `/api/auth/${input.place}${input.method === 'GET' ? `?${text}` : ''}`;
    return { path, method: input.method, data: input.body ?? text, headers: { 'content-type': input.type } };
  });
  expect(await faultsOf(request, all)).toEqual([]);
});
