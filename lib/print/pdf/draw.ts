import 'server-only';
import { bleedOn, colorBars, cropMarks, PIECE, type Grid, type SheetChoice } from '@/lib/print/sheet';
import type { BoxElement, Design, PictureElement } from '@/lib/print/design';
import { boxShapes, type Mark } from '@/lib/print/place-piece';
import type { TextMark } from '@/lib/print/set-text';
import { MM_PER_PT } from '@/lib/print/font/metrics';
import type { PdfOptions } from '@/lib/exports/options';
import { drawCode, type OpenCode } from './draw-code';
import { blackInk } from './ink';

type Doc = PDFKit.PDFDocument;
type Image = PDFKit.Mixins.ImageSrc;

const pt = (mm: number) => mm / MM_PER_PT;
export const FONTS = { regular: 'regular', bold: 'bold' } as const;

type Frame = Pick<BoxElement, 'x' | 'y' | 'width' | 'height' | 'radius'>;

function pathOf(doc: Doc, { x, y, width, height, radius }: Frame): Doc {
  const [left, top, w, h] = [pt(x), pt(y), pt(width), pt(height)];
  return radius > 0 ? doc.roundedRect(left, top, w, h, pt(radius)) : doc.rect(left, top, w, h);
}

function drawBox(doc: Doc, box: BoxElement): void {
  const { fill, outline } = boxShapes(box);
  if (fill) pathOf(doc, fill).fill(box.fill);
  if (outline) pathOf(doc, outline).lineWidth(pt(outline.border)).stroke(outline.color);
}

function drawText(doc: Doc, mark: TextMark, ink: PdfOptions['ink']): void {
  doc
    .font(mark.bold ? FONTS.bold : FONTS.regular)
    .fontSize(mark.sizePt)
    .fillColor(ink === 'rgb' ? mark.color : blackInk(mark.color))
    .text(mark.text, pt(mark.x), pt(mark.y), { lineBreak: false, baseline: 'alphabetic' });
}

/** Those of the design, by their ids, opened once for all pieces. */
export type Pictures = ReadonlyMap<string, Image>;

type Piece = {
  pictures: Pictures;
  design: Design;
  sheet: SheetChoice;
  ink: PdfOptions['ink'];
  marks: Mark[];
  code: OpenCode;
};

function drawPicture(doc: Doc, mark: PictureElement, pictures: Pictures): void {
  const image = pictures.get(mark.picture);
  if (!image) throw new Error('a picture of a design was not opened');
  const { x, y, width, height, radius, fit } = mark;
  doc.save();
  pathOf(doc, { x, y, width, height, radius: Math.min(radius, width / 2, height / 2) }).clip();
  const frame: [number, number] = [pt(width), pt(height)];
  const how = fit === 'cover' ? { cover: frame } : { fit: frame };
  doc.image(image, pt(x), pt(y), { ...how, align: 'center', valign: 'center' });
  doc.restore();
}

function drawGround(doc: Doc, { design, sheet }: Piece): void {
  const { width, height, radius, ground } = design;
  const bleed = bleedOn(sheet, design);
  const box = { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed };
  drawBox(doc, { kind: 'box', ...box, radius: radius > 0 ? radius + bleed : 0, fill: ground });
  // Nothing of a piece stands on its neighbour.
  doc.rect(pt(box.x), pt(box.y), pt(box.width), pt(box.height)).clip();
}

function drawCropMarks(doc: Doc, design: Design): void {
  for (const { x1, y1, x2, y2 } of cropMarks(design))
    doc.moveTo(pt(x1), pt(y1)).lineTo(pt(x2), pt(y2)).lineWidth(0.25).stroke([0, 0, 0, 100]);
}

/** One piece with its upper left corner at `place`. */
export function drawPiece(doc: Doc, piece: Piece, place: Grid['places'][number]): void {
  doc.save().translate(pt(place.x), pt(place.y));
  if (piece.sheet.cropMarks) drawCropMarks(doc, piece.design);
  drawGround(doc, piece);
  for (const mark of piece.marks) {
    if (mark.kind === 'box') drawBox(doc, mark);
    else if (mark.kind === 'text') drawText(doc, mark, piece.ink);
    else if (mark.kind === 'picture') drawPicture(doc, mark, piece.pictures);
    else {
      const frame = { x: pt(mark.x), y: pt(mark.y), width: pt(mark.size), height: pt(mark.size) };
      drawCode(doc, piece.code, { frame, ink: piece.ink });
    }
  }
  doc.restore();
}

type Sheet = {
  grid: Grid;
  sheet: SheetChoice;
  design: Design;
  head: TextMark[];
  ink: PdfOptions['ink'];
};

/** Where a piece alone on its page is cut and how far its ground goes: what programs at the print shop lay sheets out by. */
function nameBoxes(doc: Doc, { grid: { pageHeight, places }, sheet, design }: Sheet): void {
  const [place] = places;
  if (sheet.stock !== PIECE || !place) return;
  const around = (beyond: number) =>
    [
      place.x - beyond,
      pageHeight - place.y - design.height - beyond,
      place.x + design.width + beyond,
      pageHeight - place.y + beyond,
    ].map(pt);
  Object.assign(doc.page.dictionary.data, { TrimBox: around(0), BleedBox: around(bleedOn(sheet, design)) });
}

export function addSheet(doc: Doc, page: Sheet): void {
  const { grid, sheet, head, ink } = page;
  doc.addPage({ size: [pt(grid.pageWidth), pt(grid.pageHeight)], margin: 0 });
  nameBoxes(doc, page);
  for (const { x, y, size, ink: patch } of colorBars(sheet, grid))
    doc.rect(pt(x), pt(y), pt(size), pt(size)).fill([...patch]);
  for (const mark of head) drawText(doc, mark, ink);
}
