import 'server-only';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Database } from '@/lib/db/client';
import { migrationList } from '@/lib/db/migrate/migrate';
import { MAY_BE_SLOW, openSession, type Session } from '@/lib/db/snapshot';
import { adoptSecrets } from '@/lib/secrets';
import { putObject, putStream } from '@/lib/storage/storage';
import { BackupError, readMembers, type Member } from './archive';
import {
  END,
  FORMAT,
  HEAD,
  SECRETS,
  STORAGE,
  TABLES,
  endSchema,
  headSchema,
  type End,
  type Head,
} from './manifest';
import { openSecrets } from './sealed-secrets';
import { digestOf, insertRows, listMigrations, withoutForeignKeys } from './tables';

const decompress = promisify(gunzip);

const jsonOf = async (member: Member): Promise<unknown> =>
  JSON.parse((await member.bytes()).toString('utf8'));

async function readHead(members: AsyncGenerator<Member>): Promise<Head> {
  const { value: first } = await members.next();
  if (first?.name !== HEAD) throw new BackupError('This file is no backup of Suncode.');
  const head = headSchema.parse(await jsonOf(first));
  const known = new Set(migrationList().migrationDirectories.map(({ path }) => path));
  if (head.format > FORMAT || !head.migrations.every((name) => known.has(name)))
    throw new BackupError(
      `This backup was made by Suncode ${head.version}, which is newer. Restore it with that version or a later one.`,
    );
  return head;
}

/** What would be overwritten by a restore. An installation that was only started has neither. */
const OWN = ['User', 'Code'];

async function requireEmpty(session: Session, head: Head): Promise<void> {
  for (const name of OWN)
    if ((await session.query(`SELECT 1 FROM "${name}" LIMIT 1`)).length > 0)
      throw new BackupError(
        'There is an installation in this database already, and nothing of it is overwritten. Give the restore an empty ' +
          'DATA_DIR, or a DATABASE_URL with an empty database.',
      );
  const applied = await listMigrations(session);
  if (applied.some((name) => !head.migrations.includes(name)))
    throw new BackupError(
      'This database was already brought up to date by a newer version than the backup is from. Give the restore an empty one.',
    );
}

async function takeSecrets(member: Member, passphrase: string | null): Promise<void> {
  const sealed = await member.bytes();
  if (passphrase === null)
    throw new BackupError(
      'The keys in this backup are sealed: set BACKUP_PASSPHRASE to the passphrase it was made with.',
    );
  adoptSecrets(await openSecrets(sealed, passphrase));
}

type Taken = { objects: number; objectBytes: number; end: End | null };

const SMALL_BYTES = 8 * 1024 * 1024;

async function takeObject(member: Member): Promise<void> {
  const key = member.name.slice(STORAGE.length);
  if (member.size <= SMALL_BYTES) await putObject(key, await member.bytes());
  else await putStream(key, member.stream(), member.size);
}

async function takeRows(session: Session, head: Head, member: Member): Promise<void> {
  const name = member.name.slice(TABLES.length).split('/')[0];
  const table = head.tables.find((each) => each.name === name);
  if (!table) throw new BackupError(`The backup is damaged: it has rows of ${name}, which it does not list.`);
  const lines = (await decompress(await member.bytes())).toString('utf8').split('\n');
  await insertRows(session, table, lines);
}

type Target = { session: Session; head: Head; passphrase: string | null };

/** Takes members until the end. */
async function takeAll(
  members: AsyncGenerator<Member>,
  { session, head, passphrase }: Target,
): Promise<Taken> {
  const taken: Taken = { objects: 0, objectBytes: 0, end: null };
  for await (const member of members) {
    if (member.name === SECRETS) await takeSecrets(member, passphrase);
    else if (member.name.startsWith(TABLES)) await takeRows(session, head, member);
    else if (member.name.startsWith(STORAGE)) {
      await takeObject(member);
      taken.objects += 1;
      taken.objectBytes += member.size;
    } else if (member.name === END) taken.end = endSchema.parse(await jsonOf(member));
  }
  return taken;
}

/** Every row is read again and compared, and every object was while it came. */
async function verify(session: Session, head: Head, { end, objects, objectBytes }: Taken): Promise<End> {
  if (!end) throw new BackupError('The backup was cut off: its end is missing.');
  if (objects !== end.objects || objectBytes !== end.objectBytes)
    throw new BackupError(
      `The backup is damaged: it has ${objects} objects of the storage instead of ${end.objects}.`,
    );
  for (const table of head.tables) {
    const digest = await digestOf(session, table);
    const expected = end.rows[table.name];
    if (digest.rows !== expected?.count || String(digest) !== expected.digest)
      throw new BackupError(
        `The rows of ${table.name} are not those of the backup: ${digest.rows} instead of ${expected?.count ?? 0}, or not ` +
          'the same.',
      );
  }
  return end;
}

export type Restored = {
  version: string;
  createdAt: string;
  rows: number;
  objects: number;
  missing: string[];
};

/**
 * Writes a backup into an empty installation, all or nothing of its rows, and compares every row with what was written.
 * @param open opens the database with the migrations that the backup knows; whoever opens it next gets the later ones
 * @param passphrase what sealed its keys; null when there is none
 * @throws BackupError in words for whoever restores
 */
export async function restoreBackup(
  source: Readable,
  open: (migrations: readonly string[]) => Promise<Database>,
  passphrase: string | null,
): Promise<Restored> {
  const members = readMembers(source);
  const head = await readHead(members);
  const database = await open(head.migrations);
  const session = await openSession(database.jobs);
  try {
    await session.query('BEGIN');
    await session.query(MAY_BE_SLOW);
    await requireEmpty(session, head);
    for (const { name } of head.tables) await session.query(`TRUNCATE "${name}" CASCADE`);
    let taken: Taken = { objects: 0, objectBytes: 0, end: null };
    await withoutForeignKeys(session, async () => {
      taken = await takeAll(members, { session, head, passphrase });
    });
    const end = await verify(session, head, taken);
    await session.query('COMMIT');
    const rows = Object.values(end.rows).reduce((sum, { count }) => sum + count, 0);
    return {
      ...{ version: head.version, createdAt: head.createdAt },
      rows,
      objects: end.objects,
      missing: end.missing,
    };
  } catch (error) {
    await session.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await members.return(undefined);
    await session.close();
    await database.close();
  }
}
