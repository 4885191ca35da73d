import 'server-only';
import { createHash } from 'node:crypto';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';

const KEPT_MS = 24 * 60 * 60 * 1000;
/** A process that died while it worked leaves a row without an answer; after so long the request may be made again. */
const WORKING_MS = 5 * 60 * 1000;
const KEY_MAX_CHARS = 255;

export type Answer = { status: number; body: string; headers: Record<string, string> };
type Asked = { keyId: string; key: string; method: string; path: string; body: string };

const digestOf = ({ method, path, body }: Asked) =>
  createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex');

/** @throws AppError INVALID_INPUT */
function requireReadable(key: string): void {
  if (/^[\x21-\x7e]+$/.test(key) && key.length <= KEY_MAX_CHARS) return;
  const issue = { field: 'Idempotency-Key', key: 'errors.issues.format', values: {} } as const;
  throw new AppError('INVALID_INPUT', { issues: [issue] });
}

const headersOf = (kept: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(kept)).map(([name, value]) => [name, String(value)]));

/** The answer that the same request got before; null when this one is the first, which is then noted as being at work. */
async function begin(asked: Asked, digest: string): Promise<Answer | null> {
  const now = clock.now();
  const since = (ms: number) => new Date(now.getTime() - ms);
  await db().idempotentAnswer.deleteMany({
    where: {
      OR: [
        { createdAt: { lt: since(KEPT_MS) } },
        { keyId: asked.keyId, key: asked.key, status: null, createdAt: { lt: since(WORKING_MS) } },
      ],
    },
  });
  const row = { keyId: asked.keyId, key: asked.key, digest, createdAt: now };
  const { count } = await db().idempotentAnswer.createMany({ data: [row], skipDuplicates: true });
  if (count === 1) return null;
  const where = { keyId_key: { keyId: asked.keyId, key: asked.key } };
  const known = await db().idempotentAnswer.findUnique({ where });
  if (known && known.digest !== digest) throw new AppError('IDEMPOTENCY_REUSED');
  if (!known || known.status === null) throw new AppError('IDEMPOTENCY_BUSY', { values: { seconds: 1 } });
  return { status: known.status, body: known.body, headers: headersOf(known.headers) };
}

/**
 * Does something once for each Idempotency-Key of an API key: whoever repeats the request within a day gets the same answer.
 * What the server was at fault for is not kept, so that it can be tried again.
 * @throws AppError INVALID_INPUT, IDEMPOTENCY_REUSED for another request under the same key, IDEMPOTENCY_BUSY while the
 *   first one is still at work
 */
export async function once(asked: Asked, work: () => Promise<Answer>): Promise<Answer> {
  requireReadable(asked.key);
  const digest = digestOf(asked);
  const known = await begin(asked, digest);
  if (known) return { ...known, headers: { ...known.headers, 'idempotency-replayed': 'true' } };
  const where = { keyId: asked.keyId, key: asked.key };
  try {
    const answer = await work();
    if (answer.status >= 500 || answer.status === 429) await db().idempotentAnswer.deleteMany({ where });
    else await db().idempotentAnswer.updateMany({ where, data: answer });
    return answer;
  } catch (fault) {
    await db().idempotentAnswer.deleteMany({ where });
    throw fault;
  }
}
