import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { claimRows } from '@/lib/batches/run/claim';
import { insertBatch } from '@/lib/batches/run/run.fixture';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { sweepOrphans } from './sweeper';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let batchId: string;

/** A batch with two rows at WeChat whose process has died. */
beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  const { id: miniProgramId } = await insertApp();
  batchId = await insertBatch(actor, { miniProgramId, rows: 2 });
  await claimRows({ batchId, miniProgramId, max: 2, from: 0 });
  await db().code.updateMany({ where: { batchId }, data: { leaseExpiresAt: new Date(Date.now() - 1) } });
});

describe.each([{ allOrphaned: false }, { allOrphaned: true }])('the sweeper with %o', (options) => {
  test.each(['RUNNING', 'PAUSED', 'CANCELLED'] as const)(
    'leaves rows of a batch that is %s alone',
    async (state) => {
      await db().batch.update({ where: { id: batchId }, data: { state } });
      expect(await sweepOrphans(options)).toBe(0);
      expect(weChat.codeCalls).toHaveLength(0);
      expect(await db().code.count({ where: { batchId, status: 'GENERATING', attempts: 1 } })).toBe(2);
      await db().code.deleteMany({ where: { batchId } });
    },
  );

  test('finishes codes of a batch that is over: nobody else would', async () => {
    await db().batch.update({ where: { id: batchId }, data: { state: 'FINISHED' } });
    expect(await sweepOrphans(options)).toBe(2);
    expect(await db().code.count({ where: { batchId, status: 'READY', attempts: 2 } })).toBe(2);
  });
});
