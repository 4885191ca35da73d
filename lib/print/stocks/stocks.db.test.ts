import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { USUAL_OWN } from '@/lib/print/own-stock';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';
import { deleteStock, listStocks, renameStock, saveStock } from './service';

useDatabase();

let actor: UserActor;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  await db().printStock.deleteMany();
});

test('labels are kept for the team, renamed and deleted; each leaves its trace', async () => {
  const id = await saveStock(actor, { ...USUAL_OWN, name: ' 三列 ' });
  expect(await listStocks(await insertActor('VIEWER'))).toEqual([
    { id, own: { ...USUAL_OWN, name: '三列' }, canChange: true, appNames: [] },
  ]);
  await renameStock(actor, id, '三列九行');
  expect(await listStocks(actor)).toMatchObject([{ own: { name: '三列九行', columns: 3 } }]);
  await deleteStock(actor, id);
  expect(await listStocks(actor)).toEqual([]);
  const audits = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
  expect(audits.map(({ action, targetName }) => [action, targetName])).toEqual([
    ['stock.create', '三列'],
    ['stock.update', '三列九行'],
    ['stock.delete', '三列九行'],
  ]);
});

test('a name is there once, and measures that cannot be are not kept', async () => {
  const id = await saveStock(actor, { ...USUAL_OWN, name: '三列' });
  await expect(saveStock(actor, { ...USUAL_OWN, name: '三列' })).rejects.toMatchObject({
    code: 'STOCK_NAME_TAKEN',
    values: { name: '三列' },
  });
  const other = await saveStock(actor, { ...USUAL_OWN, kind: 'paper', name: '纸' });
  await expect(renameStock(actor, other, '三列')).rejects.toMatchObject({ code: 'STOCK_NAME_TAKEN' });
  await renameStock(actor, id, '三列');
  await expect(saveStock(actor, { ...USUAL_OWN, name: '宽', columns: 9 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ field: 'own.columns', key: 'exports.issues.ownTooWide' }],
  });
  await expect(saveStock(actor, { ...USUAL_OWN, name: ' ' })).rejects.toMatchObject({
    issues: [{ field: 'name' }],
  });
  await expect(deleteStock(actor, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
