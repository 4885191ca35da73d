import 'server-only';
import sharp from 'sharp';

/** Between the channels of a pixel; what differs less is grey that a JPEG has tinted. */
const COLORED = 40;
/** What is nearly black or white becomes so: the press draws no dots for it. */
const [BLACK, WHITE] = [56, 224];
const OPAQUE = 255;
/** Above this share of dark pixels with a colour the code itself is coloured. */
const COLORED_CODE = 0.5;

function split(pixels: Buffer) {
  const count = pixels.length / 4;
  const grey = Buffer.alloc(count * 2);
  const colored = Buffer.alloc(count * 4);
  let [dark, darkColored, anyColored] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at * 4, at * 4 + 4);
    const luma = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    grey[at * 2] = luma < BLACK ? 0 : luma > WHITE ? OPAQUE : luma;
    grey[at * 2 + 1] = alpha;
    const isColored = Math.max(red, green, blue) - Math.min(red, green, blue) > COLORED;
    if (luma < OPAQUE / 2 && alpha > 0) dark += 1;
    if (!isColored || alpha === 0) continue;
    anyColored += 1;
    if (luma < OPAQUE / 2) darkColored += 1;
    colored.set([red, green, blue, alpha], at * 4);
  }
  return { grey, colored, anyColored, isColoredCode: darkColored > dark * COLORED_CODE };
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
  const { grey, colored, anyColored, isColoredCode } = split(data);
  if (isColoredCode) return [picture];
  const { width, height } = info;
  const greyPicture = sharp(grey, { raw: { width, height, channels: 2 } }).toColorspace('b-w');
  const below = await (hasAlpha ? greyPicture : greyPicture.removeAlpha()).png().toBuffer();
  if (anyColored === 0) return [below];
  return [
    below,
    await sharp(colored, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  ];
}
