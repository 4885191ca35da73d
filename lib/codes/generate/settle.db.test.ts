import { beforeEach, describe, expect, test } from 'vitest';
import { connectTo } from '@/lib/apps/connection';
import { db } from '@/lib/db/client';
import type { Code, MiniProgram } from '@/lib/db/generated/client';
import { lockApp, reserve } from '@/lib/quota/ledger';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertCode, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import { callFor } from './generation';
import { leaseFromNow } from './lease';
import { settle } from './settle';

// Many calls at once and then their outcomes together, as bulk generation does it.
const weChat = useWeChat();
useDatabase();

let app: MiniProgram;
beforeEach(async () => {
  app = await insertApp();
});

const B = 'getwxacodeunlimit';

function rowOf(endpoint: Endpoint, target: string) {
  const parameters = endpoint === B ? { scene: target } : { scene: null, path: target };
  const claimed = { status: 'GENERATING' as const, leaseExpiresAt: leaseFromNow() };
  return { miniProgramId: app.id, endpoint, fingerprint: target, ...parameters, ...claimed };
}

/** Rows as they are claimed, with what they cost reserved. */
async function claim(...wanted: [endpoint: Endpoint, target: string][]): Promise<Code[]> {
  const limited = new Set(wanted.filter(([endpoint]) => endpoint !== B).map(([, target]) => target));
  const charges = await db().$transaction(async (tx) => reserve(tx, await lockApp(tx, app.id), [...limited]));
  const codes: Code[] = [];
  for (const [endpoint, target] of wanted) {
    const charge = charges.get(target);
    charges.delete(target);
    const cost = charge ? { quotaCost: charge.cost, quotaCountAfter: charge.countAfter } : {};
    codes.push(await insertCode({ ...rowOf(endpoint, target), ...cost }));
  }
  return codes;
}

/** WeChat's answer to each path or scene; what is not named is made. */
function answers(byTarget: Record<string, () => Response | 'reset'>): void {
  weChat.onCode(() => {
    const { path, scene } = weChat.codeCalls.at(-1)?.body ?? {};
    return byTarget[String(scene ?? path)]?.() ?? 'as usual';
  });
}

async function call(codes: Code[]) {
  const connection = connectTo(app.id);
  return Promise.all(codes.map((code) => callFor(code, connection, async () => undefined)));
}

async function read(codes: Code[]): Promise<Code[]> {
  const rows = await db().code.findMany({ where: { id: { in: codes.map(({ id }) => id) } } });
  return codes.flatMap(({ id }) => rows.filter((row) => row.id === id));
}

describe('outcomes settled together', () => {
  test('are each written to their own row, and the count is what WeChat made or may have made', async () => {
    const codes = await claim(
      [B, 'made-1'],
      [B, 'refused'],
      [B, 'made-2'],
      ['getwxacode', 'pages/made'],
      ['createwxaqrcode', 'pages/refused'],
      ['createwxaqrcode', 'pages/broken'],
    );
    answers({
      refused: () => refusal(41030, 'invalid page'),
      'pages/refused': () => refusal(45009, 'reach max api daily quota limit'),
      'pages/broken': () => 'reset',
    });
    await settle(await call(codes));
    const made = { status: 'READY', failureKey: null, leaseExpiresAt: null, imageType: 'image/jpeg' };
    const failed = { status: 'FAILED', leaseExpiresAt: null, imageKey: null, generatedAt: null };
    expect(await read(codes)).toMatchObject([
      { ...made, quotaCost: 0 },
      { ...failed, failureKey: 'pageNotReleased', errcode: 41030, quotaCost: 0 },
      { ...made, quotaCost: 0 },
      { ...made, quotaCost: 1, quotaCountAfter: 1 },
      { ...failed, failureKey: 'callLimit', quotaCost: 0, quotaCountAfter: null },
      { ...failed, failureKey: 'network', errcode: null, quotaCost: 1 },
    ]);
    expect(await quotaState(app.id)).toEqual({ used: 2, entries: 2 });
    expect(await db().miniProgram.findUnique({ where: { id: app.id } })).toMatchObject({ numUsed: 1 });
  });

  test('that fit no column end at once, in words of ours, and keep no other row waiting', async () => {
    const text = (errmsg: string) => () => Response.json({ errcode: 41030, errmsg });
    const raw = (body: string) => () => new Response(body);
    const odd = {
      tenDigits: raw('{"errcode":4000000000,"errmsg":"x"}'),
      tenDigitText: raw('{"errcode":"9999999999"}'),
      negative: raw('{"errcode":-9007199254740991}'),
      fraction: raw('{"errcode":40001.5}'),
      huge: raw('{"errcode":1e300}'),
      object: raw('{"errcode":{"a":1},"errmsg":["x"]}'),
      nul: text('in\0valid \u0000page'),
      surrogate: text('page \ud83d is half a character'),
      rid: text(`invalid page rid: ${'ab-'.repeat(200_000)}ab`),
      megabytes: text('页'.repeat(300_000)),
      nested: raw('['.repeat(200_000)),
    };
    const made = ['made-1', 'made-2', 'pages/made'];
    const codes = await claim(
      [B, 'made-1'],
      ...Object.keys(odd).map((name): [Endpoint, string] => [B, name]),
      [B, 'made-2'],
      ['getwxacode', 'pages/made'],
      ['getwxacode', 'pages/odd'],
    );
    answers({ ...odd, 'pages/odd': odd.tenDigits });
    await settle(await call(codes));
    for (const code of await read(codes)) {
      const isMade = made.includes(code.fingerprint);
      expect(code).toMatchObject({ status: isMade ? 'READY' : 'FAILED', leaseExpiresAt: null });
      expect(code.errmsg?.length ?? 0).toBeLessThanOrEqual(1000);
    }
    const byName = new Map((await read(codes)).map((code) => [code.fingerprint, code]));
    for (const name of ['tenDigits', 'tenDigitText', 'negative', 'fraction', 'huge'])
      expect(byName.get(name)).toMatchObject({
        failureKey: 'answerUnreadable',
        errcode: null,
        errmsg: "JSON with an error code that is none of WeChat's",
      });
    expect(byName.get('nul')).toMatchObject({ errcode: 41030, errmsg: 'invalid page' });
    // Nobody knows whether WeChat made this one, so it stays counted.
    expect(byName.get('pages/odd')).toMatchObject({ failureKey: 'answerUnreadable', quotaCost: 1 });
  });

  test.each(['no number', '-5', '99999999999999999999', '1e9', '12.5', '٣', ''])(
    "with the Num-Used %j are made, and WeChat's count stays unknown",
    async (numUsed) => {
      const codes = await claim(['getwxacode', 'pages/counted']);
      const picture = await (
        await fetch(
          'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        )
      ).arrayBuffer();
      answers({
        'pages/counted': () => new Response(picture, { headers: { 'Num-Used': encodeURI(numUsed) } }),
      });
      await settle(await call(codes));
      expect(await read(codes)).toMatchObject([{ status: 'READY' }]);
      expect(await db().miniProgram.findUnique({ where: { id: app.id } })).toMatchObject({ numUsed: null });
    },
  );

  test('have pictures of their own', async () => {
    const codes = await claim([B, 'one'], [B, 'two'], ['getwxacode', 'pages/three']);
    await settle(await call(codes));
    const keys = (await read(codes)).map(({ imageKey }) => imageKey);
    expect(keys).toEqual(codes.map(({ id }) => `codes/${app.id}/${id}.jpg`));
  });

  test('of the same parameters cost once, also when one is made and the other refused', async () => {
    const [first, second] = await claim(['getwxacode', 'pages/same'], ['getwxacode', 'pages/same']);
    if (!first || !second) throw new Error('two rows');
    answers({ 'pages/same': () => refusal(45009, 'reach max api daily quota limit') });
    const refused = await call([first]);
    answers({});
    await settle([...refused, ...(await call([second]))]);
    expect((await read([first, second])).map(({ status }) => status)).toEqual(['FAILED', 'READY']);
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
  });

  test('of the same parameters, all refused, give their place back once', async () => {
    const codes = await claim(['getwxacode', 'pages/same'], ['getwxacode', 'pages/same']);
    answers({ 'pages/same': () => refusal(45009, 'reach max api daily quota limit') });
    await settle(await call(codes));
    expect((await read(codes)).map(({ quotaCost }) => quotaCost)).toEqual([0, 0]);
    expect(await quotaState(app.id)).toEqual({ used: 0, entries: 0 });
  });

  test('leave rows alone that were claimed anew since', async () => {
    const codes = await claim([B, 'slept'], ['createwxaqrcode', 'pages/slept']);
    const results = await call(codes);
    await db().code.updateMany({ where: { miniProgramId: app.id }, data: { attempts: 2 } });
    await settle(results);
    const working = { status: 'GENERATING', imageKey: null, attempts: 2 };
    expect(await read(codes)).toMatchObject([working, working]);
    // WeChat has made it all the same, and what it made stays counted.
    const entries = await db().quotaEntry.findMany({ where: { miniProgramId: app.id } });
    expect(entries).toMatchObject([{ state: 'CONFIRMED' }]);
  });

  test('may hold what no text column takes', async () => {
    const codes = await claim([B, 'odd'], [B, 'made']);
    answers({ odd: () => Response.json({ errcode: 40129, errmsg: 'a\0b \ud83d' }) });
    await settle(await call(codes));
    expect(await read(codes)).toMatchObject([{ status: 'FAILED', errmsg: 'ab \ufffd' }, { status: 'READY' }]);
  });
});

test('no connection fails every row of it, and nothing is counted', async () => {
  const codes = await claim([B, 'one'], ['getwxacode', 'pages/two']);
  await db().miniProgram.update({ where: { id: app.id }, data: { secretCiphertext: 'of another key' } });
  await settle(await call(codes));
  const failed = { status: 'FAILED', failureKey: 'fault', failureReason: 'notSent' };
  expect(await read(codes)).toMatchObject([failed, failed]);
  expect(weChat.codeCalls).toEqual([]);
  expect(await quotaState(app.id)).toEqual({ used: 0, entries: 0 });
});
