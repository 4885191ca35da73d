import 'server-only';
import PDFDocument from 'pdfkit';
import type { VectorType } from '@/lib/exports/options';
import { MM_PER_PT } from '@/lib/print/font/metrics';
import { ALWAYS } from '@/lib/print/pdf/code-pdf';
import { openVector, wholeOf } from '@/lib/print/pdf/document';
import { drawVector } from '@/lib/print/pdf/draw-code';
import type { Vector } from './vector';
import { vectorSvg } from './vector-svg';

async function pdfOf(vector: Vector, widthMm: number): Promise<Buffer> {
  const info = { Producer: 'Suncode', Creator: 'Suncode', CreationDate: ALWAYS };
  const doc = new PDFDocument({ autoFirstPage: false, font: '', info });
  const width = widthMm / MM_PER_PT;
  const height = (width * vector.height) / vector.width;
  doc.addPage({ size: [width, height], margin: 0 });
  drawVector(doc, openVector(doc, vector), { frame: { x: 0, y: 0, width, height }, ink: 'rgb' });
  return wholeOf(doc);
}

/** A code as shapes, alone in a file of its own size. */
export async function vectorFile(vector: Vector, { type, widthMm }: { type: VectorType; widthMm: number }) {
  if (type === 'pdf')
    return { bytes: await pdfOf(vector, widthMm), type: 'application/pdf', extension: 'pdf' as const };
  const heightMm = Math.round((widthMm * vector.height * 1_000) / vector.width) / 1_000;
  const svg = vectorSvg(vector, { width: `${widthMm}mm`, height: `${heightMm}mm` });
  return { bytes: Buffer.from(svg), type: 'image/svg+xml', extension: 'svg' as const };
}
