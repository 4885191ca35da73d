import 'server-only';
import { pMapIterable } from 'p-map';
import { AppError } from '@/lib/errors';
import { AHEAD } from '@/lib/exports/archive/picture-file';
import { readPicture } from '@/lib/codes/picture/picture';
import type { PdfOptions } from '@/lib/exports/options';
import type { Order, Tally } from '@/lib/exports/order';
import type { NameValues } from '@/lib/exports/names/name-template';
import { nameValues, type ExportRecord } from '@/lib/exports/scope/record';
import { scopeColumns } from '@/lib/exports/scope/scope';
import { kept } from '@/lib/exports/seal';
import { placeOnCode } from '@/lib/print/place-on-code';
import { placeHead, readDesign, type Mark, type ReadDesign } from '@/lib/print/place-piece';
import { hasGroups, orderKey } from '@/lib/print/piece-order';
import { gridOf, sampleText } from '@/lib/print/sheet';
import { keepPrinted } from '@/lib/print/records/keep-printed';
import { openPictures, picturesIn, type PictureOf } from '@/lib/print/pictures/queries';
import { openCode, openDocument, type Doc } from './document';
import { addSheet, drawPiece, type Pictures } from './draw';

/** What is ready so far: pages that are full go out, so that memory holds a few of them whatever their number. */
function* readySoFar(doc: Doc): Generator<Uint8Array> {
  for (let chunk: unknown = doc.read(); chunk instanceof Uint8Array; chunk = doc.read()) yield chunk;
}

/** Of a picture that is lost there is nothing, and there are no marks of a code that is left out of this design. */
const preparer = (read: ReadDesign) => async (record: ExportRecord) => {
  const { code } = record;
  const stored = await readPicture(code);
  if (!stored) return { record, bytes: null, marks: null };
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const placed = await placeOnCode(read, { values: nameValues(record), picture: bytes, code });
  return { record, bytes, marks: typeof placed === 'string' ? null : placed };
};

type Prepared = Awaited<ReturnType<ReturnType<typeof preparer>>>;

/** @returns null for what cannot be printed */
async function open(doc: Doc, { record, bytes, marks }: Prepared, look: Pick<PdfOptions, 'ink' | 'codes'>) {
  if (!marks) return null;
  const laid = await openCode(doc, { bytes, code: record.code }, look);
  return laid && { ...laid, marks };
}

const NO_GROUP = '—';

type Work = { order: Order<PdfOptions>; records: AsyncIterable<ExportRecord>; tally: Tally };

/** What a sheet says of itself: whose codes, how many of how many were drawn, and by which seed. */
function aboutOf({ scope, options: { sample } }: Order<PdfOptions>): string {
  const name = scope.kind === 'batch' ? scope.name : '';
  return [name, sample && sampleText(sample)].filter(Boolean).join(' · ');
}

/** What a reader of the file finds its pages by: each sheet, or each group with its sheets. */
function outlineOf(doc: Doc, order: string) {
  let group: { key: string; item: PDFKit.PDFOutline } | null = null;
  const addGroup = (values: NameValues) => {
    const key = orderKey(order, values);
    if (!hasGroups(order) || group?.key === key) return;
    group = { key, item: doc.outline.addItem(key || NO_GROUP) };
  };
  return {
    addGroup,
    addPage: (values: NameValues, name: string) => {
      addGroup(values);
      (group?.item ?? doc.outline).addItem(name);
    },
  };
}

/** Each picture goes into a document once. */
function pictureOpener(doc: Doc, pictureOf: PictureOf) {
  const opened = new Map<string, PDFKit.Mixins.ImageSrc>();
  return async (marks: readonly Mark[]): Promise<Pictures> => {
    for (const id of picturesIn(marks))
      if (!opened.has(id)) opened.set(id, doc.openImage(await pictureOf(id)));
    return opened;
  };
}

/** One piece after the other, each picture once however many copies there are. What cannot be printed leaves no gap. */
async function* draw(doc: Doc, { order, records, tally }: Work): AsyncGenerator<Uint8Array> {
  const { design, sheet, ink, codes } = order.options;
  const bookmarks = outlineOf(doc, order.options.order);
  const { read } = readDesign(design, await scopeColumns(order.scope));
  if (!read) throw new Error('a design that was checked cannot be read');
  const grid = gridOf(sheet, design);
  const openFor = pictureOpener(doc, await openPictures(design));
  const blank = { grid, sheet, design, ink, head: placeHead(design, aboutOf(order), grid.pageWidth) };
  const printed = await keepPrinted(order.id);
  let at = sheet.startAt - 1;
  let pages = 0;
  const prepared = pMapIterable(records, preparer(read), { concurrency: AHEAD, backpressure: AHEAD });
  for await (const ready of prepared) {
    const { record } = ready;
    const laid = await open(doc, ready, { ink, codes });
    if (!laid) {
      tally.missingCount += 1;
      continue;
    }
    const pictures = await openFor(laid.marks);
    const values = nameValues(record);
    for (let copy = 0; copy < sheet.copies; copy += 1, at += 1) {
      if (pages === 0 || at % grid.places.length === 0) {
        addSheet(doc, blank);
        pages += 1;
        bookmarks.addPage(values, `${pages} · ${record.name}`);
      } else bookmarks.addGroup(values);
      const place = grid.places[at % grid.places.length];
      if (place) drawPiece(doc, { pictures, design, sheet, ink, marks: laid.marks, code: laid.open }, place);
    }
    tally.count += 1;
    await printed.add(record, laid.facts);
    yield* readySoFar(doc);
  }
  if (pages === 0) throw new AppError('EXPORT_EMPTY');
  await printed.finish();
  doc.end();
  for await (const chunk of doc) yield chunk;
}

/** The sheets of an order that is made for the first time; pictures go in as the very bytes of WeChat where they are JPEG. */
export function newPdf(
  order: Order<PdfOptions>,
  records: AsyncIterable<ExportRecord>,
  tally: Tally,
): AsyncGenerator<Uint8Array> {
  const chunks = draw(openDocument(order.createdAt), { order, records, tally });
  return kept(order.id, tally, { chunks, content: 'packed', printState: 'made' });
}
