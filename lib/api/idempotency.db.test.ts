import { afterEach, describe, expect, test, vi } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { once, type Answer } from './idempotency';

useDatabase();

let keys = 0;
const asked = () => ({ keyId: 'k1', key: `key-${(keys += 1)}`, method: 'POST', path: '/codes', body: '{}' });
const MINUTE_MS = 60_000;
const start = new Date('2026-11-26T08:00:00Z').getTime();
const at = (ms: number) => vi.spyOn(clock, 'now').mockReturnValue(new Date(start + ms));
afterEach(() => void vi.restoreAllMocks());

/** Work that answers with these, one after the other, and how often it was done. */
function worker(...statuses: number[]) {
  const work = vi.fn(async (): Promise<Answer> => {
    const status = statuses[Math.min(work.mock.calls.length, statuses.length) - 1] ?? 200;
    return { status, body: `answer ${work.mock.calls.length}`, headers: { location: '/a' } };
  });
  return work;
}

describe('an answer', () => {
  test.each([200, 201, 400, 404, 409])('of %i is given again as it was', async (status) => {
    const [one, work] = [asked(), worker(status)];
    const first = { status, body: 'answer 1', headers: { location: '/a' } };
    expect(await once(one, work)).toEqual(first);
    const replayed = { ...first, headers: { ...first.headers, 'idempotency-replayed': 'true' } };
    expect(await once(one, work)).toEqual(replayed);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test.each([429, 500, 503])('of %i is none to keep: it is tried again', async (status) => {
    const [one, work] = [asked(), worker(status, 200)];
    expect(await once(one, work)).toMatchObject({ status });
    expect(await once(one, work)).toMatchObject({ status: 200, body: 'answer 2' });
  });

  test('that did not come is tried again', async () => {
    const one = asked();
    await expect(once(one, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await once(one, worker())).toMatchObject({ body: 'answer 1' });
  });

  test('is kept for a day, however long it is since the work was begun', async () => {
    const [one, work] = [asked(), worker()];
    at(0);
    await once(one, work);
    at(24 * 60 * MINUTE_MS);
    expect(await once(one, work)).toMatchObject({ body: 'answer 1' });
    at(24 * 60 * MINUTE_MS + 1);
    expect(await once(one, work)).toMatchObject({ body: 'answer 2' });
  });
});

describe('a key', () => {
  test('is of one request: another method, place or body is refused', async () => {
    const one = asked();
    await once(one, worker());
    for (const other of [{ method: 'DELETE' }, { path: '/batches' }, { body: '{"a":1}' }])
      await expect(once({ ...one, ...other }, worker())).rejects.toMatchObject({
        code: 'IDEMPOTENCY_REUSED',
      });
    expect(await once({ ...one, keyId: 'k2', body: 'x' }, worker())).toMatchObject({ body: 'answer 1' });
  });

  test.each(['', ' ', 'a b', '店', 'x'.repeat(256)])('cannot be %j', async (key) => {
    await expect(once({ ...asked(), key }, worker())).rejects.toMatchObject({
      ...{ code: 'INVALID_INPUT', issues: [{ field: 'Idempotency-Key' }] },
    });
  });

  test('at work is waited for, until its process must be gone', async () => {
    const one = { ...asked(), key: 'x'.repeat(255) };
    at(0);
    await db().idempotentAnswer.deleteMany();
    const digest = await digestOf(one);
    const row = { keyId: one.keyId, key: one.key, digest, createdAt: new Date(start) };
    await db().idempotentAnswer.create({ data: row });
    at(5 * MINUTE_MS);
    await expect(once(one, worker())).rejects.toMatchObject({
      ...{ code: 'IDEMPOTENCY_BUSY', values: { seconds: 1 } },
    });
    at(5 * MINUTE_MS + 1);
    expect(await once(one, worker())).toMatchObject({ body: 'answer 1' });
  });
});

/** As it stands in the row of the same request under another key. */
async function digestOf(one: ReturnType<typeof asked>): Promise<string> {
  const key = 'another';
  await once({ ...one, key }, worker());
  const where = { keyId_key: { keyId: one.keyId, key } };
  return (await db().idempotentAnswer.findUniqueOrThrow({ where })).digest;
}
