import 'server-only';
import { existsSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Disk, errors } from 'flydrive';
import type { DriverContract } from 'flydrive/types';
import { env } from '@/lib/env';
import { measureStorage } from '@/lib/metrics/record';

/** In milliseconds; a test in which nothing answers makes it short. */
export const storagePatience = {
  connectMs: 5_000,
  /** Between two signs of life: a large file may take as long as it likes while it moves. */
  silenceMs: 15_000,
};

/**
 * `s3://key:secret@host/bucket?region=…&endpoint=…&addressing=virtual`; host is the endpoint unless `endpoint` is given.
 * Addresses are `host/bucket/key`, or `bucket.host/key` with `addressing=virtual`, the only way at 阿里云 and 腾讯云.
 */
export function s3Settings(address: string) {
  const url = new URL(address);
  return {
    credentials: {
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
    },
    endpoint: url.searchParams.get('endpoint') ?? `https://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    forcePathStyle: url.searchParams.get('addressing') !== 'virtual',
    // What is streamed would come in the pieces of `aws-chunked` with a checksum behind them, which Amazon reads and other
    // servers refuse, or keep as if it were the file.
    requestChecksumCalculation: 'WHEN_REQUIRED' as const,
    responseChecksumValidation: 'WHEN_REQUIRED' as const,
    requestHandler: {
      connectionTimeout: storagePatience.connectMs,
      socketTimeout: storagePatience.silenceMs,
    },
  };
}

async function s3Driver(address: string): Promise<DriverContract> {
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new S3Driver({
    ...s3Settings(address),
    bucket: new URL(address).pathname.slice(1),
    visibility: 'private',
    supportsACL: false,
  });
}

async function fileDriver(folder: string): Promise<DriverContract> {
  const { FSDriver } = await import('flydrive/drivers/fs');
  return new FSDriver({ location: folder, visibility: 'private' });
}

/** A store of pictures: by STORAGE_URL an S3 bucket, else the folder DATA_DIR/storage. The same keys in both. */
export async function openStorage(settings: { storageUrl?: string; dataDir: string }): Promise<Disk> {
  const { storageUrl, dataDir } = settings;
  return new Disk(storageUrl ? await s3Driver(storageUrl) : await fileDriver(join(dataDir, 'storage')));
}

let opened: Promise<Disk> | undefined;

function storage(): Promise<Disk> {
  opened ??= openStorage({ storageUrl: env().STORAGE_URL, dataDir: env().DATA_DIR });
  return opened;
}

/** The store did not do what it was asked for: it is away, full, or refuses. That it has no such object is an answer. */
class StorageError extends Error {
  override readonly name = 'StorageError';
}

// By name and not `instanceof`: the worker and Next's bundle each load their own copy of this class.
export function isStorageError(error: unknown): boolean {
  return error instanceof Error && error.name === 'StorageError';
}

async function asked<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await measureStorage(operation, work);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StorageError(`the storage failed (${operation}): ${reason}`, { cause: error });
  }
}

/** Writes the bytes exactly as given; an existing object of this key is replaced. */
export async function putObject(key: string, bytes: Uint8Array, contentType?: string): Promise<void> {
  const options = contentType ? { contentType } : {};
  await asked('put', async () => (await storage()).put(key, bytes, options));
}

async function readBytes(key: string): Promise<Uint8Array | null> {
  const disk = await storage();
  try {
    return await disk.getBytes(key);
  } catch (error) {
    // flydrive has one error for "missing" and "cannot be reached"; only the first is an answer.
    if (!(error instanceof errors.E_CANNOT_READ_FILE)) throw error;
    // It may have been written since: a second look says which it was.
    return (await disk.exists(key)) ? disk.getBytes(key) : null;
  }
}

/** @returns null when there is no such object */
export function getObject(key: string): Promise<Uint8Array | null> {
  return asked('get', () => readBytes(key));
}

/** Removes one object; none of this key is as good. */
export async function deleteObject(key: string): Promise<void> {
  await asked('delete', async () => (await storage()).delete(key));
}

/** Copies a file of this machine into the store, however large; an existing object of this key is replaced. */
export async function putFile(key: string, path: string, contentType: string): Promise<void> {
  await asked('put', async () => (await storage()).copyFromFs(path, key, { contentType }));
}

/** The same for what does not fit into memory and is no file. S3 takes nothing whose size it is not told. */
export async function putStream(
  key: string,
  chunks: AsyncIterable<Uint8Array>,
  sizeBytes: number,
): Promise<void> {
  const options = { contentLength: sizeBytes };
  const source = new WatchedSource(chunks);
  const put = async () => (await storage()).putStream(key, Readable.from(source.read()), options);
  await asked('put', put).catch((error: unknown) => {
    throw source.failed ? source.failed.error : error;
  });
}

/** What ends in the source is no fault of the store. */
class WatchedSource {
  failed: { error: unknown } | undefined;

  constructor(private readonly chunks: AsyncIterable<Uint8Array>) {}

  async *read(): AsyncGenerator<Uint8Array> {
    try {
      yield* this.chunks;
    } catch (error) {
      this.failed = { error };
      throw error;
    }
  }
}

/** For what does not fit into memory. @returns null when there is no such object; whoever stops early destroys it */
export function getObjectStream(key: string): Promise<Readable | null> {
  return asked('open', async () => {
    const disk = await storage();
    return (await disk.exists(key)) ? disk.getStream(key) : null;
  });
}

export type ObjectInfo = { sizeBytes: number; changedAt: Date };

async function readInfo(key: string): Promise<ObjectInfo | null> {
  const disk = await storage();
  try {
    const { contentLength, lastModified } = await disk.getMetaData(key);
    return { sizeBytes: contentLength, changedAt: lastModified };
  } catch (error) {
    if (error instanceof errors.E_CANNOT_GET_METADATA && !(await disk.exists(key))) return null;
    throw error;
  }
}

/** @returns null when there is no such object */
export function getObjectInfo(key: string): Promise<ObjectInfo | null> {
  return asked('look', () => readInfo(key));
}

/** In bytes. @returns null when there is no such object */
export async function getObjectSize(key: string): Promise<number | null> {
  return (await getObjectInfo(key))?.sizeBytes ?? null;
}

const KEYS_AT_ONCE = 500;

async function* keysOfBucket(folder: string): AsyncGenerator<string[]> {
  const disk = await storage();
  let paginationToken: string | undefined;
  do {
    const token = paginationToken === undefined ? {} : { paginationToken };
    const page = await asked('list', () => disk.listAll(`${folder}/`, { recursive: true, ...token }));
    const keys = [...page.objects].flatMap((object) => (object.isFile ? [object.key] : []));
    // flydrive drops the slash of a prefix, which then stands for `codes-of-others` too.
    yield keys.filter((key) => key.startsWith(`${folder}/`));
    paginationToken = page.paginationToken;
  } while (paginationToken !== undefined);
}

/** Read as a stream: flydrive's own list holds all names of a folder at once. */
async function* keysOfFolder(folder: string): AsyncGenerator<string[]> {
  const path = join(env().DATA_DIR, 'storage', folder);
  if (!existsSync(path)) return;
  let keys: string[] = [];
  for await (const entry of await opendir(path, { bufferSize: KEYS_AT_ONCE })) {
    if (entry.isDirectory()) yield* keysOfFolder(`${folder}/${entry.name}`);
    else keys.push(`${folder}/${entry.name}`);
    if (keys.length < KEYS_AT_ONCE) continue;
    yield keys;
    keys = [];
  }
  yield keys;
}

/** The keys of all objects below a folder, some hundred at a time, however many there are. */
export function listKeys(folder: string): AsyncGenerator<string[]> {
  return env().STORAGE_URL ? keysOfBucket(folder) : keysOfFolder(folder);
}
