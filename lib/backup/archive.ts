import 'server-only';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { extract, type Extract, type Pack } from 'tar-stream';
import { z } from 'zod';

/** A header that other programs pass over in silence. */
const paxSchema = z.object({ comment: z.string() });

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A backup that cannot be read to its end, or is none. The message is for whoever restores it. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Adds a member that fits into memory, and waits while nobody takes what was added. */
export async function addMember(pack: Pack, name: string, bytes: Uint8Array): Promise<void> {
  const header = { name, size: bytes.byteLength, mode: 0o600, pax: { comment: sha256Of(bytes) } };
  await new Promise<void>((resolve, reject) => {
    pack.entry(header, Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
  });
}

/** Adds a member of any size. @param open is called twice: the digest stands before the bytes */
export async function addLargeMember(
  pack: Pack,
  { name, size }: { name: string; size: number },
  open: () => Promise<Readable>,
): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of await open()) hash.update(chunk);
  const source = await open();
  const header = { name, size, mode: 0o600, pax: { comment: hash.digest('hex') } };
  await new Promise<void>((resolve, reject) => {
    const entry = pack.entry(header, (error) => (error ? reject(error) : resolve()));
    source.once('error', reject);
    source.pipe(entry);
  });
}

export type Member = {
  name: string;
  size: number;
  bytes: () => Promise<Buffer>;
  stream: () => AsyncGenerator<Buffer>;
};

/** Streams of tar-stream do not say of what they are. */
export async function* chunksOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) if (chunk instanceof Uint8Array) yield Buffer.from(chunk);
}

/** What tar-stream and streamx say of a source that is no tar, or that ends too early; whichever notices first. */
const NO_WHOLE_TAR = /^(Invalid tar header|Unexpected end of data|Stream was destroyed|Premature close)/;

function cutOff(error: unknown): unknown {
  if (!(error instanceof Error && NO_WHOLE_TAR.test(error.message))) return error;
  return new BackupError('This file is no backup of Suncode, or it was cut off.', { cause: error });
}

type Entry = Extract extends AsyncIterable<infer T> ? T : never;

function memberOf(entry: Entry): Member {
  const { name, size, pax } = entry.header;
  const expected = paxSchema.safeParse(pax).data?.comment;
  async function* stream(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of chunksOf(entry)) {
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      throw cutOff(error);
    }
    if (hash.digest('hex') !== expected)
      throw new BackupError(`The backup is damaged: ${name} is not what was written.`);
  }
  const bytes = async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream()) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  return { name, size, bytes, stream };
}

/** The members one after the other; each must be read before the next. @throws BackupError when this is no whole tar */
export async function* readMembers(source: Readable): AsyncGenerator<Member> {
  const unpack = extract();
  source.once('error', (error) => unpack.destroy(error));
  source.pipe(unpack);
  try {
    for await (const entry of unpack) {
      yield memberOf(entry);
      entry.resume();
    }
  } catch (error) {
    throw cutOff(error);
  } finally {
    source.destroy();
  }
}
