import 'server-only';
import sharp from 'sharp';
import type { PieceOptions } from '@/lib/exports/options';
import { MM_PER_PT } from '@/lib/print/font/metrics';
import { pixelsOf, type PiecePage } from '@/lib/print/piece-page';
import type { Mark } from '@/lib/print/place-piece';
import { layOver, put, within, type Canvas, type Region } from './canvas';
import { pieceSvg, type Drawing } from './piece-svg';

const WHITE = { r: 255, g: 255, b: 255 };
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };
// The last twentieth of a file takes half of its time.
const JPEG = { quality: 95, chromaSubsampling: '4:4:4', optimiseCoding: false } as const;
const PNG = { compressionLevel: 4 };

type Common = Omit<Drawing, 'isWhole' | 'marks' | 'code'>;
type Layers = { page: PiecePage; files: PieceOptions['files']; below: readonly Mark[] };
type CodeMark = Extract<Mark, { kind: 'code' }>;
type OtherMark = Exclude<Mark, CodeMark>;

/** A code in its square, as many pixels as that has; enlarged and reduced as those of an export are (archive/picture-file.ts). */
async function layCode(canvas: Canvas, region: Region, picture: Buffer): Promise<void> {
  const side = region.width;
  const { width, height, hasAlpha } = await sharp(picture).metadata();
  const kernel = side > width ? sharp.kernel.mitchell : sharp.kernel.lanczos3;
  const inSquare = { width: side, height: side, fit: 'contain' as const, background: CLEAR, kernel };
  const color = sharp(picture).toColorspace('srgb');
  if (hasAlpha || width !== height)
    return layOver(canvas, region, await color.ensureAlpha().resize(inSquare).raw().toBuffer());
  const solid = color.resize(inSquare);
  put(canvas, region, await (canvas.channels === 4 ? solid.ensureAlpha() : solid).raw().toBuffer());
}

/** Where a mark may leave ink, in millimetres; of type a little more than its letters. */
function roomOf(mark: OtherMark) {
  if (mark.kind !== 'text') return mark;
  const em = mark.sizePt * MM_PER_PT;
  return { x: mark.x - em / 2, y: mark.y - 1.3 * em, width: mark.width + em, height: 1.9 * em };
}

/** The circles of most codes are equally large, and a picture of millions of dots is drawn into them once. */
const REMEMBERED = { count: 4, bytesEach: 8_000_000 };

function remembered() {
  const drawn = new Map<string, Buffer>();
  return async (mark: OtherMark, draw: () => Promise<Buffer>) => {
    const key = JSON.stringify(mark);
    const known = drawn.get(key);
    if (known) return known;
    const dots = await draw();
    if (dots.byteLength > REMEMBERED.bytesEach) return dots;
    if (drawn.size === REMEMBERED.count) drawn.clear();
    drawn.set(key, dots);
    return dots;
  };
}

async function drawGround(common: Common, { page, below, files }: Layers): Promise<Canvas> {
  const { pageWidth, pageHeight } = page.grid;
  const [width, height] = [pixelsOf(pageWidth, files.dpi), pixelsOf(pageHeight, files.dpi)];
  const drawing = { ...common, marks: below, isWhole: true, code: null };
  const svg = pieceSvg(drawing, { size: { width: `${width}`, height: `${height}` } });
  // A picture of a design is longer than libxml allows for a text.
  const drawn = sharp(Buffer.from(svg), { unlimited: true });
  const isSolid = files.type === 'jpeg' || (await drawn.clone().stats()).isOpaque;
  const solid = isSolid ? drawn.flatten({ background: WHITE }).removeAlpha() : drawn.ensureAlpha();
  return { data: await solid.raw().toBuffer(), width, height, channels: isSolid ? 3 : 4 };
}

/**
 * Draws pieces as dots. What is the same on all of them is drawn once; of a piece only the parts that differ are.
 * @param below the marks below everything that differs
 */
export async function rasterizer(common: Common, layers: Layers) {
  const { page, files } = layers;
  const { dpi, type } = files;
  const { pageWidth, pageHeight, places } = page.grid;
  const [place = { x: 0, y: 0 }] = places;
  const ground = await drawGround(common, layers);
  // As librsvg fits a page into whole dots.
  const scale = Math.min(ground.width / pageWidth, ground.height / pageHeight);
  const edge = { x: (ground.width - pageWidth * scale) / 2, y: (ground.height - pageHeight * scale) / 2 };

  const drawnOnce = remembered();
  const draw = async (canvas: Canvas, mark: OtherMark, pictures: Drawing['pictures']) => {
    const { x, y, width, height } = roomOf(mark);
    const [left, top] = [
      Math.floor((place.x + x) * scale + edge.x) - 1,
      Math.floor((place.y + y) * scale + edge.y) - 1,
    ];
    const whole = { left, top, width: Math.ceil(width * scale) + 3, height: Math.ceil(height * scale) + 3 };
    const region = within(canvas, whole);
    if (!region) return;
    const view = {
      ...{ x: (region.left - edge.x) / scale, y: (region.top - edge.y) / scale },
      ...{ width: region.width / scale, height: region.height / scale },
    };
    const size = { width: `${region.width}`, height: `${region.height}` };
    const toDots = async () => {
      const svg = pieceSvg(
        { ...common, pictures, marks: [mark], isWhole: false, code: null },
        { size, view },
      );
      return sharp(Buffer.from(svg), { unlimited: true }).ensureAlpha().raw().toBuffer();
    };
    await layOver(canvas, region, await (mark.kind === 'picture' ? drawnOnce(mark, toDots) : toDots()));
  };

  const drawCode = async (canvas: Canvas, { x, y, size }: CodeMark, picture: Buffer) => {
    const side = pixelsOf(size, dpi);
    const region: Region = {
      ...{ left: pixelsOf(place.x + x, dpi), top: pixelsOf(place.y + y, dpi) },
      ...{ width: side, height: side },
    };
    await layCode(canvas, region, picture);
  };

  /** @param pictures addresses of those among the marks */
  return async (marks: readonly Mark[], picture: Buffer, pictures: Drawing['pictures']) => {
    const canvas = { ...ground, data: Buffer.from(ground.data) };
    for (const mark of marks)
      await (mark.kind === 'code' ? drawCode(canvas, mark, picture) : draw(canvas, mark, pictures));
    const { data, ...raw } = canvas;
    const piece = sharp(data, { raw }).withDensity(dpi);
    const bytes = await (type === 'png' ? piece.png(PNG) : piece.jpeg(JPEG)).toBuffer();
    return { bytes, width: raw.width, height: raw.height };
  };
}
