import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { useBatchWorker } from '@/lib/batches/run/run.fixture';
import { db } from '@/lib/db/client';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import { Resolver } from '@/lib/live/resolve';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { newBatchAnswer, newFileBatchAnswer, runRowSchema } from './batches/schema';
import { ask, clientOf, formOf } from './ask.fixture';

const worker = useBatchWorker(useDatabase());

let appId: string;
let key: string;

beforeAll(async () => {
  appId = (await insertApp({ mode: 'SANDBOX' })).id;
  const given = { name: '收银', permissions: [...KEY_PERMISSIONS], addresses: [], days: 1, appIds: [appId] };
  key = (await createKey(systemActor('test'), given)).key;
});

const live = (table: string, page?: string) => ({
  live: { ...(page !== undefined && { page }), parameters: { shop: '西湖店 & 龙井店', t: table } },
});
const send = (rows: unknown[], more: object = {}) =>
  ask('POST', '/batches', {
    key,
    body: { miniProgramId: appId, endpoint: 'getwxacodeunlimit', rows, ...more },
  });
const upload = (text: string, more: object = {}) =>
  ask('POST', '/batches/file', { key, body: formOf({ file: text, miniProgramId: appId, ...more }) });

async function over(batchId: string) {
  for (;;) {
    const { json } = await ask('GET', `/batches/${batchId}`, { key });
    if (json.state !== 'RUNNING') return json;
    await clock.sleep(100);
  }
}

async function rowsOf(batchId: string) {
  const { json } = await ask('GET', `/batches/${batchId}/rows`, { key });
  return z.object({ items: z.array(runRowSchema) }).parse(json).items;
}

describe('a batch of live codes from rows', () => {
  test('is made with a key for each row, which leads to what the row says, and is shared when it comes again', async () => {
    const rows = [live('1'), live('2', 'pages/b')];
    const { json } = await send(rows, { start: true });
    const { batch, check } = newBatchAnswer.parse(json);
    expect(check).toMatchObject({ counts: { new: 2 }, unfit: null });
    const running = await worker.start();
    expect(await over(batch.id)).toMatchObject({ state: 'FINISHED', counts: { made: 2 } });
    await worker.stop(running);
    const listed = await rowsOf(batch.id);
    expect(listed.map(({ live: led }) => led)).toEqual([
      { ...live('1').live, page: '' },
      { ...live('2').live, page: 'pages/b' },
    ]);
    const answers = await Promise.all(
      listed.map(async ({ target }) => (await new Resolver().resolve(target)).answer),
    );
    expect(answers).toEqual(listed.map(({ live: led }) => ({ state: 'open', ...led })));
    expect((await send(rows)).json).toMatchObject({ check: { counts: { new: 0, reused: 2 } } });
  });

  test('waits with what its rows lead to in the place of a scene', async () => {
    const { json } = await send([live('77')], { start: true });
    const [row] = await rowsOf(newBatchAnswer.parse(json).batch.id);
    expect(row).toMatchObject({ status: 'waiting', target: 'shop=西湖店 & 龙井店&t=77' });
  });

  test('is written by the typed client', async () => {
    const body = { miniProgramId: appId, endpoint: 'getwxacodeunlimit' as const, rows: [live('78')] };
    const { data } = await clientOf(key).POST('/batches', { body });
    expect(data?.check.counts).toEqual({ new: 1, reused: 0, duplicate: 0, invalid: 0 });
  });

  test('says of a name or a page that is wrong which row it is in', async () => {
    const rows = [live('80'), { live: { parameters: { 店: '1' } } }, live('81', '/pages/a')];
    expect((await send(rows)).json).toMatchObject({
      check: {
        ...{ counts: { new: 1, invalid: 2 }, obstacle: 'badRows' },
        problems: [
          { field: 'liveParameters', code: 'errors.issues.liveParameters', firstLine: 2 },
          { field: 'livePage', code: 'wechat.issues.pageLeadingSlash', firstLine: 3 },
        ],
      },
    });
  });

  test.each([
    ['rows.1.live', { rows: [live('1'), { scene: 'a' }] }, 'errors.issues.required'],
    ['rows.0.live', { rows: [live('1')], endpoint: 'getwxacode' }, 'errors.issues.liveUnlimited'],
    ['rows.0.live.parameters', { rows: [live('x'.repeat(4_096))] }, 'errors.issues.liveTooLong'],
    ['rows.0.live.param', { rows: [{ live: { param: {} } }] }, 'errors.issues.unknownKey'],
    ['rows.0.live.parameters.t', { rows: [{ live: { parameters: { t: 7 } } }] }, 'errors.issues.type'],
  ])('is refused as a whole, and nothing is kept: %s', async (field, { rows, ...more }, code) => {
    const before = await db().batch.count();
    expect(await send(rows, more)).toMatchObject({ status: 400, json: { errors: [{ field, code }] } });
    expect(await db().batch.count()).toBe(before);
  });
});

describe('a batch of live codes from a file', () => {
  test('takes what the scene would have been as their parameters, and is offered where a scene is too long', async () => {
    const text = 'scene\nstore=西湖店&t=91\nstore=西湖店&t=92\n';
    const plain = newFileBatchAnswer.parse((await upload(text)).json);
    expect(plain).toMatchObject({ check: { unfit: { rows: 2, firstLine: 2 } }, mapping: { live: false } });
    const { check, mapping } = newFileBatchAnswer.parse((await upload(text, { live: 'true' })).json);
    expect(check).toMatchObject({ counts: { new: 2, invalid: 0 }, unfit: null });
    expect(mapping).toMatchObject({ endpoint: 'getwxacodeunlimit', live: true });
    expect(mapping.fields).toContainEqual({ field: 'liveParameters', column: 'scene' });
  });
});
