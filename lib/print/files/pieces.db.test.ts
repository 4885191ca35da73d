import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { exported, fetchedAgain, insertPicture, openArchive, selection } from '@/lib/exports/export.fixture';
import { createExport } from '@/lib/exports/service';
import { preparePrint } from '@/lib/print/queries';
import { getPrint } from '@/lib/print/records/queries';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';

useDatabase();

let actor: UserActor;
let miniProgramId: string;
let jpeg: Buffer;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
  const dark = { width: 430, height: 430, channels: 3 as const, background: '#102030' };
  jpeg = await sharp({ create: dark }).jpeg().toBuffer();
});

const insert = (name: string) => insertPicture(miniProgramId, { name, bytes: jpeg });
const files = (type: string, more: Record<string, string> = {}): [string, string][] =>
  Object.entries({ format: 'pieces', design: 'sticker', stock: 'a4', locale: 'zh-CN', type, ...more });
const made = async (fields: [string, string][]) => {
  const made = await exported(actor, fields);
  return { ...made, ...(await openArchive(made.bytes)) };
};

/** The sticker: 60 × 72 mm, its code 48 mm wide at 6, 5. */
const pixels = (mm: number, dpi: number) => Math.round((mm / 25.4) * dpi);

describe('files of pieces', () => {
  test('are PDFs of the exact size under built names, with WeChat’s own bytes and the fonts', async () => {
    const codes = [await insert('一号桌'), await insert('二号桌')];
    const names = { names: '{app}/{row:000} {name}', bleed: 'yes' };
    const { pictures, rows, manifest, fileName, mediaType } = await made([
      ...selection(codes),
      ...files('pdf', names),
    ]);
    expect([fileName.endsWith('.zip'), mediaType]).toEqual([true, 'application/zip']);
    expect(pictures.map(({ path }) => path)).toEqual(['咖啡/001 一号桌.pdf', '咖啡/002 二号桌.pdf']);
    for (const { bytes } of pictures) {
      const pdf = bytes.toString('latin1');
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect([Number(width), Number(height)].map((pt) => Math.round((pt / 72) * 25.4 * 100) / 100)).toEqual([
        64, 76,
      ]);
      expect(pdf.split(jpeg.toString('latin1'))).toHaveLength(2);
      expect(pdf.match(/\/FontFile2/g)?.length).toBeGreaterThan(0);
      expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    }
    expect(manifest).toMatchObject({ count: 2, missing: 0 });
    expect(rows.map(({ file, media_type }) => [file, media_type])).toEqual(
      pictures.map(({ path }) => [path, 'application/pdf']),
    );
  });

  test('are pictures with the code where the design says, as many dots as asked for, and their size in them', async () => {
    const codes = [await insert('三号桌')];
    for (const [type, format] of [
      ['png', 'png'],
      ['jpeg', 'jpeg'],
    ]) {
      const { pictures } = await made([...selection(codes), ...files(type ?? '', { dpi: '150' })]);
      const [file] = pictures;
      const { width, height, density, format: found } = await sharp(file?.bytes).metadata();
      expect({ width, height, density, found }).toEqual({
        width: pixels(60, 150),
        height: pixels(72, 150),
        density: 150,
        found: format,
      });
      const at = async (x: number, y: number) => {
        const spot = { left: pixels(x, 150), top: pixels(y, 150), width: 1, height: 1 };
        return [...(await sharp(file?.bytes).removeAlpha().extract(spot).raw().toBuffer())];
      };
      for (const [x, y] of [
        [6.5, 4.5],
        [53.5, 51.5],
      ] as const)
        for (const [channel, value] of (await at(x, y)).entries())
          expect(Math.abs(value - ([0x10, 0x20, 0x30][channel] ?? 0))).toBeLessThan(6);
      expect(await at(3, 30)).toEqual([255, 255, 255]);
    }
  });

  test('are SVGs that need no font and hold WeChat’s own bytes', async () => {
    const { pictures } = await made([...selection([await insert('<四> & 号桌')]), ...files('svg')]);
    const svg = pictures[0]?.bytes.toString('utf8') ?? '';
    expect(svg).toContain('width="60mm" height="72mm"');
    expect(svg).toContain(jpeg.toString('base64'));
    expect(svg).not.toContain('<text');
    const { data, info } = await sharp(Buffer.from(svg))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // The name below the code.
    const from = Math.round((info.height * 55) / 72) * info.width;
    expect(
      Math.min(...data.subarray(from, from + Math.round((info.height * 6) / 72) * info.width)),
    ).toBeLessThan(60);
  });

  test('come again as the same bytes, have a record like other prints, and say which picture is lost', async () => {
    const [kept, lost] = [await insert('在'), await insert('丢')];
    await db().code.update({ where: { id: lost.id }, data: { imageSha256: 'other' } });
    const { bytes, exportId, rows } = await made([...selection([lost, kept]), ...files('png')]);
    expect(rows.map(({ picture }) => picture)).toEqual(['missing', 'ok']);
    await db().code.update({ where: { id: kept.id }, data: { name: '改' } });
    expect(await fetchedAgain(actor, exportId)).toEqual(bytes);
    expect(await getPrint(actor, exportId, -1)).toMatchObject({
      codes: [{ codeId: kept.id, name: '在' }],
      item: { print: 'made', count: 1, missingCount: 1 },
    });
    const { last } = await preparePrint(actor, new URLSearchParams(selection([kept])));
    expect(last).toMatchObject({
      format: 'pieces',
      design: { key: 'sticker' },
      files: { type: 'png', dpi: 300 },
    });
  });

  test('of a sample are as many as were drawn', async () => {
    const codes = await Promise.all(['a', 'b', 'c', 'd'].map(insert));
    const { pictures } = await made([...selection(codes), ...files('svg', { sample: '2', seed: '3' })]);
    expect(pictures).toHaveLength(2);
  });

  test('are refused before they are made: too many dots, names that say nothing, a code too small', async () => {
    const codes = selection([await insert('五号桌')]);
    const start = (fields: [string, string][]) =>
      createExport(actor, new URLSearchParams([...codes, ...fields]));
    const before = await db().export.count();
    await expect(start(files('png', { design: 'poster', dpi: '1200' }))).rejects.toMatchObject({
      issues: [{ field: 'dpi', key: 'exports.issues.printTooLarge', values: { pixels: 9921, max: 6000 } }],
    });
    await expect(start(files('pdf', { names: '{col:店铺}' }))).rejects.toMatchObject({
      issues: [{ field: 'names', key: 'exports.issues.columnUnknown' }],
    });
    await expect(start(files('tiff'))).rejects.toMatchObject({ issues: [{ field: 'type' }] });
    await expect(start(files('pdf', { design: 'filling', stock: 'piece' }))).rejects.toMatchObject({
      issues: [{ field: 'design', key: 'exports.issues.fillNeedsSheet' }],
    });
    expect(await db().export.count()).toBe(before);
  });
});
