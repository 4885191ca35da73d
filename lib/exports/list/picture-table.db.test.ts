import { beforeAll, describe, expect, test } from 'vitest';
import { read, utils } from '@e965/xlsx';
import sharp from 'sharp';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { exported, fetchedAgain, insertPicture, selection } from '@/lib/exports/export.fixture';
import { readZip } from '@/lib/exports/archive/read-zip.fixture';
import { PICTURE_TABLE_MAX } from '@/lib/exports/options';
import { createExport } from '@/lib/exports/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';

useDatabase();

let actor: UserActor;
let miniProgramId: string;

const pictureOf = (red: number) => {
  const background = { r: red, g: 0, b: 0 };
  return sharp({ create: { width: 43, height: 43, channels: 3, background } })
    .jpeg()
    .toBuffer();
};

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
});

/** A sheet as others read it, and the picture whose corner stands in each row (from 0). */
async function opened(bytes: Buffer) {
  // SheetJS writes on what it reads.
  const book = read(Buffer.from(bytes));
  const [name = ''] = book.SheetNames;
  const cells: unknown[][] = utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, defval: '' });
  const files = new Map((await readZip(bytes)).map((file) => [file.path, file.bytes]));
  const text = (path: string) => files.get(path)?.toString('utf8') ?? '';
  const links = new Map(
    [...text('xl/drawings/_rels/drawing1.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="\.\.\/([^"]+)"/g)].map(
      ([, id, target]) => [id, `xl/${target}`],
    ),
  );
  const anchors = text('xl/drawings/drawing1.xml').matchAll(
    /<xdr:row>(\d+)<\/xdr:row>.*?<xdr:row>(\d+)<\/xdr:row>.*?r:embed="(\w+)"/g,
  );
  const pictures = new Map(
    [...anchors].map(([, from, to, id]) => {
      // Inside of one row, so that it goes where the row goes.
      expect(to).toBe(from);
      return [Number(from), files.get(links.get(id) ?? '')];
    }),
  );
  return { name, cells, pictures };
}

describe('a table with pictures', () => {
  test('is the batch’s own table, whole and in its order, each picture in the row of its code', async () => {
    const [first, third] = [await pictureOf(40), await pictureOf(200)];
    const codes = [
      await insertPicture(miniProgramId, { name: '一店', bytes: first }),
      await insertPicture(miniProgramId, { name: '三店', bytes: third }),
      await insertCode({ miniProgramId, name: '四店', status: 'FAILED' }),
      await insertPicture(miniProgramId, { name: '五店', bytes: third }),
    ];
    const lost = codes[3];
    const gone = await insertCode({ miniProgramId, name: '六店', status: 'READY', deletedAt: new Date() });
    await db().code.update({ where: { id: lost?.id ?? '' }, data: { imageSha256: 'other' } });
    const columns = ['门店编号', '=地址 & <楼层>'];
    const table = { columns, tableKey: 'none', rowCount: 6, source: 'file', state: 'FINISHED' } as const;
    const batch = await db().batch.create({ data: { ...table, miniProgramId, name: '门店/清单' } });
    const rows = [
      { name: '一店', codeId: codes[0]?.id, cells: ['007', '=1+1'] },
      { name: '二店', codeId: null, cells: ['20261126123456789012', '"甲" & <乙>\u0001'] },
      { name: '三店', codeId: codes[1]?.id, cells: ['009', '😀'] },
      { name: '四店', codeId: codes[2]?.id, cells: ['010', ''] },
      { name: '五店', codeId: lost?.id, cells: ['011', ''] },
      { name: '六店', codeId: gone.id, cells: ['_x0041_'] },
    ];
    for (const [at, row] of rows.entries()) {
      const place = { batchId: batch.id, rowNumber: at + 1, line: at + 2, verdict: 'new' as const };
      await db().batchRow.create({ data: { ...place, ...row, codeId: row.codeId ?? null } });
    }
    const fields = { batch: batch.id, format: 'pictureTable', locale: 'zh-CN' };
    const { bytes, fileName, mediaType, exportId } = await exported(actor, fields);
    expect([fileName.endsWith('.xlsx'), mediaType.includes('spreadsheetml')]).toEqual([true, true]);
    const { name, cells, pictures } = await opened(bytes);
    expect(name).toBe('小程序码');
    expect(cells).toEqual([
      ['小程序码', '名称', '门店编号', '=地址 & <楼层>', '说明'],
      ['', '一店', '007', '=1+1', ''],
      ['', '二店', '20261126123456789012', '"甲" & <乙>', '没有生成'],
      ['', '三店', '009', '😀', ''],
      ['', '四店', '010', '', '没有生成'],
      ['', '五店', '011', '', '图片丢失'],
      ['', '六店', '_x0041_', '', '码已删除'],
    ]);
    expect([...pictures.keys()]).toEqual([1, 3]);
    expect(pictures.get(1)).toEqual(first);
    expect(pictures.get(3)).toEqual(third);
    expect(await fetchedAgain(actor, exportId)).toEqual(bytes);
    const row = await db().export.findUnique({ where: { id: exportId } });
    expect(row).toMatchObject({ state: 'FINISHED', count: 2, missingCount: 1 });
  });

  test('of chosen codes says what they carry, in the language of whoever asks', async () => {
    const bytes = await pictureOf(90);
    const code = await insertPicture(miniProgramId, { name: 'Table 1', scene: 't=1', page: 'p/i', bytes });
    const fields: [string, string][] = [...selection([code]), ['format', 'pictureTable'], ['locale', 'en']];
    const { cells, pictures } = await opened((await exported(actor, fields)).bytes);
    expect(cells[0]).toEqual([
      'Code',
      'Name',
      'Scene',
      'Path',
      'Page',
      'Mini Program',
      'Folder',
      'Tags',
      'Note',
      'Remark',
    ]);
    expect(cells[1]?.slice(0, 6)).toEqual(['', 'Table 1', 't=1', '', 'p/i', '咖啡']);
    expect(pictures.get(1)).toEqual(bytes);
  });

  test('of more codes than a workbook opens with is refused, and the limit is named', async () => {
    const { id: codeId } = await insertPicture(miniProgramId, { name: '码', bytes: await pictureOf(7) });
    const rowCount = PICTURE_TABLE_MAX + 1;
    const table = { columns: [], tableKey: 'none', rowCount, source: 'file', state: 'FINISHED' } as const;
    const batch = await db().batch.create({ data: { ...table, miniProgramId, name: '大' } });
    const row = { batchId: batch.id, codeId, verdict: 'new', name: '', cells: [] } as const;
    const data = Array.from({ length: rowCount }, (_, at) => ({ ...row, rowNumber: at + 1, line: at + 2 }));
    await db().batchRow.createMany({ data });
    const before = await db().export.count();
    const fields = new URLSearchParams({ batch: batch.id, format: 'pictureTable' });
    await expect(createExport(actor, fields)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [
        {
          ...{ field: 'format', key: 'exports.issues.tooManyPictures' },
          values: { count: rowCount, max: PICTURE_TABLE_MAX },
        },
      ],
    });
    expect(await db().export.count()).toBe(before);
  });
});
