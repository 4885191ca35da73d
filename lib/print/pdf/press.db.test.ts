import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { exported, insertPicture, openArchive, selection } from '@/lib/exports/export.fixture';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { blackCode } from './black-code';

useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
});

const square = (side: number, background: string) => ({
  create: { width: side, height: side, channels: 3 as const, background },
});

/** A code: a dark square in the middle of white, and a logo in the middle of that. */
async function drawCode(dark: string, logo: string): Promise<Buffer> {
  const layer = (side: number, color: string) => sharp(square(side, color)).png().toBuffer();
  const layers = [{ input: await layer(200, dark) }, { input: await layer(60, logo) }];
  return sharp(square(400, '#ffffff')).composite(layers).jpeg({ quality: 95 }).toBuffer();
}

async function printed(picture: Buffer, more: Record<string, string>): Promise<string> {
  const code = await insertPicture(miniProgramId, { name: '一号桌', bytes: picture });
  const form = { format: 'pdf', design: 'sticker', stock: 'a4', locale: 'zh-CN', ...more };
  const { bytes } = await exported(actor, [...selection([code]), ...Object.entries(form)]);
  if (form.format === 'pdf') return bytes.toString('latin1');
  return (await openArchive(bytes)).pictures[0]?.bytes.toString('latin1') ?? '';
}

/** What is drawn on the pages. */
function drawnOf(pdf: string): string {
  const streams = [...pdf.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([^]*?)\nendstream/g)];
  const opened = streams.flatMap(([, data = '']) => {
    const text = inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
    return /\b(re|l|Do)\n/.test(text) ? [text] : [];
  });
  return opened.join('\n');
}

describe('what a press needs', () => {
  test('a black code has black ink alone, its logo keeps its color, a colored code stays as it is', async () => {
    const black = await drawCode('#101010', '#d02020');
    const [grey, colored, ...none] = await blackCode(black);
    expect(none).toEqual([]);
    const at = async (picture: Buffer | undefined, spot: number) => {
      const region = { left: spot, top: 200, width: 1, height: 1 };
      return [...(await sharp(picture).extract(region).raw().toBuffer())];
    };
    expect((await sharp(grey).metadata()).channels).toBe(1);
    expect([await at(grey, 50), await at(grey, 120)]).toEqual([
      [255, 255, 255],
      [0, 0, 0],
    ]);
    const [red = 0, green = 0, blue = 0, alpha] = await at(colored, 200);
    expect([red > 180, green < 60, blue < 60, alpha]).toEqual([true, true, true, 255]);
    expect((await at(colored, 120))[3]).toBe(0);

    const pdf = await printed(black, { ink: 'blackCodes' });
    expect(pdf).toContain('/ColorSpace /DeviceGray');
    expect(pdf).not.toContain(black.toString('latin1'));
    const brand = await drawCode('#0a4fd0', '#d02020');
    expect(await blackCode(brand)).toEqual([brand]);
    expect(await printed(brand, { ink: 'blackCodes' })).toContain(brand.toString('latin1'));
    expect(await printed(black, { ink: 'black' })).toContain(black.toString('latin1'));
  });

  test('color bars stand on paper where they are asked for, and never on labels', async () => {
    const picture = await drawCode('#101010', '#101010');
    const cyan = /\/DeviceCMYK cs\s+1 0 0 0 scn/;
    expect(drawnOf(await printed(picture, { colorBars: 'yes' }))).toMatch(cyan);
    expect(drawnOf(await printed(picture, {}))).not.toMatch(cyan);
    expect(
      drawnOf(await printed(picture, { colorBars: 'yes', stock: 'L7160', design: 'shelf' })),
    ).not.toMatch(cyan);
  });

  test('a piece alone on its page says where it is cut and how far its ground goes', async () => {
    const picture = await drawCode('#101010', '#101010');
    const mm = (pdf: string, name: string) =>
      new RegExp(`/${name} \\[([\\d. ]+)\\]`)
        .exec(pdf)?.[1]
        ?.split(' ')
        .map((pt) => Math.round((Number(pt) / 72) * 254) / 10);
    const press = { cropMarks: 'yes', colorBars: 'yes', bleed: 'yes', type: 'pdf' };
    for (const format of ['pdf', 'pieces']) {
      const pdf = await printed(picture, { format, stock: 'piece', ...press });
      // The sticker: 60 × 72 mm and 2 mm of bleed, 10 mm for marks, 8 mm for color bars.
      expect(mm(pdf, 'MediaBox')).toEqual([0, 0, 84, 104]);
      expect(mm(pdf, 'TrimBox')).toEqual([12, 20, 72, 92]);
      expect(mm(pdf, 'BleedBox')).toEqual([10, 18, 74, 94]);
    }
  });
});
