import type { PieceFiles } from '@/lib/exports/options';
import type { Design } from './design';
import { gridOf, PIECE, type Grid, type SheetChoice } from './sheet';

export type PiecePage = { design: Design; sheet: SheetChoice; grid: Grid };

type Asked = { design: Design; sheet: SheetChoice; files: Pick<PieceFiles, 'bleed' | 'type'> };

/** A piece alone on its page: as large as it is cut, or with its bleed, and with room for crop marks where they are wanted. */
export function piecePage({ design: whole, sheet: asked, files }: Asked): PiecePage {
  const design = files.bleed ? whole : { ...whole, bleed: 0 };
  // Only PDF has the inks that they are of.
  const colorBars = asked.colorBars && files.type === 'pdf';
  const sheet = { ...asked, stock: PIECE, own: null, startAt: 1, copies: 1, colorBars };
  return { design, sheet, grid: gridOf(sheet, design) };
}

const MM_PER_INCH = 25.4;

export const pixelsOf = (mm: number, dpi: number) => Math.round((mm / MM_PER_INCH) * dpi);

/** Of its longer side; 0 for files that have no pixels of their own. */
export function piecePixels(options: Asked & { files: PieceFiles }): number {
  const { type, dpi } = options.files;
  if (type === 'pdf' || type === 'svg') return 0;
  const { pageWidth, pageHeight } = piecePage(options).grid;
  return pixelsOf(Math.max(pageWidth, pageHeight), dpi);
}
