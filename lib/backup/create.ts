import 'server-only';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pMap from 'p-map';
import { pack as newPack, type Pack } from 'tar-stream';
import { clock } from '@/lib/clock';
import type { Database } from '@/lib/db/client';
import { openSnapshot, type Session } from '@/lib/db/snapshot';
import { secrets } from '@/lib/secrets';
import { getObject, getObjectSize, getObjectStream } from '@/lib/storage/storage';
import { version } from '@/package.json';
import { addLargeMember, addMember, chunksOf } from './archive';
import { END, FORMAT, HEAD, SECRETS, STORAGE, TABLES, type End, type Head } from './manifest';
import { listObjects, type ObjectKey } from './objects';
import { sealSecrets } from './sealed-secrets';
import { Digest, listMigrations, listTables, readRows, type Table } from './tables';

const compress = promisify(gzip);

const jsonBytes = (value: unknown) => Buffer.from(JSON.stringify(value));

/** Rows of one member: some megabytes of JSON, and a few hundred kilobytes in the file. */
const ROWS_PER_MEMBER = 2_000;

async function addTable(pack: Pack, session: Session, table: Table): Promise<Digest> {
  const digest = new Digest();
  let [held, part]: [string[], number] = [[], 0];
  const flush = async () => {
    if (held.length === 0) return;
    part += 1;
    const name = `${TABLES}${table.name}/${String(part).padStart(6, '0')}.ndjson.gz`;
    await addMember(pack, name, await compress(held.join('\n')));
    held = [];
  };
  for await (const lines of readRows(session, table)) {
    digest.add(lines);
    held.push(...lines);
    if (held.length >= ROWS_PER_MEMBER) await flush();
  }
  await flush();
  return digest;
}

/** Pictures are some ten kilobytes; what is larger goes through in pieces. */
const SMALL_BYTES = 8 * 1024 * 1024;
const OBJECTS_TOGETHER = 8;

type Read = { key: string; isNeeded: boolean; bytes: Uint8Array | null; size: number | null };

/** @returns the bytes of what is small, the size alone of what is large, neither of what is missing */
async function readObject({ key, isNeeded, isPicture }: ObjectKey): Promise<Read> {
  const size = isPicture ? null : await getObjectSize(key);
  if (size !== null && size > SMALL_BYTES) return { key, isNeeded, bytes: null, size };
  const bytes = isPicture || size !== null ? await getObject(key) : null;
  return { key, isNeeded, bytes, size: bytes?.byteLength ?? null };
}

async function addObject(pack: Pack, { key, bytes, size }: Read & { size: number }): Promise<void> {
  if (bytes) return addMember(pack, STORAGE + key, bytes);
  return addLargeMember(pack, { name: STORAGE + key, size }, async () => {
    const stream = await getObjectStream(key);
    if (!stream) throw new Error(`${key} was removed from the storage while it was being saved`);
    return stream;
  });
}

/** Read some at a time, added in their order. */
async function* readObjects(session: Session): AsyncGenerator<Read> {
  for await (const keys of listObjects(session))
    for (let from = 0; from < keys.length; from += OBJECTS_TOGETHER)
      yield* await pMap(keys.slice(from, from + OBJECTS_TOGETHER), readObject);
}

async function addObjects(pack: Pack, session: Session): Promise<Omit<End, 'rows'>> {
  const end = { objects: 0, objectBytes: 0, missing: new Array<string>() };
  for await (const object of readObjects(session)) {
    const { key, size, isNeeded } = object;
    if (size === null) {
      if (isNeeded) end.missing.push(key);
      continue;
    }
    await addObject(pack, { ...object, size });
    end.objects += 1;
    end.objectBytes += size;
  }
  return end;
}

async function fill(pack: Pack, session: Session, passphrase: string | null): Promise<void> {
  const tables = await listTables(session);
  const head: Head = {
    ...{ format: FORMAT, version, createdAt: clock.now().toISOString() },
    ...{ migrations: await listMigrations(session), tables },
  };
  await addMember(pack, HEAD, jsonBytes(head));
  if (passphrase !== null) await addMember(pack, SECRETS, await sealSecrets(secrets(), passphrase));
  const rows: End['rows'] = {};
  for (const table of tables) {
    const digest = await addTable(pack, session, table);
    rows[table.name] = { count: digest.rows, digest: String(digest) };
  }
  const end: End = { rows, ...(await addObjects(pack, session)) };
  await addMember(pack, END, jsonBytes(end));
  pack.finalize();
}

/**
 * The whole installation at this moment as a tar (manifest.ts), while everything goes on: rows out of one snapshot, then
 * what they name in the storage. Read as fast as it is taken, in bounded memory.
 * @param passphrase seals AUTH_SECRET and ENCRYPTION_KEY into it; null leaves them out
 * @throws Error in the midst of the bytes when something cannot be read; without its end a backup is refused
 */
export async function* createBackup(
  { jobs }: Pick<Database, 'jobs'>,
  passphrase: string | null,
): AsyncGenerator<Uint8Array> {
  const session = await openSnapshot(jobs);
  const pack = newPack();
  const filling = fill(pack, session, passphrase).catch((error: unknown) =>
    pack.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  try {
    yield* chunksOf(pack);
  } finally {
    pack.destroy();
    await filling;
    await session.close();
  }
}
