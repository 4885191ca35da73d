import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { startBulk } from '@/lib/bulk/start';
import { db } from '@/lib/db/client';
import {
  exported,
  fetchedAgain,
  insertPicture,
  madeExport,
  selection,
  sha256,
} from '@/lib/exports/export.fixture';
import { purgeRemoved } from '@/lib/exports/job/purge';
import { removeExports } from '@/lib/exports/remove';
import { getObject, putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { getPrint, listPrints, listPrintsOfCode } from './queries';
import { setPrintState } from './service';

useDatabase();

let actor: UserActor;
let miniProgramId: string;
let bytes: Buffer;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
  bytes = await sharp({ create: { width: 430, height: 430, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();
});

const insert = (name: string) => insertPicture(miniProgramId, { name, bytes });
const sticker = Object.entries({ format: 'pdf', design: 'sticker', stock: 'a4', locale: 'zh-CN' });
const list = { app: 'all', tab: 'all', q: '' } as const;

describe('the record of a print', () => {
  test('has the codes as they were, the fingerprint of the file, and the same file for ever', async () => {
    const codes = [await insert('一号桌'), await insert('二号桌'), await insert('三号桌')];
    const made = await exported(actor, [...selection(codes), ...sticker]);
    const [first, second, third] = codes;
    await db().code.update({ where: { id: first?.id ?? '' }, data: { deletedAt: new Date() } });
    const renamed = { name: '改名', imageSha256: 'other' };
    await db().code.update({ where: { id: second?.id ?? '' }, data: renamed });
    const record = await getPrint(actor, made.exportId, -1);
    expect(record).toMatchObject({
      ...{
        sha256: sha256(made.bytes),
        codeCount: 3,
        deleted: 1,
        replaced: 1,
        nextAfter: null,
        canChange: true,
      },
      item: { print: 'made', options: { design: { key: 'sticker' } }, createdBy: actor.name },
    });
    const asPicture = { drawnAs: null, differencePercent: null };
    expect(record.codes).toEqual([
      { position: 0, codeId: first?.id, row: 1, name: '一号桌', became: 'deleted', ...asPicture },
      { position: 1, codeId: second?.id, row: 2, name: '二号桌', became: 'replaced', ...asPicture },
      { position: 2, codeId: third?.id, row: 3, name: '三号桌', became: 'same', ...asPicture },
    ]);
    await db().code.delete({ where: { id: third?.id ?? '' } });
    expect(await getPrint(actor, made.exportId, 0)).toMatchObject({
      ...{ deleted: 2, codes: [{ position: 1 }, { position: 2, name: '三号桌', became: 'deleted' }] },
    });
    expect(await fetchedAgain(actor, made.exportId)).toEqual(made.bytes);
  });

  test('says what became of it, with notes, and what nobody said is refused', async () => {
    const printId = await madeExport(actor, [...selection([await insert('四号桌')]), ...sticker]);
    await setPrintState(actor, printId, { state: 'sent', note: ' 红星印厂，500 份 ' });
    await setPrintState(actor, printId, { state: 'placed', note: '' });
    await setPrintState(actor, printId, { state: 'placed', note: '两张补贴' });
    const { steps, item } = await getPrint(actor, printId, -1);
    expect(item.print).toBe('placed');
    expect(steps.map(({ state, note, by }) => [state, note, by])).toEqual([
      ['placed', '两张补贴', actor.name],
      ['placed', '', actor.name],
      ['sent', '红星印厂，500 份', actor.name],
    ]);
    await expect(setPrintState(actor, printId, { state: 'placed', note: ' ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'note', key: 'errors.issues.required' }],
    });
    const audits = await db().auditEvent.findMany({
      where: { targetId: printId, action: 'print.update' },
      orderBy: { at: 'asc' },
    });
    expect(audits[0]).toMatchObject({
      changes: { printState: { from: 'made', to: 'sent' } },
      details: { note: '红星印厂，500 份' },
    });
    expect(audits).toHaveLength(3);
  });

  test('is no record before it is made, nor of what is no print', async () => {
    const code = await insert('五号桌');
    const table = await madeExport(actor, { id: code.id, format: 'csv' });
    await expect(getPrint(actor, table, -1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(setPrintState(actor, table, { state: 'sent', note: '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('stands in the list under its state, and is found by who made it', async () => {
    const someone = await insertActor('OPERATOR');
    await db().user.update({ where: { id: someone.id }, data: { name: '贴纸小王' } });
    const one = await madeExport(someone, [...selection([await insert('六号桌')]), ...sticker]);
    await madeExport(someone, [...selection([await insert('七号桌')]), ...sticker]);
    await madeExport(someone, { id: (await insert('八号桌')).id, format: 'csv' });
    await setPrintState(someone, one, { state: 'placed', note: '' });
    const found = await listPrints(actor, { ...list, q: '贴纸小王' });
    expect(found.counts).toEqual({ all: 2, made: 1, sent: 0, placed: 1, retired: 0 });
    expect(found.items).toHaveLength(2);
    const placed = await listPrints(actor, { ...list, tab: 'placed', q: '贴纸小王' });
    expect(placed.items.map(({ id, print }) => [id, print])).toEqual([[one, 'placed']]);
  });

  test('that hangs somewhere stays on the list; retired, it goes with all that belongs to it', async () => {
    const code = await insert('九号桌');
    const printId = await madeExport(actor, [...selection([code]), ...sticker]);
    for (const state of ['sent', 'placed'] as const) {
      await setPrintState(actor, printId, { state, note: '' });
      expect((await getPrint(actor, printId, -1)).item.canRemove).toBe(false);
      await expect(removeExports(actor, [printId])).rejects.toMatchObject({ code: 'PRINT_OUT' });
    }
    await setPrintState(actor, printId, { state: 'retired', note: '' });
    expect(await removeExports(actor, [printId])).toBe(1);
    expect(await listPrintsOfCode(actor, code.id)).toEqual([]);
    await db().export.update({ where: { id: printId }, data: { removedAt: new Date(0) } });
    await purgeRemoved();
    const left = await Promise.all([
      db().printedCode.count({ where: { exportId: printId } }),
      db().printStep.count({ where: { exportId: printId } }),
    ]);
    expect(left).toEqual([0, 0]);
  });
});

test('a file that is not what was printed breaks off, and the list says so', async () => {
  const printId = await madeExport(actor, [...selection([await insert('假桌')]), ...sticker]);
  const row = await db().export.findUniqueOrThrow({ where: { id: printId } });
  const good = await getObject(row.snapshotKey ?? '');
  const forged = Buffer.from(good ?? new Uint8Array());
  forged.write('9', forged.indexOf('%PDF-') + 5);
  for (const bytes of [forged, Buffer.from('no PDF')]) {
    await putObject(row.snapshotKey ?? '', bytes);
    await expect(fetchedAgain(actor, printId)).rejects.toMatchObject({ code: 'EXPORT_CHANGED' });
    expect((await getPrint(actor, printId, -1)).item.state).toBe('lost');
  }
  await putObject(row.snapshotKey ?? '', good ?? new Uint8Array());
  expect(sha256(await fetchedAgain(actor, printId))).toBe(row.sha256);
  expect((await getPrint(actor, printId, -1)).item.state).toBe('finished');
});

test('a file that an earlier version wrapped is read as before, and one that is broken is said to be lost', async () => {
  const printId = await madeExport(actor, [...selection([await insert('旧桌')]), ...sticker]);
  const row = await db().export.findUniqueOrThrow({ where: { id: printId } });
  const good = Buffer.from((await getObject(row.snapshotKey ?? '')) ?? []);
  expect(good.subarray(0, 5).toString()).toBe('%PDF-');
  const snapshotKey = `exports/${printId}/old.gz`;
  await db().export.update({ where: { id: printId }, data: { snapshotKey } });
  await putObject(snapshotKey, gzipSync(good));
  expect(sha256(await fetchedAgain(actor, printId))).toBe(row.sha256);
  await putObject(snapshotKey, Buffer.from('no gzip'));
  await expect(fetchedAgain(actor, printId)).rejects.toMatchObject({ code: 'EXPORT_CHANGED' });
});

describe('a code that was printed', () => {
  test('knows its prints, newest first, and whether its picture is still the printed one', async () => {
    const code = await insert('十号桌');
    const first = await madeExport(actor, [...selection([code]), ...sticker]);
    await db().code.update({ where: { id: code.id }, data: { imageSha256: code.imageSha256 } });
    await madeExport(actor, [...selection([code]), ...sticker, ['sample', '1']]);
    const second = await madeExport(actor, [...selection([code, await insert('邻桌')]), ...sticker]);
    await setPrintState(actor, first, { state: 'placed', note: '' });
    const prints = await listPrintsOfCode(actor, code.id);
    expect(prints.map(({ exportId, state, isReplaced }) => [exportId, state, isReplaced])).toEqual([
      [second, 'made', false],
      [first, 'placed', false],
    ]);
    await db().code.update({ where: { id: code.id }, data: { imageSha256: 'other' } });
    expect((await listPrintsOfCode(actor, code.id)).every(({ isReplaced }) => isReplaced)).toBe(true);
  });

  test('warns when it is deleted, once for each code, unless the print is retired', async () => {
    const [one, two, three] = [await insert('甲'), await insert('乙'), await insert('丙')];
    const printId = await madeExport(actor, [...selection([one, two]), ...sticker]);
    await madeExport(actor, [...selection([one]), ...sticker]);
    const remove = async (codes: { id: string }[]) =>
      (await startBulk(actor, { kind: 'delete', scope: { codeIds: codes.map(({ id }) => id) } })).printed;
    expect(await remove([one, three])).toBe(1);
    await setPrintState(actor, printId, { state: 'retired', note: '' });
    expect(await remove([two])).toBe(0);
    // Removed for ever is what lies in the trash: `one` was on a print that hangs somewhere, `three` never was.
    const four = await insert('丁');
    await madeExport(actor, [...selection([four]), ...sticker]);
    const codeIds = [one.id, three.id, four.id];
    const purged = await startBulk(actor, { kind: 'purge', scope: { codeIds } });
    expect([purged.changed, purged.printed]).toEqual([2, 1]);
  });
});
