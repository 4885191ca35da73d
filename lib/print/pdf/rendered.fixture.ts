import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MM_PER_PT } from '@/lib/print/font/metrics';
import type { Grid } from '@/lib/print/sheet';
import { readSquares } from '@/lib/print/vector/read-squares';

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;
type Size = { width: number; height: number };
type Frame = Size & { x: number; y: number };

/** Coarser than any press and phone. */
const DPI = 200;
/** One more than a piece has: a neighbor’s would be seen. */
const CODES_MOST = 2;
const PT_PER_INCH = 72;
const MM_PER_INCH = 25.4;

const dots = (mm: number) => Math.round((mm / MM_PER_INCH) * DPI);

/** The types of pdf.js know the canvas of browsers only. */
const isContext = (context: object): context is CanvasRenderingContext2D => 'drawImage' in context;

async function drawn(page: Page) {
  const viewport = page.getViewport({ scale: DPI / PT_PER_INCH });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context: object = canvas.getContext('2d');
  if (!isContext(context)) throw new Error('nothing to draw on');
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  return context;
}

/** Lines of type by where they begin, in millimetres from the upper left corner. */
async function linesOf(page: Page) {
  const height = page.getViewport({ scale: 1 }).height;
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [, , , , x, y] = item.transform;
    return [{ text: item.str, x: Number(x) * MM_PER_PT, y: (height - Number(y)) * MM_PER_PT }];
  });
}

const isIn = ({ x, y, width, height }: Frame, at: { x: number; y: number }) =>
  at.x >= x && at.x < x + width && at.y >= y && at.y < y + height;

export type SeenPiece = { codes: string[]; lines: string[] };

/** What is seen in each place of a sheet once its page is drawn: what a phone reads there, and the type that stands there. */
async function seenOn(page: Page, grid: Grid, size: Size): Promise<SeenPiece[]> {
  const [context, lines] = [await drawn(page), await linesOf(page)];
  const seen: SeenPiece[] = [];
  for (const place of grid.places) {
    const [width, height] = [dots(size.width), dots(size.height)];
    const { data } = context.getImageData(dots(place.x), dots(place.y), width, height);
    const found = await readSquares({ data: new Uint8ClampedArray(data), width, height }, CODES_MOST);
    seen.push({
      codes: found.map(({ text }) => text),
      lines: lines.filter((line) => isIn({ ...place, ...size }, line)).map(({ text }) => text),
    });
  }
  return seen;
}

/** What stands in a spot of the first page, in millimetres from its upper left corner: red, green and blue. */
export async function colorAt(pdf: Buffer, { x, y }: { x: number; y: number }): Promise<number[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const context = await drawn(await document.getPage(1));
  const { data } = context.getImageData(dots(x), dots(y), 1, 1);
  await document.destroy();
  return [...data.subarray(0, 3)];
}

/** Draws all sheets of a PDF and reads them back, place by place. */
export async function readBack(pdf: Buffer, grid: Grid, size: Size) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pieces: SeenPiece[] = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pieces.push(...(await seenOn(await document.getPage(number), grid, size)));
  await document.destroy();
  return pieces;
}
