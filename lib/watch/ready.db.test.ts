import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { beforeEach, expect, test } from 'vitest';
import { db, holdDatabase } from '@/lib/db/client';
import { PrismaClient } from '@/lib/db/generated/client';
import { migrationNames } from '@/lib/db/migrate/migration-names';
import { saysStopping } from '@/lib/http/stopping';
import { MARKER_KEY, checkInstallation } from '@/lib/setup/identity';
import { deleteObject, putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { ROOT } from '@/lib/testing/doors/doors';
import { startWorker } from '@/lib/worker/worker';
import { beat } from './heartbeat';
import { checkReadiness } from './ready';

type Route = { GET: () => Promise<Response> };
const database = useDatabase();

async function ask(): Promise<{ status: number; body: Record<string, unknown>; text: string }> {
  const { GET }: Route = await import(join(ROOT, 'app/api/ready/route.ts'));
  const response = await GET();
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text), text };
}

const ok = { status: 'ok' };
const ALL_OK = { database: ok, migrations: ok, storage: ok, disk: ok, worker: ok };

beforeEach(async () => {
  await checkInstallation(database());
  await beat();
});

test('is ready while all parts are', async () => {
  expect(await ask()).toMatchObject({ status: 200, body: { status: 'ready', parts: ALL_OK } });
});

test('is not ready from when it is asked to stop, so that nobody is sent here any more', async () => {
  saysStopping(true);
  const { status, body } = await ask();
  saysStopping(false);
  expect(status).toBe(503);
  expect(body).toMatchObject({ status: 'not ready', parts: { process: { reason: 'stopping' } } });
});

test('a worker that is at work is heard of', async () => {
  await db().installation.updateMany({ data: { workerSeenAt: null } });
  expect((await ask()).body).toMatchObject({
    status: 'degraded',
    parts: { worker: { status: 'warning', reason: 'neverSeen' } },
  });
  const worker = await startWorker(database());
  await worker.stop();
  expect((await ask()).body).toMatchObject({ status: 'ready' });
});

test('one that is silent takes nothing from this process, which says so', async () => {
  await db().$executeRaw`UPDATE "Installation" SET "workerSeenAt" = "workerSeenAt" - interval '61 seconds'`;
  expect(await ask()).toMatchObject({
    status: 200,
    body: { status: 'degraded', parts: { worker: { status: 'warning', reason: 'silent' } } },
  });
});

test('a database that lacks a migration is not the one of this version', async () => {
  const [name = ''] = migrationNames().slice(-1);
  await db()
    .$executeRaw`UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = ${name}`;
  expect(await ask()).toMatchObject({
    status: 503,
    body: { status: 'not ready', parts: { migrations: { status: 'failing', reason: 'behind' } } },
  });
  await db().$executeRaw`UPDATE "_prisma_migrations" SET "rolled_back_at" = NULL`;
});

test('the process from before an update answers until it is replaced', async () => {
  await db().$executeRaw`
    INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
    VALUES ('later', '', '29990101000000_later', now(), 1)`;
  expect(await ask()).toMatchObject({ status: 200, body: { status: 'degraded' } });
  await db().$executeRaw`DELETE FROM "_prisma_migrations" WHERE "id" = 'later'`;
});

test('pictures of another database are said', async () => {
  await putObject(MARKER_KEY, Buffer.from('of another'));
  expect(await ask()).toMatchObject({
    status: 503,
    body: { parts: { storage: { status: 'failing', reason: 'otherStorage' } } },
  });
  await deleteObject(MARKER_KEY);
  await db().installation.updateMany({ data: { storageId: null } });
});

test('a database that does not answer is waited for only so long, and asked once', async () => {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Installation" IN ACCESS EXCLUSIVE MODE`;
    for (let times = 0; times < 5; times += 1)
      expect(await checkReadiness(20)).toMatchObject({
        status: 'not ready',
        parts: { database: { status: 'failing', reason: 'noAnswer' } },
      });
  });
  expect(await checkReadiness()).toMatchObject({ status: 'ready' });
});

test('one that is gone is said in words that give nothing away, and the process lives', async () => {
  const gone = new PrismaPg('postgresql://suncode:geheim@127.0.0.1:9/suncode');
  holdDatabase({ ...database(), db: new PrismaClient({ adapter: gone }) });
  const { status, body, text } = await ask();
  expect({ status, body }).toMatchObject({
    status: 503,
    body: {
      status: 'not ready',
      parts: {
        database: { status: 'failing', reason: 'unreachable' },
        storage: ok,
        worker: { reason: 'unknown' },
      },
    },
  });
  for (const secret of ['127.0.0.1', 'geheim', 'postgres', 'Error']) expect(text).not.toContain(secret);
  const { GET }: Route = await import(join(ROOT, 'app/api/health/route.ts'));
  expect((await GET()).status).toBe(200);
  holdDatabase(database());
});
