import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { resumeBatch } from '@/lib/batches/run/control';
import { claimRows } from '@/lib/batches/run/claim';
import { startBatch } from '@/lib/batches/run/start';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { setAppDisabled } from './disable';
import { deleteApp } from './service';

useDatabase();

let admin: UserActor;
let app: string;

beforeEach(async () => {
  admin = await insertActor('ADMIN');
  app = (await insertApp({ mode: 'SANDBOX', name: '一店' })).id;
});

const DISABLED = { code: 'APP_DISABLED', values: { name: '一店' } };

const generate = (scene: string) =>
  generateCode(admin, { miniProgramId: app, endpoint: 'getwxacodeunlimit', scene });

async function draft(): Promise<string> {
  const id = await createDraft(admin, fileDraft(app, 'scene\nt=1\nt=2'));
  await savePlan(admin, id, planOf({}));
  return id;
}

const claim = (batchId: string) => claimRows({ batchId, miniProgramId: app, max: 1, from: 0 });

describe('a Mini Program that is stopped', () => {
  test('gets no code by hand, and keeps those it has', async () => {
    const { codeId } = await generate('a=1');
    await setAppDisabled(admin, app, true);
    await expect(generate('a=2')).rejects.toMatchObject(DISABLED);
    expect(await generate('a=1')).toMatchObject({ outcome: 'existing', codeId });
    await setAppDisabled(admin, app, false);
    expect(await generate('a=2')).toMatchObject({ outcome: 'generated' });
  });

  test('has its running batch paused, and none is started or goes on', async () => {
    const [running, waiting] = [await draft(), await draft()];
    await startBatch(admin, running);
    await setAppDisabled(admin, app, true);
    expect(await db().batch.findUnique({ where: { id: running } })).toMatchObject({ state: 'PAUSED' });
    expect((await claim(running)).codes).toEqual([]);
    await expect(resumeBatch(admin, running)).rejects.toMatchObject(DISABLED);
    await expect(startBatch(admin, waiting)).rejects.toMatchObject(DISABLED);
    expect(await db().batch.findUnique({ where: { id: waiting } })).toMatchObject({ state: 'DRAFT' });
    await setAppDisabled(admin, app, false);
    await resumeBatch(admin, running);
    expect((await claim(running)).codes).toHaveLength(1);
  });

  test('is written down once for each change', async () => {
    for (const isDisabled of [true, true, false, false]) await setAppDisabled(admin, app, isDisabled);
    const events = await db().auditEvent.findMany({ where: { targetId: app }, orderBy: { at: 'asc' } });
    expect(events.map(({ action }) => action).slice(1)).toEqual(['app.disable', 'app.enable']);
  });
});

test('a Mini Program with batches only is refused with a reason, and no fault', async () => {
  await draft();
  await expect(deleteApp(admin, app)).rejects.toMatchObject({
    code: 'APP_HAS_BATCHES',
    values: { count: 1 },
  });
});

test.each(['OPERATOR', 'VIEWER'] as const)('%s stops nothing', async (role) => {
  await expect(setAppDisabled(await insertActor(role), app, true)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
