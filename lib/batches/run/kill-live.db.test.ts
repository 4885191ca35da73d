import { once } from 'node:events';
import { expect, test } from 'vitest';
import { planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { db } from '@/lib/db/client';
import { copyTemplate } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { answerUntilKilled, look, RATE_PER_MINUTE, startProcess } from './kill.fixture';
import { picture } from './run.fixture';
import { startBatch } from './start';

const weChat = useWeChat();

const ROWS = 260;
const KILLS = 2;

async function start(): Promise<string> {
  const { id: miniProgramId } = await insertApp();
  await db().miniProgram.update({ where: { id: miniProgramId }, data: { ratePerMinute: RATE_PER_MINUTE } });
  const lines = Array.from({ length: ROWS }, (_, row) => `西湖店,${row + 1}`);
  const actor = await insertActor('OPERATOR');
  const text = ['门店,桌号', ...lines].join('\n');
  const batchId = await createDraft(actor, { miniProgramId, source: { kind: 'paste', text } });
  const liveParameters = { from: 'template', template: 'shop={门店}&t={桌号}' } as const;
  await savePlan(actor, batchId, planOf({ liveParameters }, { isLive: true }));
  await startBatch(actor, batchId);
  return batchId;
}

test('live codes outlive kills: each row has one key with one target, and no key is left over', async () => {
  const kill = answerUntilKilled(weChat, picture);
  const copy = await copyTemplate();
  const batchId = await look(copy, start);
  for (let killed = 0; killed < KILLS; killed += 1) await kill(startProcess(copy));
  const [exitCode] = await once(startProcess(copy), 'exit');
  expect(exitCode).toBe(0);

  await look(copy, async () => {
    const rows = await db().batchRow.findMany({
      where: { batchId },
      orderBy: { rowNumber: 'asc' },
      include: { code: { include: { live: { include: { targets: true } } } } },
    });
    expect(
      rows.map(({ code, fingerprint }) => [
        ...[code?.status, code?.fingerprint === fingerprint, code?.live?.key === code?.scene],
        code?.live?.targets.map(({ parameters }) => parameters),
      ]),
    ).toEqual(
      Array.from({ length: ROWS }, (_, row) => [
        ...['READY', true, true],
        [
          [
            ['shop', '西湖店'],
            ['t', String(row + 1)],
          ],
        ],
      ]),
    );
    expect([await db().code.count(), await db().liveCode.count(), await db().liveTarget.count()]).toEqual([
      ...[ROWS, ROWS, ROWS],
    ]);
  });
});
