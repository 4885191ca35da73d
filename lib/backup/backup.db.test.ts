import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { newTableKey, storedTableKeys } from '@/lib/batches/table/stored-table';
import { db, holdDatabase, type Database } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/open';
import { bytesOf, insertPicture, madeExport, sha256 } from '@/lib/exports/export.fixture';
import { secrets } from '@/lib/secrets';
import { checkInstallation } from '@/lib/setup/identity';
import { deleteObject, getObject, putObject } from '@/lib/storage/storage';
import { copyTemplate, useDatabase, type DatabaseCopy } from '@/lib/testing/database';
import { insertApp, insertUser } from '@/lib/testing/factories';
import { readMembers, type Member } from './archive';
import { createBackup } from './create';
import { restoreBackup } from './restore';

const original = useDatabase();
const PASSPHRASE = 'correct horse battery';

/** What names hold in the worst case. */
const NAME = '桌 1 "a" \\n \' \t€😀';
const LARGE = Buffer.alloc(9 * 1024 * 1024, 'large');

/** Of nine megabytes nobody wants to see the difference. */
const shaOfObjects = () =>
  Promise.all([...imageKeys, tableKey].map(async (key) => sha256((await getObject(key)) ?? Buffer.alloc(0))));

let [imageKeys, tableKey]: [string[], string] = [[], ''];

beforeAll(async () => {
  await checkInstallation(original());
  const user = await insertUser({ name: NAME });
  const app = await insertApp();
  for (let index = 0; index < 3; index += 1) {
    const bytes = Buffer.from(`picture ${index} \u0000\u00ff`, 'latin1');
    const code = await insertPicture(app.id, {
      ...{ bytes, name: `${NAME} ${index}`, createdById: user.id, tagIds: ['a', 'b"'] },
    });
    imageKeys.push(code.imageKey ?? '');
  }
  tableKey = newTableKey();
  await putObject(tableKey, LARGE);
  const data = { miniProgramId: app.id, name: NAME, source: 'file', tableKey, rowCount: 1 } as const;
  await db().batch.create({ data: { ...data, plan: { scene: { column: 1.5e-7 } }, columns: ['甲', null] } });
  await madeExport(systemActor('a test'), { app: 'all', format: 'zip' });
});

afterEach(() => holdDatabase(original()));

const backup = async (database = original(), passphrase: string | null = null) =>
  bytesOf({ chunks: createBackup(database, passphrase) });

async function membersOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const members = new Map<string, Buffer>();
  for await (const member of readMembers(Readable.from([bytes])) as AsyncIterable<Member>)
    members.set(member.name, await member.bytes());
  return members;
}

/** Counts and digests of all rows and objects. */
const endOf = async (bytes: Buffer): Promise<unknown> =>
  JSON.parse(String((await membersOf(bytes)).get('end.json')));

const newFolder = (): DatabaseCopy => ({ dataDir: mkdtempSync(join(tmpdir(), 'suncode-restore-')) });

async function restore(bytes: Buffer, into: DatabaseCopy, passphrase: string | null = null) {
  const open = (migrations: readonly string[]) => openDatabase({ ...into, migrations });
  return restoreBackup(Readable.from([bytes]), open, passphrase);
}

async function within<T>(copy: DatabaseCopy, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(copy);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

describe('a backup', () => {
  test('brings every row and every object into an empty installation of either kind', async () => {
    const bytes = await backup();
    const objects = await shaOfObjects();
    await Promise.all([...imageKeys, tableKey].map(deleteObject));
    // To the embedded database, and from there to one of the kind of this run.
    const folder = newFolder();
    expect(await restore(bytes, folder)).toMatchObject({ missing: [], objects: 6 });
    const again = await within(folder, backup);
    const copy = original().kind === 'postgresql' ? await copyTemplate() : newFolder();
    await restore(again, copy);
    expect(await endOf(await within(copy, backup))).toEqual(await endOf(bytes));
    expect(await shaOfObjects()).toEqual(objects);
  });
});
