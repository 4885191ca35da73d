import 'server-only';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { PdfOptions } from '@/lib/exports/options';
import { log } from '@/lib/log';
import { blackCode } from './black-code';
import type { ExportedCode } from '@/lib/exports/scope/record';
import { factsOf, type Vector, type VectorFacts } from '@/lib/print/vector/vector';
import { vectorOf } from '@/lib/print/vector/vectors';
import type { OpenCode, OpenVector } from './draw-code';
import { FONTS } from './draw';
import { layPlainly } from './plain-layout';

// Turbopack would take what `resolve` names for modules, and knows no fonts.
const fontFile = (name: string) =>
  join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc', name);

/** Where the two fonts lie. */
export const FONT_FILES = {
  regular: fontFile('400Regular/NotoSansSC_400Regular.ttf'),
  bold: fontFile('700Bold/NotoSansSC_700Bold.ttf'),
};

export type Doc = PDFKit.PDFDocument;

const WRITTEN = {};

/**
 * Others name what is written by its number alone; pdfkit would keep how each page and picture was described to the end.
 * @see PDFDocument._refEnd of pdfkit: the last step of writing an object
 */
function forgetWritten(doc: Doc): void {
  const ended = doc._refEnd.bind(doc);
  doc._refEnd = (reference) => {
    ended(reference);
    // Its end writes the root first, and then what the root names.
    if (reference !== doc._root) reference.data = WRITTEN;
  };
}

export function openDocument(createdAt: Date): Doc {
  const info = { Producer: 'Suncode', Creator: 'Suncode', CreationDate: createdAt };
  // With a first font pdfkit would know the regular one by its path alone, and read it anew for each text.
  const doc = new PDFDocument({ autoFirstPage: false, font: '', info });
  forgetWritten(doc);
  for (const name of [FONTS.regular, FONTS.bold]) {
    doc.registerFont(name, FONT_FILES[name]);
    layPlainly(doc.font(name)._font);
  }
  return doc;
}

/** @param bytes null for a picture that the store has lost */
type Code = { bytes: Buffer | null; code: Pick<ExportedCode, 'id' | 'endpoint'> };
export type Laid = { open: OpenCode; facts: VectorFacts | null };

export function openVector(doc: Doc, vector: Vector): OpenVector {
  return { vector, logo: vector.logo && doc.openImage(Buffer.from(vector.logo.png)) };
}

async function openPictures(doc: Doc, bytes: Buffer, ink: PdfOptions['ink']) {
  const pictures = ink === 'blackCodes' ? await blackCode(bytes) : [bytes];
  return pictures.map((picture) => doc.openImage(picture));
}

async function lay(doc: Doc, { bytes, endpoint, ink, codes }: Art): Promise<Laid> {
  if (codes === 'picture') return { open: await openPictures(doc, bytes, ink), facts: null };
  const outcome = await vectorOf({ bytes, endpoint });
  const { vector } = outcome;
  const open = vector ? openVector(doc, vector) : await openPictures(doc, bytes, ink);
  return { open, facts: factsOf(outcome) };
}

type Look = Pick<PdfOptions, 'ink' | 'codes'>;
type Art = Look & { bytes: Buffer; endpoint: ExportedCode['endpoint'] };

/**
 * A code as it is laid on a page.
 * @returns null for bytes that are no picture that PDF knows
 */
export async function openCode(doc: Doc, { bytes, code: { id, endpoint } }: Code, look: Look) {
  if (!bytes) return null;
  const { ink, codes } = look;
  try {
    return await lay(doc, { bytes, endpoint, ink, codes });
  } catch (error) {
    log().warn({ err: error, codeId: id }, 'a picture could not be placed');
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
