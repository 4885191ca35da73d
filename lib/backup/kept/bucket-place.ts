import 'server-only';
import { addAbortSignal, Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { s3Settings } from '@/lib/storage/storage';
import { verifyBackup } from '../verify';
import { PlaceError } from './failures';
import type { BackupPlace } from './place-types';

/** S3 takes 10,000 parts: 160 GB. Of each upload two are held in memory. */
const PART_BYTES = 16 * 1024 * 1024;
const PARTS_AT_ONCE = 2;

/** What the bucket, and not what was to be written there, is to blame for. */
function bucketError(cause: unknown): PlaceError {
  const status = cause instanceof S3ServiceException ? (cause.$metadata.httpStatusCode ?? 0) : 0;
  const said = cause instanceof Error ? `: ${cause.name}, ${cause.message}` : '';
  return new PlaceError(
    status >= 400 && status < 500 ? 'refused' : 'unreachable',
    `The bucket of BACKUP_URL did not take or give the backup${said}.`,
    { cause },
  );
}

const throwBucketError = (error: unknown): never => {
  throw bucketError(error);
};

/** Tells what is wrong with the source from what is wrong with the bucket. */
function watched(chunks: AsyncIterable<Uint8Array>) {
  const seen: { error?: Error; sizeBytes: number } = { sizeBytes: 0 };
  async function* read() {
    try {
      for await (const chunk of chunks) {
        seen.sizeBytes += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      seen.error = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
  return { body: Readable.from(read()), seen };
}

type Target = { client: S3Client; Bucket: string; Key: string };

/** In parts, of which nothing is seen before the last: an upload that ends early leaves no object. */
async function upload(
  { client, Bucket, Key }: Target,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<number> {
  const { body, seen } = watched(chunks);
  const sent = new Upload({
    ...{ client, params: { Bucket, Key, Body: body, ContentType: 'application/x-tar' } },
    ...{ partSize: PART_BYTES, queueSize: PARTS_AT_ONCE },
  });
  const stop = () => void sent.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await sent.done();
  } catch (error) {
    signal.throwIfAborted();
    if (seen.error !== undefined) throw seen.error;
    throw bucketError(error);
  } finally {
    signal.removeEventListener('abort', stop);
    body.destroy();
  }
  return seen.sizeBytes;
}

/** `s3://key:secret@host/bucket/folder`, with the parameters of STORAGE_URL. */
export function bucketPlace(address: string): BackupPlace {
  const [Bucket = '', ...folders] = new URL(address).pathname.split('/').filter(Boolean);
  const keyOf = (name: string) => [...folders, name].join('/');
  const settings = s3Settings(address);
  const client = new S3Client(settings);

  async function read(name: string): Promise<Readable | null> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(name) }));
      return Body instanceof Readable ? Body : null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      return throwBucketError(error);
    }
  }

  async function remove(name: string): Promise<void> {
    await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(name) })).catch(throwBucketError);
  }

  return {
    name: `${settings.endpoint}/${Bucket}/${keyOf('')}`,
    read,
    remove,
    async write(name, chunks, signal) {
      const sizeBytes = await upload({ client, Bucket, Key: keyOf(name) }, chunks, signal);
      let lost: unknown;
      try {
        const source = await read(name);
        if (!source) throw bucketError(new Error('What was put there is not there.'));
        addAbortSignal(signal, source).once('error', (error) => (lost = error));
        return { end: await verifyBackup(source), sizeBytes };
      } catch (error) {
        await remove(name).catch(() => undefined);
        signal.throwIfAborted();
        throw lost ? bucketError(lost) : error;
      }
    },
  };
}
