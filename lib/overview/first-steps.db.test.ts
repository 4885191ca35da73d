import { beforeEach, describe, expect, test } from 'vitest';
import { connectApp } from '@/lib/apps/connect-app';
import type { UserActor } from '@/lib/auth/actor';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { startBatch } from '@/lib/batches/run/start';
import { makeExport } from '@/lib/exports/job/make-export';
import { createExport } from '@/lib/exports/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { getFirstSteps, makeExample } from './first-steps';

const weChat = useWeChat();
useDatabase();

let admin: UserActor;
let sandbox: string;

beforeEach(async () => {
  await db().export.deleteMany();
  await db().code.deleteMany();
  await db().batch.deleteMany();
  await db().miniProgram.deleteMany();
  admin = await insertActor('ADMIN');
  sandbox = (await insertApp({ mode: 'SANDBOX' })).id;
});

const live = { mode: 'LIVE', name: '门店', appId: 'wx0123456789abcdef', appSecret: 'secret' } as const;

test('tick themselves, one after the other, and are gone when nothing is left', async () => {
  expect(await getFirstSteps(admin)).toEqual({
    example: { isDone: false, code: null },
    connect: { isDone: false, failing: null },
    batch: { isDone: false, startedId: null },
    download: { isDone: false },
  });

  await makeExample(admin, '示例');
  const code = await db().code.findFirstOrThrow({ where: { miniProgramId: sandbox } });
  expect(code).toMatchObject({ status: 'READY', name: '示例', quotaCost: 0 });
  expect((await getFirstSteps(admin))?.example).toEqual({
    isDone: true,
    code: { id: code.id, name: '示例', imageSha256: code.imageSha256 },
  });

  weChat.onToken(() => refusal(40125, 'invalid appsecret'));
  await connectApp(admin, { ...live, untested: true });
  expect((await getFirstSteps(admin))?.connect).toEqual({ isDone: false, failing: '门店' });
  weChat.onToken(() => 'as usual');
  await connectApp(admin, { ...live, appId: 'wx00000000000000aa' });
  expect((await getFirstSteps(admin))?.connect).toEqual({ isDone: true, failing: null });

  const batchId = await createDraft(admin, fileDraft(sandbox, 'scene\na=1'));
  await savePlan(admin, batchId, planOf({}));
  expect((await getFirstSteps(admin))?.batch.isDone).toBe(false);
  await startBatch(admin, batchId);
  expect((await getFirstSteps(admin))?.batch).toEqual({ isDone: true, startedId: batchId });

  const exportId = await createExport(admin, new URLSearchParams({ id: code.id }));
  expect((await getFirstSteps(admin))?.download.isDone).toBe(false);
  await makeExport(exportId);
  expect(await getFirstSteps(admin)).toBeNull();
});

test('the example is made once, however often it is asked for', async () => {
  await makeExample(admin, '示例');
  await makeExample(admin, '示例');
  expect(await db().code.count({ where: { miniProgramId: sandbox } })).toBe(1);
});

test('what a batch made is no example, even with the same scene: the step is left out, and nothing is called one', async () => {
  const same = { scene: 'table=1', page: 'pages/index/index' };
  const batchId = await createDraft(admin, fileDraft(sandbox, 'scene\ntable=1'));
  const row = await insertCode({ miniProgramId: sandbox, ...same, batchId, status: 'GENERATING' });
  const set = (data: object) => db().code.update({ where: { id: row.id }, data });
  expect((await getFirstSteps(admin))?.example).toEqual({ isDone: false, code: null });
  await set({ status: 'READY', imageSha256: 'a'.repeat(64) });
  expect((await getFirstSteps(admin))?.example).toBeNull();
  const { id: replacesId } = await insertCode({ miniProgramId: sandbox });
  await set({ batchId: null, replacesId });
  expect((await getFirstSteps(admin))?.example).toBeNull();
  const example = await insertCode({ miniProgramId: sandbox, ...same, imageSha256: 'b'.repeat(64) });
  expect((await getFirstSteps(admin))?.example).toMatchObject({ isDone: true, code: { id: example.id } });
});

describe('who sees them', () => {
  test('operators too, and nobody who makes no codes', async () => {
    expect(await getFirstSteps(await insertActor('OPERATOR'))).not.toBeNull();
    const viewer = await insertActor('VIEWER');
    expect(await getFirstSteps(viewer)).toBeNull();
    await expect(makeExample(viewer, '示例')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
