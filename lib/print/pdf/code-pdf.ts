import 'server-only';
import PDFDocument from 'pdfkit';
import { MM_PER_PT } from '@/lib/print/font/metrics';
import { wholeOf } from './document';

/** A PDF has a date and an identifier that is made from it: with this one the same picture is the same file, for a download years later too. */
export const ALWAYS = new Date(0);

export type CodePdf = { bytes: Buffer; widthPx: number; heightPx: number };

/**
 * One code alone on a page of its own size: `widthMm` wide, as high as its picture is. A JPEG goes in as its own bytes.
 * @throws Error for bytes that are no picture that PDF knows
 */
export async function codePdf(picture: Buffer, widthMm: number): Promise<CodePdf> {
  const info = { Producer: 'Suncode', Creator: 'Suncode', CreationDate: ALWAYS };
  const doc = new PDFDocument({ autoFirstPage: false, font: '', info });
  const image = doc.openImage(picture);
  const width = widthMm / MM_PER_PT;
  const height = (width * image.height) / image.width;
  doc.addPage({ size: [width, height], margin: 0 });
  doc.image(image, 0, 0, { width, height });
  return { bytes: await wholeOf(doc), widthPx: image.width, heightPx: image.height };
}
