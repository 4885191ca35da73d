import sharp from 'sharp';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { savePreset } from '@/lib/batches/plan/presets';
import { startBatch } from '@/lib/batches/run/start';
import { startBulk } from '@/lib/bulk/start';
import { insertPicture, madeExport } from '@/lib/exports/export.fixture';
import { keepSelection } from '@/lib/exports/scope/selections';
import { createKey } from '@/lib/keys/service';
import { createFolder } from '@/lib/folders/service';
import { createDesign } from '@/lib/print/designs/service';
import { addPicture } from '@/lib/print/pictures/service';
import { onePixel } from '@/lib/print/pictures/one-pixel.fixture';
import { insertLiveCode } from '@/lib/live/live.fixture';
import { createTag } from '@/lib/tags/service';
import { createView } from '@/lib/views/service';
import { createRobot } from '@/lib/webhooks/robot-service';
import { createWebhook } from '@/lib/webhooks/service';
import { newRobot } from '@/lib/webhooks/webhook.fixture';
import { insertApp, insertUser } from './factories';

export const TABLE = 'scene,名称\nt=1,一号桌\nt=2,=二号桌\nt=2,重复\n不行,坏';

async function draftOf(actor: UserActor, appId: string, name: string): Promise<string> {
  const id = await createDraft(actor, { ...fileDraft(appId, TABLE), name });
  await savePlan(actor, id, planOf({ name: { from: 'template', template: '{名称}' } }));
  return id;
}

/**
 * One row of each kind, so that an id that is right leads on to what is behind it.
 * @param mark what the names of all begin with, so that there can be several worlds
 */
export async function openWorld(mark = '') {
  const actor = memberActor(await insertUser({ role: 'ADMIN', password: 'sunny days at the beach' }));
  const { id: appId } = await insertApp({ mode: 'SANDBOX', name: `${mark}测试小程序` });
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const { id: codeId } = await insertPicture(appId, { bytes, name: `${mark}=1+1` });
  const live = await insertLiveCode(actor, appId, mark);
  const draftId = await draftOf(actor, appId, `${mark}桌码`);
  const batchId = await draftOf(actor, appId, `${mark}桌码`);
  await startBatch(actor, batchId, { newRows: 2, needed: 0 });
  const presetId = await savePreset(actor, { name: `${mark}桌贴`, batchId: draftId });
  // Of somebody who sees this brand alone: what who sees all makes is everybody's.
  const ofBrand = { ...actor, sees: [appId] };
  const tagId = await createTag(ofBrand, { name: `${mark}午市`, color: 'red' });
  const folderId = await createFolder(ofBrand, { name: `${mark}一楼` });
  const viewId = await createView(ofBrand, { name: `${mark}本月`, query: 'q=桌', shared: true });
  const bulk = await startBulk(actor, {
    kind: 'addTags',
    values: { tagIds: [tagId] },
    scope: { codeIds: [codeId] },
  });
  const selectionId = await keepSelection(actor, [codeId]);
  const exportId = await madeExport(actor, { id: codeId });
  const sheet = { id: codeId, format: 'pdf', design: 'shelf', stock: 'L7160', locale: 'zh-CN' };
  const printId = await madeExport(actor, sheet);
  const ids = { appId, codeId, draftId, batchId, presetId, tagId, folderId, viewId, bulkId: bulk.id };
  const designId = await createDesign(ofBrand, { from: 'sticker', name: '贴纸', locale: 'zh-CN' });
  const { id: pictureId } = await addPicture(ofBrand, { designId, file: onePixel() });
  const { id: keyId } = await createKey(actor, {
    ...{ name: `${mark}收银`, permissions: ['codes.read'], appIds: [appId], addresses: [], days: 30 },
  });
  const { id: webhookId } = await createWebhook(actor, {
    ...{ name: `${mark}收银`, url: 'https://hooks.example.com/a', events: ['code.ready'], appIds: [appId] },
  });
  const { id: robotId } = await createRobot(actor, { ...newRobot, appIds: [appId] });
  const programs = { keyId, webhookId, robotId };
  return { actor, ...ids, selectionId, exportId, printId, designId, pictureId, ...programs, ...live };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
