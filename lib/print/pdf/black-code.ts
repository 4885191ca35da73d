import 'server-only';
import sharp from 'sharp';
import { COLORED } from './ink';

/** What is nearly black or white becomes so: the press draws no dots for it. */
const [BLACK, WHITE] = [56, 224];
const OPAQUE = 255;
/** Above this share of dark pixels with a colour the code itself is coloured. */
const COLORED_CODE = 0.5;

type Pixel = { red: number; green: number; blue: number; alpha: number };

function pixelAt(pixels: Buffer, at: number): Pixel {
  const [red, green] = [pixels.readUInt8(at), pixels.readUInt8(at + 1)];
  return { red, green, blue: pixels.readUInt8(at + 2), alpha: pixels.readUInt8(at + 3) };
}

const lumaOf = ({ red, green, blue }: Pixel) => Math.round(0.299 * red + 0.587 * green + 0.114 * blue);

const isColored = ({ red, green, blue, alpha }: Pixel) =>
  alpha > 0 && Math.max(red, green, blue) - Math.min(red, green, blue) > COLORED;

function inked(luma: number): number {
  if (luma < BLACK) return 0;
  return luma > WHITE ? OPAQUE : luma;
}

/** The greys of all pixels, and those that have a colour with nothing around them. */
function split(pixels: Buffer) {
  const count = pixels.length / 4;
  const grey = Buffer.alloc(count * 2);
  const colored = Buffer.alloc(count * 4);
  const tally = { dark: 0, darkColored: 0, colored: 0 };
  for (let at = 0; at < count; at += 1) {
    const pixel = pixelAt(pixels, at * 4);
    const luma = lumaOf(pixel);
    grey.writeUInt8(inked(luma), at * 2);
    grey.writeUInt8(pixel.alpha, at * 2 + 1);
    const dark = luma < OPAQUE / 2 && pixel.alpha > 0 ? 1 : 0;
    tally.dark += dark;
    if (!isColored(pixel)) continue;
    tally.colored += 1;
    tally.darkColored += dark;
    pixels.copy(colored, at * 4, at * 4, at * 4 + 4);
  }
  return {
    grey,
    colored,
    hasColor: tally.colored > 0,
    isColoredCode: tally.darkColored > tally.dark * COLORED_CODE,
  };
}

/**
 * A black code as pictures that a press prints with black ink alone: its greys, and on top of them what has a colour, such as the
 * logo in its middle.
 * @returns the picture as it is when its code is coloured, or grey already
 */
export async function blackCode(picture: Buffer): Promise<Buffer[]> {
  const original = sharp(picture);
  const { channels, hasAlpha } = await original.metadata();
  if (channels < 3) return [picture];
  const { data, info } = await original
    .toColorspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { grey, colored, hasColor, isColoredCode } = split(data);
  if (isColoredCode) return [picture];
  const { width, height } = info;
  const greyPicture = sharp(grey, { raw: { width, height, channels: 2 } }).toColorspace('b-w');
  const below = await (hasAlpha ? greyPicture : greyPicture.removeAlpha()).png().toBuffer();
  if (!hasColor) return [below];
  return [
    below,
    await sharp(colored, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  ];
}
