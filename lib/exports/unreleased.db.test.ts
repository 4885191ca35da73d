import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { checkPrint } from '@/lib/print/check';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { exported, insertPicture, openArchive, selection } from './export.fixture';
import { outlineExport } from './scope/outline';
import { createExport } from './service';

useDatabase();

let actor: UserActor;
let app: string;
let codes: Code[];

const insert = (name: string, overrides: Partial<Omit<Code, 'failureReason'>>) =>
  insertPicture(app, { name, bytes: Buffer.from(name), ...overrides });

/** Without a version, released, and of the two that only testers can open. */
beforeEach(async () => {
  actor = await insertActor('VIEWER');
  app = (await insertApp()).id;
  codes = [
    await insert('方形', { endpoint: 'createwxaqrcode', envVersion: null }),
    await insert('正式', { envVersion: 'release' }),
    await insert('体验', { envVersion: 'trial' }),
    await insert('开发', { envVersion: 'develop' }),
  ];
});

const fieldsOf = (given: Record<string, string>) =>
  new URLSearchParams([...selection(codes), ...Object.entries(given)]);
const refused = (count: number) => ({
  code: 'INVALID_INPUT',
  issues: [{ field: 'unreleased', key: 'exports.issues.unreleased', values: { count } }],
});
const print = { format: 'pdf', design: 'sticker', stock: 'a4' };

describe('codes that only testers can open', () => {
  test.each([
    { format: 'zip' },
    { format: 'csv' },
    { format: 'pictureTable' },
    print,
    { ...print, format: 'pieces' },
  ])('are refused in an export of $format, and counted, and nothing is begun', async (given) => {
    await expect(createExport(actor, fieldsOf(given))).rejects.toMatchObject(refused(2));
    expect(await db().export.count()).toBe(0);
  });

  test('are refused among all that match and among the rows of a batch, and counted where they have a picture', async () => {
    await insert('还没好', { envVersion: 'trial', status: 'FAILED' });
    await expect(createExport(actor, new URLSearchParams({ app }))).rejects.toMatchObject(refused(2));
    const table = { columns: [], tableKey: 'none', rowCount: 1 };
    const batch = await db().batch.create({
      data: { ...table, miniProgramId: app, name: '桌贴', source: 'file', state: 'FINISHED' },
    });
    const row = { batchId: batch.id, rowNumber: 1, line: 2, verdict: 'new' as const, name: '一', cells: [] };
    await db().batchRow.create({ data: { ...row, codeId: codes[2]?.id ?? '' } });
    await expect(createExport(actor, new URLSearchParams({ batch: batch.id }))).rejects.toMatchObject(
      refused(1),
    );
  });

  test('come along where somebody says so, and stay away where somebody says that', async () => {
    const namesOf = async (unreleased: string) => {
      const { bytes } = await exported(actor, [...fieldsOf({ unreleased })]);
      return (await openArchive(bytes)).rows.map(({ name }) => name);
    };
    expect(await namesOf('include')).toEqual(['方形', '正式', '体验', '开发']);
    expect(await namesOf('leaveOut')).toEqual(['方形', '正式']);
  });

  test('stay away when the export is made anew, without another question', async () => {
    const { exportId } = await exported(actor, [...fieldsOf({ unreleased: 'leaveOut' })]);
    const { bytes } = await exported(actor, { export: exportId });
    expect((await openArchive(bytes)).rows.map(({ name }) => name)).toEqual(['方形', '正式']);
  });

  test('are nothing to export by themselves, and a word that is none is refused by name', async () => {
    codes = codes.slice(2);
    await expect(createExport(actor, fieldsOf({ unreleased: 'leaveOut' }))).rejects.toMatchObject({
      code: 'EXPORT_EMPTY',
    });
    await expect(createExport(actor, fieldsOf({ unreleased: 'yes' }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'unreleased' }],
    });
  });

  test('are told before: how much is exported with them and without', async () => {
    const { released, ...all } = await outlineExport(actor, fieldsOf({}));
    expect(all).toMatchObject({ codes: 4, pictures: 4, widths: [{ px: 430, count: 4 }] });
    expect(released).toMatchObject({ codes: 2, pictures: 2, widths: [{ px: 430, count: 2 }] });
    expect(released?.samples.map(({ name }) => name)).toEqual(['方形', '正式']);
    codes = codes.slice(0, 2);
    expect(await outlineExport(actor, fieldsOf({}))).toMatchObject({ codes: 2, released: null });
  });

  test('are not on the sheet that is looked through without them', async () => {
    const { design, stock } = print;
    const check = await checkPrint(actor, fieldsOf({ design, stock, unreleased: 'leaveOut' }));
    expect(check).toMatchObject({ pieces: 2, problems: [] });
    expect(check.samples?.map(({ values }) => values.name)).toEqual(['方形', '正式']);
    const whole = await checkPrint(actor, fieldsOf({ design, stock, unreleased: 'include' }));
    expect(whole).toMatchObject({ pieces: 4, problems: [{ kind: 'unreleased', count: 2 }], samples: null });
  });
});
