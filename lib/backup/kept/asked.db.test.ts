import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { checkInstallation } from '@/lib/setup/identity';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';
import { makeBackup } from './make-backup';
import { getBackups } from './queries';
import { startBackup } from './service';

const database = useDatabase();
const NEVER = new AbortController().signal;
let admin: Actor;

const make = () => makeBackup(database(), NEVER);
const backupFolder = () => join(env().DATA_DIR, 'backups');
const filesOf = () => (existsSync(backupFolder()) ? readdirSync(backupFolder()) : []);

beforeAll(async () => {
  await checkInstallation(database());
  admin = await insertActor('ADMIN');
});
beforeEach(async () => {
  await db().backup.deleteMany();
});

test('without a rule one is made when somebody asks for it, and one that fails leaves it as it is', async () => {
  expect(await getBackups(admin)).toMatchObject({ rule: { everyDays: 0 }, nextAt: null, items: [] });
  expect(await make()).toBe(false);
  await startBackup(admin);
  expect(await getBackups(admin)).toMatchObject({ isUnderWay: true, items: [{ state: 'WAITING' }] });
  expect(await make()).toBe(true);
  const files = filesOf();
  const good = { state: 'FINISHED', failure: null, missingCount: 0, fileName: files[0] };
  expect(await getBackups(admin)).toMatchObject({ isUnderWay: false, problem: null, items: [good] });
  expect(await make()).toBe(false);

  await startBackup(admin);
  await makeBackup({ jobs: { kind: 'server', url: 'postgresql://127.0.0.1:9/none' } }, NEVER);
  const failed = { state: 'FAILED', failure: 'unreadable', fileName: null };
  expect(await getBackups(admin)).toMatchObject({ problem: 'failed', items: [failed, good] });
  expect(filesOf()).toEqual(files);
});

test('one at a time', async () => {
  const asked = await Promise.allSettled([startBackup(admin), startBackup(admin), startBackup(admin)]);
  const refused = { reason: { code: 'BACKUP_UNDER_WAY' } };
  expect(asked.filter(({ status }) => status === 'rejected')).toMatchObject([refused, refused]);
  expect(await db().backup.count()).toBe(1);
});
