import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createSandbox } from '@/lib/sandbox/create-sandbox';
import type { SandboxServer } from '@/lib/sandbox/http.fixture';
import { serveSandbox } from '@/lib/sandbox/http.fixture';
import { inProcessTransport } from '@/lib/sandbox/transport';

import { generateCode } from './client';
import type { TokenSource } from './client';
import { anyParameters } from '@/lib/wechat/rules/parameters.arbitrary';
import type { CodeParametersInput } from '@/lib/wechat/rules/parameters';
import { codeParametersSchema } from '@/lib/wechat/rules/parameters';
import type { TokenMode } from '@/lib/wechat/token/token';
import { fetchAccessToken } from '@/lib/wechat/token/token';
import type { Transport } from './transport';
import { createHttpTransport } from './transport';

// The client against the sandbox: two separate readings of the same documentation have to meet.

const credential = { appId: 'wx00000000000000aa', appSecret: 'secret-of-the-test-mini-program-0' };
const schema = codeParametersSchema({ pathMaxBytes: 128 });
const time = { now: Date.now() };
const sandbox = createSandbox({
  apps: [{ appId: credential.appId, secret: credential.appSecret }],
  clock: () => time.now,
});
const inProcess = { transport: inProcessTransport(sandbox), baseUrl: 'http://sandbox.invalid' };
const http = createHttpTransport();
let server: SandboxServer;

beforeAll(async () => {
  server = await serveSandbox(sandbox);
});
afterAll(async () => {
  await http.close();
  await server.close();
});

type Door = { transport: Transport; baseUrl: string };

async function tokenFrom(door: Door, mode: TokenMode): Promise<string> {
  const outcome = await fetchAccessToken({ ...door, credential, mode, deadlineMs: 5000 });
  if (outcome.kind !== 'token') throw new Error(`no token: ${outcome.kind}`);
  return outcome.accessToken;
}

function tokens(door: Door, mode: TokenMode, first?: string): TokenSource & { replaced: string[] } {
  const replaced: string[] = [];
  return {
    replaced,
    get: async () => first ?? tokenFrom(door, mode),
    replace: async (stale) => {
      replaced.push(stale);
      return tokenFrom(door, mode);
    },
  };
}

function generate(door: Door, input: CodeParametersInput, tokenSource = tokens(door, 'stable')) {
  return generateCode({ ...door, parameters: schema.parse(input), tokenSource });
}

describe.each([
  ['in this process', () => inProcess],
  ['over a socket', () => ({ transport: http, baseUrl: server.baseUrl })],
])('the client with the sandbox %s', (_name, door) => {
  test.each<[CodeParametersInput, string, string]>([
    [{ endpoint: 'getwxacode', path: 'pages/a?n=店', width: 280 }, 'image/jpeg', '280 × 280'],
    [
      { endpoint: 'getwxacodeunlimit', scene: "a!#$&'()*+,/:;=?@-._~", isHyaline: true },
      'image/png',
      '430 × 430',
    ],
    [{ endpoint: 'createwxaqrcode', path: '/pages/a' }, 'image/jpeg', '470 × 535'],
  ])('makes %j', async (input, mediaType, size) => {
    const outcome = await generate(door(), input);
    if (outcome.kind !== 'picture') throw new Error(JSON.stringify(outcome));
    expect(outcome).toMatchObject({ mediaType, attempts: 1 });
    expect(`${outcome.widthPx} × ${outcome.heightPx}`).toBe(size);
    expect(outcome.numUsed).toEqual(input.endpoint === 'getwxacode' ? expect.any(Number) : null);
  });

  test('replaces a token that was superseded more than five minutes ago', async () => {
    const stale = await tokenFrom(door(), 'token');
    await tokenFrom(door(), 'token');
    const source = tokens(door(), 'token', stale);
    const input = { endpoint: 'getwxacodeunlimit', scene: 'a' } as const;
    expect(await generate(door(), input, source)).toMatchObject({ kind: 'picture', attempts: 1 });
    time.now += 5 * 60_000;
    expect(await generate(door(), input, source)).toMatchObject({ kind: 'picture', attempts: 2 });
    expect(source.replaced).toEqual([stale]);
  });

  test('reports a wrong secret and a used-up quota with their request ids', async () => {
    const wrong = { ...credential, appSecret: 'wrong' };
    const refused = await fetchAccessToken({ ...door(), credential: wrong, mode: 'stable' });
    expect(refused).toMatchObject({
      kind: 'refused',
      errcode: 40125,
      rid: expect.stringMatching(/^[0-9a-f-]{26}$/),
    });
    sandbox.configure(credential.appId, { quotaLimit: 0 });
    const over = await generate(door(), { endpoint: 'createwxaqrcode', path: `never/${door().baseUrl}` });
    sandbox.configure(credential.appId, { quotaLimit: 100_000 });
    expect(over).toMatchObject({ kind: 'refused', errcode: 45029, attempts: 1 });
  });
});

test('whatever the schema takes, the sandbox draws', async () => {
  const tokenSource = tokens(inProcess, 'stable');
  await fc.assert(
    fc.asyncProperty(anyParameters, async (parameters) => {
      const small = { ...parameters, width: 280 };
      const outcome = await generateCode({ ...inProcess, parameters: small, tokenSource });
      expect(outcome.kind === 'picture' ? 'picture' : outcome).toBe('picture');
    }),
    { numRuns: 60 },
  );
});
