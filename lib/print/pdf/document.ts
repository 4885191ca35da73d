import 'server-only';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { PdfOptions } from '@/lib/exports/options';
import { log } from '@/lib/log';
import { blackCode } from './black-code';
import { FONTS } from './draw';

// Turbopack would take what `resolve` names for modules, and knows no fonts.
const fontFile = (name: string) =>
  join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc', name);

/** Where the two fonts lie. */
export const FONT_FILES = {
  regular: fontFile('400Regular/NotoSansSC_400Regular.ttf'),
  bold: fontFile('700Bold/NotoSansSC_700Bold.ttf'),
};

export type Doc = PDFKit.PDFDocument;

export function openDocument(createdAt: Date): Doc {
  const info = { Producer: 'Suncode', Creator: 'Suncode', CreationDate: createdAt };
  const doc = new PDFDocument({ autoFirstPage: false, font: FONT_FILES.regular, info });
  doc.registerFont(FONTS.regular, FONT_FILES.regular);
  doc.registerFont(FONTS.bold, FONT_FILES.bold);
  return doc;
}

type Code = { bytes: Buffer | null; codeId: string; ink: PdfOptions['ink'] };

/**
 * A code as it is laid on a page: its pictures on top of each other.
 * @returns null for bytes that are no picture that PDF knows
 */
export async function openCode(doc: Doc, { bytes, codeId, ink }: Code) {
  if (!bytes) return null;
  try {
    const pictures = ink === 'blackCodes' ? await blackCode(bytes) : [bytes];
    return pictures.map((picture) => doc.openImage(picture));
  } catch (error) {
    log().warn({ err: error, codeId }, 'a picture could not be placed');
    return null;
  }
}

/** All of a document that has been drawn. */
export async function wholeOf(doc: Doc): Promise<Buffer> {
  doc.end();
  const chunks: Buffer[] = [];
  for await (const chunk of doc) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
