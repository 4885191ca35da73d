import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { insertBatch, picture, useBatchWorker, whenOver } from '@/lib/batches/run/run.fixture';
import { getBatch } from '@/lib/batches/report/queries';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { savePlan } from './drafts';
import { getDraft } from './get-draft';
import { mendFaulty } from './mend-faulty';
import { startBatch } from '@/lib/batches/run/start';

const weChat = useWeChat();
const workers = useBatchWorker(useDatabase());

let actor: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

const mend = (batchId: string) => mendFaulty(actor, batchId, () => 'why');

test('the rows that failed become a draft as they were mapped, and are made once their page is right', async () => {
  weChat.onCode(async (request) =>
    (await request.text()).includes('pages/old') ? refusal(41030, 'invalid page') : picture(),
  );
  const batchId = await insertBatch(actor, { miniProgramId, rows: 3, page: 'pages/old' });
  await workers.start();
  expect(await whenOver(actor, batchId)).toMatchObject({ failed: 3, made: 0 });

  const draftId = await mend(batchId);
  const draft = await getDraft(actor, draftId);
  expect(draft.columns.map(({ name }) => name)).toEqual(['scene', '名称']);
  expect(draft).toMatchObject({ rowCount: 3, miniProgram: { id: miniProgramId } });
  expect(draft.name).toBe(`${(await getBatch(actor, batchId)).name} · 2`);
  expect(draft.plan.fields).toMatchObject({
    scene: { from: 'column', column: 0 },
    page: { from: 'fixed', value: 'pages/old' },
  });

  const fields = { ...draft.plan.fields, page: { from: 'fixed' as const, value: 'pages/new' } };
  await savePlan(actor, draftId, { ...draft.plan, fields });
  await startBatch(actor, draftId);
  expect(await whenOver(actor, draftId)).toMatchObject({ failed: 0, made: 3 });
  expect(await whenOver(actor, batchId)).toMatchObject({ failed: 3 });
});

test('a third try has the next number, and a batch without a fault has nothing to mend', async () => {
  weChat.onCode(() => refusal(41030, 'invalid page'));
  const first = await insertBatch(actor, { miniProgramId, rows: 1 });
  await workers.start();
  await whenOver(actor, first);
  const second = await mend(first);
  await startBatch(actor, second);
  await whenOver(actor, second);
  const third = await getDraft(actor, await mend(second));
  expect(third.name.endsWith(' · 3')).toBe(true);

  weChat.onCode(picture);
  const fine = await insertBatch(actor, { miniProgramId, rows: 1, prefix: 'fine' });
  await whenOver(actor, fine);
  await expect(mend(fine)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});
