import type { UserActor } from '@/lib/auth/actor';
import { giveAppJson } from '@/lib/apps/pages/service';
import { declareParameters } from '@/lib/apps/parameters/service';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { madeExport } from '@/lib/exports/export.fixture';
import { createExport } from '@/lib/exports/service';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { insertCode, insertUser } from '@/lib/testing/factories';
import { openWorld } from '@/lib/testing/world';

export const PRINT = {
  ...{ design: 'shelf', stock: 'L7160', startAt: '1', copies: '1', cropMarks: 'no', ink: 'rgb' },
};

/** Somebody tries something with ids of a Mini Program that they do not see. */
export type Attack = (actor: UserActor, ids: Ids) => Promise<unknown>;

export type Ids = Record<
  | 'appId'
  | 'codeId'
  | 'liveCodeId'
  /** Archived, with the code that took its place. */
  | 'replacedId'
  | 'draftId'
  | 'spareDraftId'
  | 'batchId'
  | 'presetId'
  | 'bulkId'
  | 'selectionId'
  | 'exportId'
  | 'printId'
  | 'removedExportId'
  | 'memberId',
  string
>;

async function proposePage(appId: string, page: string): Promise<void> {
  const where = { builtIn: 'table' };
  const known = await db().purpose.findUnique({ where });
  const pages = { ...Object(known?.pages), [appId]: page };
  await db().purpose.upsert({ where, create: { ...where, pages }, update: { pages } });
}

/** A brand: one Mini Program with something of every kind, all named after it, and with somebody who made it. */
export async function openBrand(mark: string): Promise<Ids & { maker: UserActor }> {
  const { actor: maker, appId, codeId, draftId, batchId, presetId, bulkId, ...more } = await openWorld(mark);
  await db().user.update({ where: { id: maker.id }, data: { name: `${mark}店长` } });
  const code = { miniProgramId: appId, createdById: maker.id };
  const failed = { status: 'FAILED' as const, failureKey: 'quota' as const };
  await insertCode({ ...code, ...failed, name: `${mark}失败`, batchId });
  await insertCode({ ...code, name: `${mark}删除`, deletedAt: clock.now() });
  const replaced = await insertCode({ ...code, name: `${mark}归档`, archivedAt: clock.now() });
  const data = { createdById: maker.id, replacesId: replaced.id };
  await db().code.update({ where: { id: codeId }, data });
  await db().tokenEvent.create({ data: { miniProgramId: appId, kind: 'replaced' } });
  await db().quotaEntry.create({ data: { miniProgramId: appId, fingerprint: mark, state: 'CONFIRMED' } });
  const now = clock.now();
  const token = { failureKey: 'secretInvalid', failingSince: now, failureText: mark };
  await db().accessToken.create({ data: { miniProgramId: appId, ...token } });
  const paused = {
    name: `${mark}暂停`,
    source: 'paste',
    state: 'PAUSED',
    tableKey: mark,
    rowCount: 1,
  } as const;
  await db().batch.create({ data: { ...paused, miniProgramId: appId, startedAt: now } });
  await createExport(maker, new URLSearchParams({ id: codeId, format: 'csv' }));
  const bulk = { kind: 'archive', scope: {}, values: {}, total: 1 } as const;
  await db().bulk.create({ data: { ...bulk, appIds: [appId] } });
  await proposePage(appId, `pages/${mark}`);
  const appJson = JSON.stringify({ pages: [`pages/${mark}`] });
  await giveAppJson(maker, appId, { text: appJson, version: mark });
  await declareParameters(maker, appId, { page: `pages/${mark}`, parameters: [{ name: 'table' }] });
  await db().batchRow.updateMany({ where: { batchId, rowNumber: 1 }, data: { codeId } });
  await createExport(maker, new URLSearchParams({ batch: batchId, format: 'pdf', ...PRINT }));
  const exportId = await madeExport(maker, { id: codeId, format: 'csv' });
  const removedExportId = await madeExport(maker, { id: codeId, names: `${mark}{name}` });
  await db().export.update({ where: { id: removedExportId }, data: { removedAt: now } });
  const spare = {
    miniProgramId: appId,
    name: `${mark}草稿`,
    source: { kind: 'paste', text: 's=1' },
  } as const;
  const spareDraftId = await createDraft(maker, spare);
  const { selectionId, printId, liveCodeId } = more;
  const ids = {
    appId,
    codeId,
    liveCodeId,
    replacedId: replaced.id,
    draftId,
    batchId,
    presetId,
    bulkId,
    selectionId,
    exportId,
    printId,
    spareDraftId,
  };
  return { ...ids, maker, removedExportId, memberId: (await insertUser()).id };
}
