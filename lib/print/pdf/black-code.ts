import 'server-only';
import sharp from 'sharp';
import { COLORED } from './ink';

/** What is nearly black or white becomes so: the press draws no dots for it. */
const [BLACK, WHITE] = [56, 224];
const OPAQUE = 255;
/** Above this share of dark pixels with a colour the code itself is coloured. */
const COLORED_CODE = 0.5;

const lumaOf = (red: number, green: number, blue: number) =>
  Math.round(0.299 * red + 0.587 * green + 0.114 * blue);

const isColored = (red: number, green: number, blue: number) =>
  Math.max(red, green, blue) - Math.min(red, green, blue) > COLORED;

function inked(luma: number): number {
  if (luma < BLACK) return 0;
  return luma > WHITE ? OPAQUE : luma;
}

/** The greys of all pixels, and those that have a colour with nothing around them. Nothing is made for a single pixel: there are 185,000. */
function split(pixels: Buffer) {
  const count = pixels.length / 4;
  const grey = Buffer.alloc(count * 2);
  const colored = Buffer.alloc(count * 4);
  let [darkCount, darkColored, coloredCount] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const from = at * 4;
    const [red, green] = [pixels[from] ?? 0, pixels[from + 1] ?? 0];
    const [blue, alpha] = [pixels[from + 2] ?? 0, pixels[from + 3] ?? 0];
    const luma = lumaOf(red, green, blue);
    grey[at * 2] = inked(luma);
    grey[at * 2 + 1] = alpha;
    const dark = luma < OPAQUE / 2 && alpha > 0 ? 1 : 0;
    darkCount += dark;
    if (alpha === 0 || !isColored(red, green, blue)) continue;
    coloredCount += 1;
    darkColored += dark;
    pixels.copy(colored, from, from, from + 4);
  }
  return {
    grey,
    colored,
    hasColor: coloredCount > 0,
    isColoredCode: darkColored > darkCount * COLORED_CODE,
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
