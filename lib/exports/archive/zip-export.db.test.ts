import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { exported, insertPicture, openArchive, selection, sha256 } from '@/lib/exports/export.fixture';

useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  actor = await insertActor('VIEWER');
  miniProgramId = (await insertApp()).id;
});

const insert = (bytes: string | Buffer, overrides: Partial<Code> = {}) =>
  insertPicture(miniProgramId, { ...overrides, bytes: Buffer.from(bytes) });
const pathInStore = ({ imageKey }: Code) => join(env().DATA_DIR, 'storage', imageKey ?? '');

async function archiveOf(codes: Code[], options: Record<string, string> = {}) {
  const { bytes } = await exported(actor, [...selection(codes), ...Object.entries(options)]);
  return openArchive(bytes);
}

describe('an archive', () => {
  test('holds each picture byte for byte under the name of its code, stored, and the manifests last', async () => {
    const first = await insert('picture one', { name: '人民广场店 1 号桌' });
    const second = await insert('picture two', { name: '会员/贴纸', imageType: 'image/png' });
    const { entries, rows, manifest, csv } = await archiveOf([second, first]);
    expect(entries.map(({ path }) => path)).toEqual([
      '会员_贴纸.png',
      '人民广场店 1 号桌.jpg',
      'manifest.csv',
      'manifest.json',
    ]);
    expect(entries.every(({ isStored }) => isStored)).toBe(true);
    expect(entries.slice(0, 2).map(({ bytes }) => bytes.toString())).toEqual(['picture two', 'picture one']);
    expect(csv.startsWith('\uFEFFfile,picture,row,id,name,')).toBe(true);
    expect(rows.map(({ file, row, id, name }) => [file, row, id, name])).toEqual([
      ['会员_贴纸.png', '1', second.id, '会员/贴纸'],
      ['人民广场店 1 号桌.jpg', '2', first.id, '人民广场店 1 号桌'],
    ]);
    expect(manifest).toMatchObject({ count: 2, missing: 0 });
    for (const [at, { path, bytes }] of entries.slice(0, 2).entries())
      for (const said of [rows[at], manifest.files[at]])
        expect(said).toMatchObject({ file: path, sha256: sha256(bytes), original_sha256: sha256(bytes) });
  });

  test('puts files into the folders of the template, safe and numbered', async () => {
    const codes = [
      await insert('1', { name: 'CON', scene: 's=1' }),
      await insert('2', { name: '../x', scene: 'S=1' }),
      await insert('3', { name: 'con', scene: 's=1' }),
    ];
    const { pictures } = await archiveOf(codes, { names: '{scene}/{name}' });
    expect(pictures.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      ['s=1/_CON.jpg', '1'],
      ['S=1/_x.jpg', '2'],
      ['s=1/_con (2).jpg', '3'],
    ]);
  });

  test('says in the manifests which pictures are missing or damaged, and is whole all the same', async () => {
    const [whole, gone, damaged] = [
      await insert('1', { name: 'whole' }),
      await insert('2', { name: 'gone' }),
      await insert('3', { name: 'damaged' }),
    ];
    rmSync(pathInStore(gone));
    writeFileSync(pathInStore(damaged), 'x');
    const { pictures, rows, manifest } = await archiveOf([gone, whole, damaged]);
    expect(pictures.map(({ path }) => path)).toEqual(['whole.jpg']);
    expect(rows.map(({ file, picture, name }) => [file, picture, name])).toEqual([
      ['', 'missing', 'gone'],
      ['whole.jpg', 'ok', 'whole'],
      ['', 'missing', 'damaged'],
    ]);
    expect(manifest).toMatchObject({ count: 1, missing: 2 });
  });

  test('of which every picture is missing is still an archive that says so', async () => {
    const gone = await insert('2', { name: 'gone' });
    rmSync(pathInStore(gone));
    const { entries, manifest } = await archiveOf([gone]);
    expect(entries.map(({ path }) => path)).toEqual(['manifest.csv', 'manifest.json']);
    expect(manifest).toMatchObject({ count: 0, missing: 1 });
  });

  test('lets no spreadsheet run a name as a formula', async () => {
    const { csv } = await archiveOf([await insert('1', { name: '=HYPERLINK("http://evil.example")' })]);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  test.each(['-5', '=1+1', '+86', '@all', '＝1', '\t-5', ' @x', "'-5"])(
    'calls the file of %j the same in the archive and in both manifests',
    async (name) => {
      const code = await insert('1', { name });
      const { pictures, rows, manifest } = await archiveOf([code], { names: '{name}/-{name}' });
      const path = pictures[0]?.path ?? '';
      expect(path).toMatch(/^_[^/]*\/_-[^/]*\.jpg$/);
      expect([rows[0]?.file, manifest.files[0]?.file]).toEqual([path, path]);
    },
  );

  test('leaves out what was deleted or has failed, and what is named twice', async () => {
    const code = await insert('1', { name: 'one' });
    const failed = await insertCode({ miniProgramId, status: 'FAILED' });
    const deleted = await insertCode({ miniProgramId, deletedAt: new Date() });
    const { pictures } = await archiveOf([code, failed, deleted, code]);
    expect(pictures.map(({ path }) => path)).toEqual(['one.jpg']);
    await expect(archiveOf([failed, deleted])).rejects.toMatchObject({ code: 'EXPORT_EMPTY' });
  });

  test('of a filter has all that match, newest first, over many pages, each under its own name', async () => {
    const app = await insertApp();
    const at = Date.now() - 60_000;
    const codes: Code[] = [];
    for (let number = 0; number < 215; number += 1) {
      const createdAt = new Date(at + Math.floor(number / 10));
      const bytes = Buffer.from(`picture ${number}`);
      codes.push(await insertPicture(app.id, { bytes, name: `桌 ${number}`, createdAt }));
    }
    await insertPicture(app.id, { bytes: Buffer.from('x'), name: 'other', createdAt: new Date(at) });
    const { bytes } = await exported(actor, { app: app.id, q: '桌' });
    const { pictures, rows } = await openArchive(bytes);
    expect(pictures).toHaveLength(215);
    expect(pictures[0]?.path).toMatch(/^桌 21\d\.jpg$/);
    for (const [at2, picture] of pictures.entries()) {
      expect(picture.bytes.toString()).toBe(`picture ${/\d+/.exec(picture.path)?.[0]}`);
      expect(rows[at2]).toMatchObject({ file: picture.path, sha256: sha256(picture.bytes) });
    }
  });

  test.each([
    [[]],
    [[['id', '']]],
    [Array.from({ length: SELECTION_MAX_CODES + 1 }, () => ['id', randomUUID()])],
    [
      [
        ['id', randomUUID()],
        ['names', '{nonsense}'],
      ],
    ],
    [
      [
        ['id', randomUUID()],
        ['format', 'rar'],
      ],
    ],
    [
      [
        ['id', randomUUID()],
        ['picture', 'print'],
      ],
    ],
    [
      [
        ['id', randomUUID()],
        ['picture', 'print'],
        ['widthCm', '60'],
        ['dpi', '300'],
      ],
    ],
    [
      [
        ['app', 'all'],
        ['endpoint', 'nonsense'],
      ],
    ],
  ])('asked for with %j is refused', async (fields) => {
    const form = fields.map(([name = '', value = '']): [string, string] => [name, value]);
    await expect(exported(actor, form)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('a batch', () => {
  /** A batch whose rows have names and cells of their own; one code belongs to two rows. */
  async function insertBatch(codes: (Code | null)[]) {
    const batch = await db().batch.create({
      data: {
        ...{ miniProgramId, name: '门店/桌贴', source: 'paste', state: 'FINISHED', tableKey: 'none' },
        ...{ columns: ['店铺', '桌号'], rowCount: codes.length },
      },
    });
    await db().batchRow.createMany({
      data: codes.map((code, at) => ({
        ...{ batchId: batch.id, rowNumber: at + 1, line: at + 2, verdict: 'new' as const },
        ...{ name: `行 ${at + 1}`, cells: [at % 2 === 0 ? '一店' : '二/店', String(at)] },
        codeId: code?.id ?? null,
      })),
    });
    return batch;
  }

  test('is exported in the order of its table, under the names and columns of its rows', async () => {
    const codes = [await insert('a', { name: 'other name' }), await insert('b'), await insert('c')];
    const batch = await insertBatch([codes[2] ?? null, codes[0] ?? null, null, codes[0] ?? null]);
    const { bytes, fileName } = await exported(actor, {
      batch: batch.id,
      names: '{col:店铺}/{row:000} {name}',
    });
    const { pictures, rows, manifest } = await openArchive(bytes);
    expect(fileName).toMatch(/^门店_桌贴-\d{4}-\d\d-\d\d\.zip$/);
    expect(pictures.map(({ path, bytes: content }) => [path, content.toString()])).toEqual([
      ['一店/001 行 1.jpg', 'c'],
      ['二_店/002 行 2.jpg', 'a'],
      ['二_店/004 行 4.jpg', 'a'],
    ]);
    expect(rows[1]).toMatchObject({ row: '2', name: '行 2', 'col:店铺': '二/店', 'col:桌号': '1' });
    expect(manifest.files[1]?.columns).toEqual({ 店铺: '二/店', 桌号: '1' });
  });

  test('has no columns for names but its own', async () => {
    const batch = await insertBatch([await insert('a')]);
    await expect(exported(actor, { batch: batch.id, names: '{col:none}' })).rejects.toMatchObject({
      issues: [{ field: 'names', key: 'exports.issues.columnUnknown', values: { column: 'none' } }],
    });
  });

  test('that is a draft, or is not there, cannot be found', async () => {
    const draft = await insertBatch([await insert('a')]);
    await db().batch.update({ where: { id: draft.id }, data: { state: 'DRAFT' } });
    for (const batch of [draft.id, 'nowhere'])
      await expect(exported(actor, { batch })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a picture made from WeChat’s', () => {
  const draw = (width: number, height = width) =>
    sharp({ create: { width, height, channels: 3, background: '#203040' } });

  test('as PNG has the same pixels', async () => {
    const jpeg = await draw(430).jpeg().toBuffer();
    const code = await insert(jpeg, { name: 'a' });
    const { pictures, rows } = await archiveOf([code], { picture: 'png' });
    expect(pictures[0]?.path).toBe('a.png');
    const [made, original] = [pictures[0]?.bytes ?? Buffer.alloc(0), jpeg];
    expect(await sharp(made).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer());
    expect(rows[0]).toMatchObject({
      media_type: 'image/png',
      sha256: sha256(made),
      original_sha256: sha256(jpeg),
    });
  });

  test.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
  ])('for 8 cm at 300 DPI is 945 pixels wide and says so, as %s', async (type, mediaType) => {
    const square = await insert(await draw(470, 535).jpeg().toBuffer());
    const { pictures, rows } = await archiveOf([square], {
      picture: 'print',
      widthCm: '8',
      dpi: '300',
      type,
    });
    const { width, height, density } = await sharp(pictures[0]?.bytes).metadata();
    expect({ width, height, density }).toEqual({
      width: 945,
      height: Math.round((945 * 535) / 470),
      density: 300,
    });
    expect(rows[0]).toMatchObject({ media_type: mediaType, width_px: '945', dpi: '300' });
  });

  test('as PDF is a page of that size around WeChat’s own bytes, however large', async () => {
    const [jpeg, clear] = [
      await draw(470, 535).jpeg().toBuffer(),
      await draw(430, 430).ensureAlpha(0.5).png().toBuffer(),
    ];
    const codes = [await insert(jpeg), await insert(clear, { imageType: 'image/png' })];
    const print = { picture: 'print', widthCm: '150', dpi: '1200', type: 'pdf' };
    const { pictures, rows } = await archiveOf(codes, print);
    const [page, round] = pictures.map(({ bytes }) => bytes.toString('latin1'));
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page ?? '') ?? [];
    expect(Number(width)).toBeCloseTo((1500 / 25.4) * 72, 1);
    expect(Number(height)).toBeCloseTo(((1500 * 535) / 470 / 25.4) * 72, 1);
    expect(page).toContain(jpeg.toString('latin1'));
    expect(round).toContain('/SMask');
    expect(pictures.every(({ path }) => path.endsWith('.pdf'))).toBe(true);
    expect(rows[0]).toMatchObject({
      media_type: 'application/pdf',
      ...{
        width_px: '470',
        height_px: '535',
        dpi: '',
        sha256: sha256(pictures[0]?.bytes ?? Buffer.alloc(0)),
      },
      original_sha256: sha256(jpeg),
    });
  });

  test('keeps a transparent ground in PNG and gets a white one in JPEG', async () => {
    const clear = {
      width: 430,
      height: 430,
      channels: 4 as const,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    };
    const code = await insert(await sharp({ create: clear }).png().toBuffer(), { imageType: 'image/png' });
    const print = { picture: 'print', widthCm: '2', dpi: '300' };
    const png = await archiveOf([code], print);
    const jpeg = await archiveOf([code], { ...print, type: 'jpeg' });
    expect((await sharp(png.pictures[0]?.bytes).metadata()).hasAlpha).toBe(true);
    const { channels } = await sharp(jpeg.pictures[0]?.bytes).stats();
    expect(channels.map(({ mean }) => mean)).toEqual([255, 255, 255]);
  });

  test('that cannot be made is said so in the manifest', async () => {
    const code = await insert('not a picture at all');
    const { rows, manifest } = await archiveOf([code], { picture: 'png' });
    expect(rows[0]).toMatchObject({ file: '', picture: 'unreadable' });
    expect(manifest.missing).toBe(1);
  });
});
