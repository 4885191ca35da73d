import { beforeEach, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { planOf } from '@/lib/batches/batch.fixture';
import { dryRun } from '@/lib/batches/check/dry-run';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { answerOf, insertLiveAt } from '@/lib/bulk/changes/retarget.fixture';
import { db } from '@/lib/db/client';
import { newLiveKey } from '@/lib/live/key';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { claimRows } from './claim';
import { picture, useBatchWorker, whenOver } from './run.fixture';
import { startBatch } from './start';

vi.mock('@/lib/live/key', { spy: true });

const weChat = useWeChat();
const worker = useBatchWorker(useDatabase());

let actor: UserActor;

beforeEach(async () => {
  weChat.onCode(picture);
  actor = await insertActor('OPERATOR');
});

async function start(miniProgramId: string): Promise<string> {
  const source = { kind: 'paste', text: '门店,桌号\n西湖店,1\n西湖店,2\n西湖店,3\n' } as const;
  const id = await createDraft(actor, { miniProgramId, source });
  const liveParameters = { from: 'template', template: 'shop={门店}&t={桌号}' } as const;
  await dryRun(actor, id, planOf({ scene: undefined, liveParameters }, { isLive: true }));
  await startBatch(actor, id);
  return id;
}

/** What a claim writes. */
async function stateOf(miniProgramId: string, batchId: string) {
  const linked = await db().batchRow.count({ where: { batchId, codeId: { not: null } } });
  const codes = await db().code.count({ where: { miniProgramId } });
  return { linked, codes, live: await db().liveCode.count({ where: { code: { miniProgramId } } }) };
}

test.each([
  ['of another Mini Program', false],
  ['of the same Mini Program', true],
])(
  'a key that is taken by a live code %s fails the claim as a whole, and the next one draws others',
  async (_whose, isOwn) => {
    const { id: miniProgramId } = await insertApp();
    const owner = isOwn ? miniProgramId : (await insertApp()).id;
    const { key } = await insertLiveAt(actor, owner, { t: 'taken' });
    const before = isOwn ? { linked: 0, codes: 1, live: 1 } : { linked: 0, codes: 0, live: 0 };
    const batchId = await start(miniProgramId);
    // The second of the three rows draws it.
    const draw = vi.mocked(newLiveKey);
    draw.mockReturnValueOnce('sAAAAAAAA1').mockReturnValueOnce(key);
    await expect(claimRows({ batchId, miniProgramId, max: 100, from: 0 })).rejects.toMatchObject({
      code: 'P2002',
    });
    expect(await stateOf(miniProgramId, batchId)).toEqual(before);

    // The worker meets it again, and goes on.
    draw.mockReturnValueOnce(key);
    const running = await worker.start();
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED' });
    await worker.stop(running);
    const made = await db().code.findMany({ where: { batchId }, include: { live: true } });
    expect(made.map(({ status }) => status)).toEqual(['READY', 'READY', 'READY']);
    expect(new Set(made.map(({ live }) => live?.key)).size).toBe(3);
    expect(made.map(({ live }) => live?.key)).not.toContain(key);
    const seen = await Promise.all(made.map(({ live }) => answerOf(live?.key ?? '')));
    expect(seen.map((answer) => ('parameters' in answer ? answer.parameters.t : null)).sort()).toEqual([
      ...['1', '2', '3'],
    ]);
    expect(await answerOf(key)).toMatchObject({ page: 'pages/old', parameters: { t: 'taken' } });
  },
);
