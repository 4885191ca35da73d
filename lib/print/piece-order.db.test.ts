import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { exported, insertPicture, selection } from '@/lib/exports/export.fixture';
import { createExport } from '@/lib/exports/service';
import { getPrint } from '@/lib/print/records/queries';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { checkPrint } from './check';

useDatabase();

let actor: UserActor;
let fields: [string, string][];

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  const miniProgramId = (await insertApp({ name: '咖啡' })).id;
  const blank = { width: 430, height: 430, channels: 3 as const, background: '#888888' };
  const bytes = await sharp({ create: blank }).jpeg().toBuffer();
  const folder = await db().folder.create({ data: { name: 'Jing', nameKey: 'jing' } });
  const insert = (name: string, folderId: string | null) =>
    insertPicture(miniProgramId, { name, bytes, folderId });
  const codes = [
    await insert('10 号桌', null),
    await insert('2 号桌', folder.id),
    await insert('上海店', null),
    await insert('北京店', folder.id),
  ];
  fields = [...selection(codes), ...Object.entries({ format: 'pdf', design: 'shelf', stock: 'L7160' })];
});

const printed = async (order: string) => {
  const { bytes, exportId } = await exported(actor, [...fields, ['order', order]]);
  const { codes } = await getPrint(actor, exportId, -1);
  return { names: codes.map(({ name }) => name), pdf: bytes.toString('latin1') };
};

describe('the order of pieces', () => {
  test('is that of the selection, or by name as people count and as Chinese is looked up', async () => {
    expect((await printed('given')).names).toEqual(['10 号桌', '2 号桌', '上海店', '北京店']);
    expect((await printed('name')).names).toEqual(['2 号桌', '10 号桌', '北京店', '上海店']);
  });

  test('by folder keeps what is equal as it was, what has none stands last, and each folder has a bookmark', async () => {
    const { names, pdf } = await printed('folder');
    expect(names).toEqual(['2 号桌', '北京店', '10 号桌', '上海店']);
    expect(pdf).toContain('/Title (Jing)');
    // The sheet, and two groups that begin on it.
    expect(pdf.split('/Title ')).toHaveLength(4);
    expect((await printed('name')).pdf).not.toContain('/Title (Jing)');
  });

  test('is seen before anything is made', async () => {
    const check = await checkPrint(actor, new URLSearchParams([...fields, ['order', 'name']]));
    expect(check.samples?.map(({ values }) => values.name)).toEqual([
      '2 号桌',
      '10 号桌',
      '北京店',
      '上海店',
    ]);
    expect((await checkPrint(actor, new URLSearchParams(fields))).samples).toBeNull();
  });

  test('by a column that there is not is refused, and the column named', async () => {
    const issue = { field: 'order', key: 'exports.issues.columnUnknown', values: { column: '城市' } };
    const asked = () => new URLSearchParams([...fields, ['order', 'col:城市']]);
    await expect(createExport(actor, asked())).rejects.toMatchObject({ issues: [issue] });
    await expect(checkPrint(actor, asked())).rejects.toMatchObject({ issues: [issue] });
  });
});
