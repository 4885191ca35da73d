import 'server-only';
import type { PdfOptions } from '@/lib/exports/options';
import { inFrame, type Vector } from '@/lib/print/vector/vector';
import { blackInk, isGrey } from './ink';

type Doc = PDFKit.PDFDocument;
type Image = PDFKit.Mixins.ImageSrc;

/** What a code is drawn from: pictures on top of each other, or shapes and the picture in their middle. */
export type OpenVector = { vector: Vector; logo: Image | null };
export type OpenCode = Image[] | OpenVector;

/** In points. */
type Frame = { x: number; y: number; width: number; height: number };
type How = { frame: Frame; ink: PdfOptions['ink'] };

function drawLogo(doc: Doc, { vector: { logo }, logo: image }: OpenVector): void {
  if (!logo || !image) return;
  const { x, y, size } = logo;
  doc.circle(x + size / 2, y + size / 2, size / 2).clip();
  doc.image(image, x, y, { width: size, height: size });
}

export function drawVector(doc: Doc, open: OpenVector, { frame, ink }: How): void {
  const { width, height, path, color, ground } = open.vector;
  const { left, top, scale } = inFrame(open.vector, frame);
  doc.save().translate(left, top).scale(scale);
  if (ground) doc.rect(0, 0, width, height).fill(ground);
  const isBlack = ink === 'blackCodes' && isGrey(color);
  doc.path(path).fill(isBlack ? blackInk(color) : color, 'even-odd');
  drawLogo(doc, open);
  doc.restore();
}

export function drawCode(doc: Doc, code: OpenCode, { frame, ink }: How): void {
  if (!Array.isArray(code)) return drawVector(doc, code, { frame, ink });
  const fit: [number, number] = [frame.width, frame.height];
  for (const image of code) doc.image(image, frame.x, frame.y, { fit, align: 'center', valign: 'center' });
}
