import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pack as newPack } from 'tar-stream';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { newTableKey } from '@/lib/batches/table/stored-table';
import { db, holdDatabase, type Database } from '@/lib/db/client';
import { migrationList } from '@/lib/db/migrate/migrate';
import { openDatabase } from '@/lib/db/opening/open';
import { bytesOf, insertPicture, madeExport, sha256 } from '@/lib/exports/export.fixture';
import { secrets } from '@/lib/secrets';
import { checkInstallation } from '@/lib/setup/identity';
import { deleteObject, getObject, putObject } from '@/lib/storage/storage';
import { copyTemplate, useDatabase, type DatabaseCopy } from '@/lib/testing/database';
import { insertApp, insertUser } from '@/lib/testing/factories';
import { addMember, BackupError, readMembers } from './archive';
import { createBackup } from './create';
import { askForBackup, openLocalDoor } from './local-door';
import { restoreBackup } from './restore';

const original = useDatabase();
const PASSPHRASE = 'correct horse battery';

/** What names hold in the worst case. */
const NAME = '桌 1 "a" \\n \' \t€😀';
const LARGE = Buffer.alloc(9 * 1024 * 1024, 'large');

/** Of nine megabytes nobody wants to see the difference. */
const shaOfObjects = () =>
  Promise.all([...imageKeys, tableKey].map(async (key) => sha256((await getObject(key)) ?? Buffer.alloc(0))));

const imageKeys: string[] = [];
let tableKey = '';

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
  const pages = [NAME, 'pages/index'];
  await db().appRelease.create({ data: { miniProgramId: app.id, pages, entryPage: NAME } });
  const logo = Buffer.from('of a design');
  const logoKey = `print/${sha256(logo)}.png`;
  await putObject(logoKey, logo, 'image/png');
  const size = { widthPx: 1, heightPx: 1 };
  await db().printPicture.create({
    data: { sha256: sha256(logo), imageKey: logoKey, mediaType: 'image/png', ...size },
  });
  imageKeys.push(logoKey);
  tableKey = newTableKey();
  await putObject(tableKey, LARGE);
  const data = { miniProgramId: app.id, name: NAME, source: 'file', tableKey, rowCount: 1 } as const;
  await db().batch.create({ data: { ...data, plan: { scene: { column: 1.5e-7 } }, columns: ['甲', null] } });
  await madeExport(systemActor('a test'), { app: 'all', format: 'zip' });
});

afterEach(() => holdDatabase(original()));

const backup = async (database: Pick<Database, 'jobs'> = original(), passphrase: string | null = null) =>
  bytesOf({ chunks: createBackup(database, passphrase) });

async function membersOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const members = new Map<string, Buffer>();
  for await (const member of readMembers(Readable.from([bytes])))
    members.set(member.name, await member.bytes());
  return members;
}

/** Counts and digests of all rows and objects. */
const endOf = async (bytes: Buffer): Promise<unknown> =>
  JSON.parse(String((await membersOf(bytes)).get('end.json')));

/** Where nothing is yet. */
const newFolder = () => ({ dataDir: mkdtempSync(join(tmpdir(), 'suncode-restore-')) });

/** The same with its tables, which takes less time. */
function emptyFolder() {
  const [folder, template] = [newFolder(), inject('databaseTemplate')];
  if (template.kind === 'pglite') cpSync(template.folder, join(folder.dataDir, 'db'), { recursive: true });
  return folder;
}

async function restore(bytes: Buffer, into: DatabaseCopy, passphrase: string | null = null) {
  const open = (migrations: readonly string[]) => openDatabase({ ...into, migrations });
  return restoreBackup(Readable.from([bytes]), open, passphrase);
}

async function within<T>(
  copy: DatabaseCopy & { migrations?: string[] },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(copy);
  try {
    return await work(database);
  } finally {
    await database.close();
    holdDatabase(original());
  }
}

/** The same with another beginning. */
async function withHead(bytes: Buffer, change: object): Promise<Buffer> {
  const pack = newPack();
  const packing = (async () => {
    for (const [name, content] of await membersOf(bytes)) {
      const head = name === 'suncode.json' && { ...JSON.parse(String(content)), ...change };
      await addMember(pack, name, head ? Buffer.from(JSON.stringify(head)) : content);
    }
    pack.finalize();
  })();
  const changed = await buffer(pack);
  await packing;
  return changed;
}

describe('a backup', () => {
  test('brings every row and every object into an empty installation of either kind', async () => {
    const bytes = await backup();
    const objects = await shaOfObjects();
    await Promise.all([...imageKeys, tableKey].map(deleteObject));
    // To the embedded database, and from there to one of the kind of this run.
    const folder = emptyFolder();
    expect(await restore(bytes, folder)).toMatchObject({ missing: [], objects: 7 });
    const again = await within(folder, backup);
    const copy = original().kind === 'postgresql' ? await copyTemplate() : emptyFolder();
    await restore(again, copy);
    expect(await endOf(await within(copy, backup))).toEqual(await endOf(bytes));
    expect(await shaOfObjects()).toEqual(objects);
  });

  test('is of one moment, whatever is written while it is read', async () => {
    const before = await endOf(await backup());
    const chunks = createBackup(original(), null);
    const first = await chunks.next();
    const late = await insertUser();
    const rest = await bytesOf({ chunks });
    await db().user.delete({ where: { id: late.id } });
    expect(await endOf(Buffer.concat([first.value ?? Buffer.alloc(0), rest]))).toEqual(before);
  });

  test('names what the storage had lost', async () => {
    const [lost = ''] = imageKeys;
    const bytes = await getObject(lost);
    await deleteObject(lost);
    expect(await endOf(await backup())).toMatchObject({ missing: [lost] });
    await putObject(lost, bytes ?? Buffer.alloc(0));
  });

  test('of an older version gets the later migrations once its rows are there', async () => {
    const all = migrationList().migrationDirectories.map(({ path }) => path);
    const [old, folder] = [newFolder(), newFolder()];
    const bytes = await within({ ...old, migrations: all.slice(0, -1) }, async ({ db: before, jobs }) => {
      await before.$executeRaw`INSERT INTO "Tag" ("id", "name", "nameKey", "color") VALUES ('1', '午市', '午市', 'red')`;
      return backup({ jobs });
    });
    await restore(bytes, folder);
    const members = await membersOf(await within(folder, backup));
    expect(JSON.parse(String(members.get('suncode.json'))).migrations).toEqual(all);
    expect(JSON.parse(String(members.get('end.json'))).rows.Tag.count).toBe(1);
  });
});

describe('a backup asked for by another process', () => {
  test('is made by the one that has the embedded database', async () => {
    const database: Database = { ...original(), kind: 'pglite' };
    const { dataDir } = newFolder();
    expect(await askForBackup(dataDir, null)).toBeNull();
    const close = await openLocalDoor(database, dataDir);
    const asked = await askForBackup(dataDir, PASSPHRASE);
    const bytes = await buffer(asked ?? Readable.from([]));
    close();
    expect([...(await membersOf(bytes)).keys()].slice(0, 2)).toEqual(['suncode.json', 'secrets.json']);
    expect(await endOf(bytes)).toEqual(await endOf(await backup()));
    expect(await askForBackup(dataDir, null)).toBeNull();
  });

  test('ends without its end when it cannot be made', async () => {
    const failing: Database = {
      ...original(),
      kind: 'pglite',
      jobs: { kind: 'server', url: 'postgresql://127.0.0.1:9/none' },
    };
    const { dataDir } = newFolder();
    const close = await openLocalDoor(failing, dataDir);
    await expect(askForBackup(dataDir, null).then((asked) => asked && buffer(asked))).rejects.toThrow();
    close();
  });
});

describe('a restore', () => {
  const folder = emptyFolder();
  const refused = async (bytes: Buffer, into: DatabaseCopy, passphrase: string | null = null) =>
    restore(bytes, into, passphrase).then(
      () => 'not refused',
      (error: unknown) => (error instanceof BackupError ? error.message : String(error)),
    );

  test('takes all rows or none of a backup that was cut off or damaged', async () => {
    const bytes = await backup();
    // In the midst of the last member, and of a large one.
    for (const length of [bytes.length - 4096, bytes.indexOf('large') + 1_000_000])
      expect(await refused(bytes.subarray(0, length), folder)).toMatch(/cut off/);
    const damaged = Buffer.from(bytes);
    const at = damaged.indexOf('picture 1');
    damaged[at] = 0x50;
    expect(at).toBeGreaterThan(0);
    expect(await refused(damaged, folder)).toMatch(/^The backup is damaged: storage\/codes/);
    await within(folder, async ({ db: other }) => expect(await other.code.count()).toBe(0));
    expect(await refused(Buffer.from('no tar at all'.repeat(100)), folder)).toMatch(/no backup of Suncode/);
  });

  test('says which version a backup needs', async () => {
    const newer = await withHead(await backup(), { version: '9.0.0', migrations: ['29990101000000_later'] });
    expect(await refused(newer, folder)).toMatch(/^This backup was made by Suncode 9\.0\.0, which is newer/);
  });

  test('brings the keys when it is told the passphrase, and takes no others for them', async () => {
    const bytes = await backup(original(), PASSPHRASE);
    expect(bytes.includes(secrets().ENCRYPTION_KEY)).toBe(false);
    expect(await refused(bytes, folder)).toMatch(
      /^The keys in this backup are sealed: set BACKUP_PASSPHRASE/,
    );
    expect(await refused(bytes, folder, 'another passphrase')).toMatch(/^The passphrase is not the one/);
    expect(await refused(bytes, folder, PASSPHRASE)).toBe('not refused');
  });

  test('overwrites nothing', async () => {
    const bytes = await backup();
    expect(await refused(bytes, folder)).toMatch(/^There is an installation in this database already/);
  });
});
