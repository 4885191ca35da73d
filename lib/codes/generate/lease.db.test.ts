import { expect, test } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertCode } from '@/lib/testing/factories';
import { isStillOurs } from './lease';

useDatabase();

test('once its lease has run out, a code is ours until another process claims it, or it is settled', async () => {
  const { id: miniProgramId } = await insertApp();
  const claimed = { miniProgramId, status: 'GENERATING', attempts: 1 } as const;
  // Of another one, which is as much in the making.
  await insertCode(claimed);
  const code = await insertCode(claimed);
  const change = (data: { status: 'READY' | 'GENERATING'; attempts: number }) =>
    db().code.update({ where: { id: code.id }, data });
  const isOurs = (leaseMs: number) =>
    isStillOurs({ ...code, leaseExpiresAt: new Date(clock.now().getTime() + leaseMs) });

  expect(await isOurs(-1)).toBe(true);
  await change({ status: 'READY', attempts: 1 });
  expect(await isOurs(-1)).toBe(false);
  await change({ status: 'GENERATING', attempts: 2 });
  expect(await isOurs(-1)).toBe(false);
  // While it runs nobody else can claim the code, and nothing is asked.
  expect(await isOurs(60_000)).toBe(true);
});
