import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { insertBatch, useBatchWorker, whenOver } from '@/lib/batches/run/run.fixture';
import { clock } from '@/lib/clock';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { madeExport } from '@/lib/exports/export.fixture';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { emitQuota } from './emit';
import { PAUSES_SECONDS, WEBHOOK_EVENTS, type WebhookEvent } from './limits';
import { getWebhook, listWebhooks } from './queries';
import {
  createWebhook,
  deleteWebhook,
  resendDelivery,
  rotateWebhook,
  setWebhookOff,
  testWebhook,
} from './service';
import { WebhookWorker } from './worker';

const database = useDatabase();
const batchWorker = useBatchWorker(database);
vi.setConfig({ testTimeout: 120_000 });

const system = systemActor('test');

type Visit = { headers: IncomingHttpHeaders; body: string };
let visits: Visit[] = [];
let answers: number[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    visits.push({ headers: request.headers, body });
    const status = answers.shift() ?? 200;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('thanks');
  });
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (typeof address === 'object' && address) url = `http://127.0.0.1:${address.port}/hook`;
});
afterAll(() => receiver.close());

beforeEach(() => {
  [visits, answers] = [[], []];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db().webhook.deleteMany();
});

const later = (seconds: number) => {
  const then = new Date(Date.now() + seconds * 1000);
  vi.spyOn(clock, 'now').mockImplementation(() => new Date(then));
};

type Wanted = { events?: WebhookEvent[]; appIds?: string[] | null };

const made = ({ events = [...WEBHOOK_EVENTS], appIds = null }: Wanted = {}) =>
  createWebhook(system, { name: '收银', url, events, appIds });

/** A worker sends whatever is due. */
async function sendAll(): Promise<void> {
  const worker = await WebhookWorker.start({ alone: false });
  for (;;) {
    const due = { state: 'WAITING' as const, dueAt: { lte: clock.now() }, webhook: { offAt: null } };
    if ((await db().webhookDelivery.count({ where: due })) === 0) break;
    await clock.sleep(20);
  }
  await worker.stop();
}

const verified = (secret: string, { headers, body }: Visit) =>
  new Webhook(secret).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });

async function code(miniProgramId: string, scene: string): Promise<string> {
  const asked = { miniProgramId, endpoint: 'getwxacodeunlimit' as const, scene, name: '窗边' };
  return (await generateCode(system, asked)).codeId;
}

const events = async (webhookId: string) =>
  (await db().webhookDelivery.findMany({ where: { webhookId }, orderBy: { occurredAt: 'asc' } })).map(
    ({ event }) => event,
  );

describe('what happens is told', () => {
  test('a code, signed so that a library of the standard takes it', async () => {
    const { id: appId } = await insertApp({ mode: 'SANDBOX' });
    const { secret } = await made();
    const codeId = await code(appId, 'a=1');
    await sendAll();
    const [visit] = visits;
    if (!visit) throw new Error('nothing came');
    expect(verified(secret, visit)).toMatchObject({
      ...{ type: 'code.ready', timestamp: expect.any(String) },
      data: { id: codeId, name: '窗边', scene: 'a=1', status: 'READY', url: `/api/v1/codes/${codeId}` },
    });
    expect(visit.headers['content-type']).toBe('application/json');
    expect(() => verified(`${secret.slice(0, -4)}AAA=`, visit)).toThrow();
  });

  test('each code of a batch, its end, an export, and nothing twice', async () => {
    const { id: appId } = await insertApp({ mode: 'SANDBOX' });
    const { id } = await made();
    const batchId = await insertBatch(system, { miniProgramId: appId, rows: 3 });
    const running = await batchWorker.start();
    await whenOver(system, batchId);
    await batchWorker.stop(running);
    await madeExport(system, { batch: batchId });
    expect(await events(id)).toEqual([
      ...['code.ready', 'code.ready', 'code.ready', 'batch.finished', 'export.ready'],
    ]);
    await sendAll();
    const ids = visits.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(5);
  });

  test('a share of the quota, once', async () => {
    const { id, name } = await insertApp();
    const { id: webhookId } = await made({ events: ['quota.threshold'] });
    await emitQuota(db(), { id, name, before: 79_999, after: 80_000 });
    await emitQuota(db(), { id, name, before: 79_999, after: 80_001 });
    await emitQuota(db(), { id, name, before: 80_001, after: 80_002 });
    expect(await events(webhookId)).toEqual(['quota.threshold']);
  });

  test('what a process took that died before the clock was set back by an hour', async () => {
    const { id, name } = await insertApp();
    await made({ events: ['quota.threshold'] });
    await emitQuota(db(), { id, name, before: 79_999, after: 80_000 });
    await db().webhookDelivery.updateMany({ data: { leaseExpiresAt: new Date(Date.now() + 60 * 60_000) } });
    await sendAll();
    expect(visits).toHaveLength(1);
  });

  test('only of what was chosen, of the Mini Programs that were chosen, and while it is on', async () => {
    const [own, other] = [await insertApp({ mode: 'SANDBOX' }), await insertApp({ mode: 'SANDBOX' })];
    const mine = await made({ appIds: [own.id] });
    const failures = await made({ events: ['code.failed'] });
    const off = await made();
    await setWebhookOff(system, off.id, true);
    await code(own.id, 'b=1');
    await code(other.id, 'b=2');
    expect(await events(mine.id)).toEqual(['code.ready']);
    expect([...(await events(failures.id)), ...(await events(off.id))]).toEqual([]);
  });
});

describe('a receiver that does not take it', () => {
  test('is asked again and again with the same message, and given up after a day', async () => {
    const { id, secret } = await made();
    await testWebhook(system, id);
    answers = Array.from({ length: 20 }, () => 500);
    let passed = 0;
    for (const pause of [0, ...PAUSES_SECONDS]) {
      passed += pause + 1;
      later(passed);
      await sendAll();
    }
    expect(visits.length).toBe(PAUSES_SECONDS.length + 1);
    expect(new Set(visits.map(({ headers, body }) => String(headers['webhook-id']) + body)).size).toBe(1);
    const { deliveries, webhook } = await getWebhook(system, id);
    expect(deliveries).toMatchObject([{ state: 'FAILED', attempts: visits.length, status: 500 }]);
    expect(webhook.last).toMatchObject({ state: 'FAILED' });
    expect(passed).toBeGreaterThan(23 * 3600);
    vi.restoreAllMocks();
    answers = [];
    await resendDelivery(system, deliveries[0]?.id ?? '');
    await sendAll();
    const last = visits.at(-1);
    expect(last && verified(secret, last)).toMatchObject({ type: 'test' });
    expect((await getWebhook(system, id)).deliveries).toMatchObject([{ state: 'DELIVERED', status: 200 }]);
  });

  test('is turned off when it says that it is gone', async () => {
    const { id } = await made();
    await testWebhook(system, id);
    answers = [410];
    await sendAll();
    expect(await listWebhooks(system)).toMatchObject([{ id, isOff: true }]);
    await expect(testWebhook(system, id)).rejects.toMatchObject({ code: 'WEBHOOK_OFF' });
    expect(await db().auditEvent.count({ where: { targetId: id, action: 'webhook.off' } })).toBe(1);
  });

  test('leads nowhere else', async () => {
    const { id } = await made();
    await testWebhook(system, id);
    answers = [302];
    await sendAll();
    expect(visits.length).toBe(1);
    expect((await getWebhook(system, id)).deliveries).toMatchObject([{ state: 'WAITING', status: 302 }]);
  });

  test('keeps no other one waiting', async () => {
    const slow = await made();
    await db().webhook.update({ where: { id: slow.id }, data: { url: 'http://127.0.0.1:9/' } });
    const quick = await made();
    for (let n = 0; n < 5; n += 1) await testWebhook(system, slow.id);
    await testWebhook(system, quick.id);
    await sendAll();
    expect((await getWebhook(system, quick.id)).deliveries).toMatchObject([{ state: 'DELIVERED' }]);
    const { deliveries } = await getWebhook(system, slow.id);
    expect(deliveries.every(({ state, fault }) => state === 'WAITING' && fault === 'network')).toBe(true);
  });
});

describe('an address inside', () => {
  test.each([['http://169.254.169.254/'], ['https://10.0.0.1/hook'], ['https://[::ffff:a00:1]/']])(
    '%s is refused at its field',
    async (inside) => {
      const given = { name: '收银', url: inside, events: ['code.ready' as const], appIds: null };
      await expect(createWebhook(system, given)).rejects.toMatchObject({
        ...{ code: 'INVALID_INPUT', issues: [{ field: 'url' }] },
      });
    },
  );

  test('is not gone to, also where it came in before that was known', async () => {
    const { id } = await made();
    await db().webhook.update({ where: { id }, data: { url: 'http://10.255.255.1/' } });
    await testWebhook(system, id);
    await sendAll();
    expect((await getWebhook(system, id)).deliveries).toMatchObject([{ fault: 'private', status: null }]);
  });
});

test('a new secret: both sign for the hours that were chosen, then the new one alone', async () => {
  const { id, secret: old } = await made();
  const { secret } = await rotateWebhook(system, id, 24);
  await testWebhook(system, id);
  await sendAll();
  const [both] = visits;
  if (!both) throw new Error('nothing came');
  for (const one of [old, secret]) expect(verified(one, both)).toMatchObject({ type: 'test' });
  later(25 * 3600);
  await testWebhook(system, id);
  await sendAll();
  const signed = String(visits.at(-1)?.headers['webhook-signature']);
  expect(signed.split(' ').length).toBe(1);
});

test('the secret is told once, and stands nowhere', async () => {
  const { id, secret } = await made();
  const kept = [await listWebhooks(system), await db().webhook.findMany(), await db().auditEvent.findMany()];
  expect(JSON.stringify(kept)).not.toContain(secret.slice(6));
  expect(JSON.stringify(kept[0])).not.toContain('iphertext');
  await deleteWebhook(system, id);
  expect(await db().webhookDelivery.count({ where: { webhookId: id } })).toBe(0);
});
