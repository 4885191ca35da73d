import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { deletePreset, listPresets, renamePreset, replacePreset, savePreset } from './presets';

useDatabase();

let actor: UserActor;
let app: MiniProgram;
let batchId: string;
const plan = planOf({ name: { from: 'column', column: 1 } });

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
  batchId = await createDraft(actor, fileDraft(app.id, '桌号,名称\nA1,一\n'));
  await savePlan(actor, batchId, plan);
  await db().batchPreset.deleteMany();
});

test('a preset keeps the stored plan and the columns that it was made with', async () => {
  const id = await savePreset(actor, { name: ' 桌码 ', batchId });
  expect(await listPresets(actor)).toEqual([
    {
      ...{ id, name: '桌码', columns: ['桌号', '名称'], updatedAt: expect.any(String), plan },
      createdBy: { id: actor.id, name: actor.name },
    },
  ]);
});

test('a preset is replaced by another mapping, renamed and deleted; each leaves its trace', async () => {
  const id = await savePreset(actor, { name: '桌码', batchId });
  const other = await createDraft(actor, fileDraft(app.id, 'scene\nA1\n'));
  await savePlan(actor, other, planOf());
  await replacePreset(actor, id, other);
  await renamePreset(actor, id, '门店码');
  expect(await listPresets(actor)).toMatchObject([
    { id, name: '门店码', columns: ['scene'], plan: planOf() },
  ]);
  await deletePreset(actor, id);
  expect(await listPresets(actor)).toEqual([]);
  const audits = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
  expect(audits.map(({ action, details }) => [action, details])).toEqual([
    ['preset.create', { name: '桌码' }],
    ['preset.update', { name: '桌码' }],
    ['preset.update', { name: '门店码' }],
    ['preset.delete', { name: '门店码' }],
  ]);
});

test('presets have names of their own, up to 60 characters', async () => {
  const id = await savePreset(actor, { name: '一', batchId });
  const other = await savePreset(actor, { name: '二', batchId });
  const taken = { code: 'PRESET_NAME_TAKEN', values: { name: '一' } };
  await expect(savePreset(actor, { name: '一', batchId })).rejects.toMatchObject(taken);
  await expect(renamePreset(actor, other, '一')).rejects.toMatchObject(taken);
  await expect(renamePreset(actor, id, '一')).resolves.toBeUndefined();
  await expect(savePreset(actor, { name: 'x'.repeat(61), batchId })).rejects.toMatchObject({
    issues: [{ field: 'name', key: 'errors.issues.tooLong', values: { max: 60 } }],
  });
});

test('two brands may use the same name, and neither learns it of the other', async () => {
  const { id: appId } = await insertApp({ name: '乙牌' });
  const of = (miniProgramId: string) => ({ ...actor, sees: [miniProgramId] });
  const draft = await createDraft(of(appId), fileDraft(appId, 'scene\nA1\n'));
  await savePlan(actor, draft, planOf());
  const ours = await savePreset(of(app.id), { name: '秘密', batchId });
  await savePreset(of(appId), { name: '秘密', batchId: draft });
  expect((await listPresets(actor)).map(({ name }) => name)).toEqual(['秘密', '秘密']);
  // Given the mapping of the other one's batch it would be a second one there.
  await expect(replacePreset(actor, ours, draft)).rejects.toMatchObject({ code: 'PRESET_NAME_TAKEN' });
});

test('a draft without a plan makes no preset', async () => {
  const bare = await createDraft(actor, fileDraft(app.id, 'scene\nA1\n'));
  await expect(savePreset(actor, { name: '空', batchId: bare })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});

test('viewers may look at presets and change none', async () => {
  const viewer = await insertActor('VIEWER');
  const id = await savePreset(actor, { name: '一', batchId });
  const forbidden = { code: 'FORBIDDEN' };
  await expect(listPresets(viewer)).resolves.toHaveLength(1);
  await expect(savePreset(viewer, { name: '二', batchId })).rejects.toMatchObject(forbidden);
  await expect(replacePreset(viewer, id, batchId)).rejects.toMatchObject(forbidden);
  await expect(renamePreset(viewer, id, '二')).rejects.toMatchObject(forbidden);
  await expect(deletePreset(viewer, id)).rejects.toMatchObject(forbidden);
});

test('a preset that is not there is not found', async () => {
  await expect(renamePreset(actor, 'nowhere', '一')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(replacePreset(actor, 'nowhere', batchId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(deletePreset(actor, 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
