import { expect, test } from 'vitest';
import type { UnmadeResult } from '@/lib/codes/generate/result';
import { leaseFromNow } from '@/lib/codes/generate/lease';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertCode } from '@/lib/testing/factories';
import { ailingDatabase } from '@/lib/testing/stand-ins/ailing-database';
import { Settler } from './settler';

const database = useDatabase();

/** What a call brought that is refused with `errcode`; no column takes one beyond 32 bits. */
async function refused(miniProgramId: string, errcode: number): Promise<UnmadeResult> {
  const code = await insertCode({ miniProgramId, status: 'GENERATING', leaseExpiresAt: leaseFromNow() });
  const outcome = { kind: 'refused' as const, errcode, errmsg: 'invalid page', rid: null };
  return { kind: 'unmade', code, unanswered: false, outcome, failureKey: 'pageNotReleased' };
}

test('a row whose answer cannot be written ends by itself, and those of its group end as they are', async () => {
  const { id } = await insertApp();
  const results = [await refused(id, 41030), await refused(id, 4_000_000_000), await refused(id, 41030)];
  const settler = new Settler();
  await Promise.all(results.map((result) => settler.add(result, 'final')));
  const rows = await db().code.findMany({ where: { id: { in: results.map(({ code }) => code.id) } } });
  expect(results.map(({ code }) => rows.find((row) => row.id === code.id))).toMatchObject([
    { status: 'FAILED', leaseExpiresAt: null, errcode: 41030 },
    { status: 'FAILED', leaseExpiresAt: null, errcode: null, failureKey: 'answerUnreadable' },
    { status: 'FAILED', leaseExpiresAt: null, errcode: 41030 },
  ]);
});

test('what WeChat answered while the database is away is written as it was, once it is back', async () => {
  const { id } = await insertApp();
  const results = [await refused(id, 41030), await refused(id, 41030)];
  const ailing = ailingDatabase(database());
  ailing.endFor(2);
  const settler = new Settler();
  await Promise.all(results.map((result) => settler.add(result, 'final'))).finally(ailing.heal);
  const where = { id: { in: results.map(({ code }) => code.id) } };
  expect(await db().code.findMany({ where })).toMatchObject([
    { status: 'FAILED', errcode: 41030, failureKey: 'pageNotReleased' },
    { status: 'FAILED', errcode: 41030, failureKey: 'pageNotReleased' },
  ]);
});
