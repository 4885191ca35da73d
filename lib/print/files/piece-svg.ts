import 'server-only';
import type { BoxElement, CodeElement, PictureElement } from '@/lib/print/design';
import type { PiecePage } from '@/lib/print/piece-page';
import { boxShapes, type Mark } from '@/lib/print/place-piece';
import type { TextMark } from '@/lib/print/set-text';
import { cropMarks } from '@/lib/print/sheet';
import { inFrame, type Vector } from '@/lib/print/vector/vector';
import { vectorShapes } from '@/lib/print/vector/vector-svg';
import { round } from './outlines';

const PNG_MARK = 0x89;

/** A picture inside of a file. */
export function dataAddress(bytes: Buffer): string {
  return `data:image/${bytes[0] === PNG_MARK ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`;
}

type Frame = Pick<BoxElement, 'x' | 'y' | 'width' | 'height' | 'radius'>;

const rect = ({ x, y, width, height, radius }: Frame, paint: string) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}" ${paint}/>`;

function boxShape(box: BoxElement): string {
  const { fill, outline } = boxShapes(box);
  return [
    fill && rect(fill, `fill="${box.fill}"`),
    outline && rect(outline, `fill="none" stroke="${outline.color}" stroke-width="${round(outline.border)}"`),
  ].join('');
}

export type Drawing = {
  page: PiecePage;
  /** Its ground and crop marks are drawn too. */
  isWhole: boolean;
  marks: readonly Mark[];
  outline: (mark: TextMark) => string;
  /** Addresses of the pictures of a design, by their ids. */
  pictures: ReadonlyMap<string, string>;
  /** The address of the code, or its shapes; null leaves its place as it is. */
  code: string | Vector | null;
};

function pictureShape(mark: PictureElement, at: number, { pictures }: Drawing): string {
  const { x, y, width, height, picture, fit } = mark;
  const href = pictures.get(picture);
  if (href === undefined) throw new Error('a picture of a design was not opened');
  const radius = Math.min(mark.radius, width / 2, height / 2);
  const inside = `width="${round(width)}" height="${round(height)}"`;
  const ratio = fit === 'cover' ? 'xMidYMid slice' : 'xMidYMid meet';
  return (
    `<clipPath id="frame${at}"><rect ${inside} rx="${round(radius)}"/></clipPath>` +
    `<g transform="translate(${round(x)} ${round(y)})" clip-path="url(#frame${at})">` +
    `<image ${inside} preserveAspectRatio="${ratio}" href="${href}"/></g>`
  );
}

function codeShapes({ x, y, size }: Pick<CodeElement, 'x' | 'y' | 'size'>, vector: Vector): string {
  const { left, top, scale } = inFrame(vector, { x, y, width: size, height: size });
  return `<g transform="translate(${round(left)} ${round(top)}) scale(${scale})">${vectorShapes(vector)}</g>`;
}

function shapeOf(mark: Mark, at: number, drawing: Drawing): string {
  if (mark.kind === 'box') return boxShape(mark);
  if (mark.kind === 'text') return drawing.outline(mark);
  if (mark.kind === 'picture') return pictureShape(mark, at, drawing);
  if (drawing.code === null) return '';
  if (typeof drawing.code !== 'string') return codeShapes(mark, drawing.code);
  const side = round(mark.size);
  return `<image x="${round(mark.x)}" y="${round(mark.y)}" width="${side}" height="${side}" href="${drawing.code}"/>`;
}

function groundShapes({ design }: PiecePage): string {
  const { width, height, radius, bleed, ground } = design;
  const around = { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed };
  return rect({ ...around, radius: radius > 0 ? radius + bleed : 0 }, `fill="${ground}"`);
}

function cropShapes({ design, sheet }: PiecePage, { x, y }: { x: number; y: number }): string {
  if (!sheet.cropMarks) return '';
  const lines = cropMarks(design).map(
    (line) =>
      `<path d="M${round(x + line.x1)} ${round(y + line.y1)}L${round(x + line.x2)} ${round(y + line.y2)}"/>`,
  );
  return `<g stroke="#000000" stroke-width="0.09">${lines.join('')}</g>`;
}

/** `size` of the picture: in millimetres, or in pixels for what is drawn as dots. `view`: the part of the page that is seen. */
type Seen = { size: { width: string; height: string }; view?: Place & { width: number; height: number } };
type Place = { x: number; y: number };

export function pieceSvg(drawing: Drawing, { size, view }: Seen): string {
  const { page, isWhole, marks } = drawing;
  const { pageWidth, pageHeight, places } = page.grid;
  const { width, height, bleed } = page.design;
  const [place = { x: 0, y: 0 }] = places;
  const box = view
    ? `${view.x} ${view.y} ${view.width} ${view.height}`
    : `0 0 ${round(pageWidth)} ${round(pageHeight)}`;
  const [inner, outer] = [width + 2 * bleed, height + 2 * bleed];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${box}">` +
    (isWhole ? cropShapes(page, place) : '') +
    // What stands beyond the edge is cut.
    `<svg x="${round(place.x - bleed)}" y="${round(place.y - bleed)}" width="${round(inner)}" height="${round(outer)}" viewBox="${-bleed} ${-bleed} ${round(inner)} ${round(outer)}">` +
    (isWhole ? groundShapes(page) : '') +
    marks.map((mark, at) => shapeOf(mark, at, drawing)).join('') +
    '</svg></svg>'
  );
}
