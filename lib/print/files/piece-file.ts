import 'server-only';
import { readPicture, sha256 } from '@/lib/codes/picture/picture';
import type { PictureFile } from '@/lib/exports/archive/picture-file';
import type { PieceOptions } from '@/lib/exports/options';
import type { NameValues } from '@/lib/exports/names/name-template';
import { nameValues, type ExportRecord } from '@/lib/exports/scope/record';
import { openCode, openDocument, wholeOf } from '@/lib/print/pdf/document';
import { addSheet, drawPiece } from '@/lib/print/pdf/draw';
import { openPictures, picturesIn } from '@/lib/print/pictures/queries';
import { piecePage, type PiecePage } from '@/lib/print/piece-page';
import { placeOnCode, type LeftOut } from '@/lib/print/place-on-code';
import { placePiece, type Mark, type ReadDesign } from '@/lib/print/place-piece';
import { factsOf } from '@/lib/print/vector/vector';
import { vectorOf } from '@/lib/print/vector/vectors';
import { outlines } from './outlines';
import { dataAddress, pieceSvg } from './piece-svg';
import { rasterizer } from './raster';
import { splitDesign } from './split-design';

type Pictures = ReadonlyMap<string, Buffer>;
type Drawn = Omit<PictureFile, 'sha256'>;
/** `pictures`: of the design, and of its row. */
type Piece = { marks: Mark[]; picture: Buffer; pictures: Pictures; code: ExportRecord['code'] };
/** @returns null for a picture that cannot be placed */
type Draw = (piece: Piece) => Promise<Drawn | null>;
/** `around`: what of the design differs from code to code. */
type Drawer = { around: ReadDesign; draw: Draw };

const NO_PIXELS = { widthPx: null, heightPx: null, dpi: null };

type Work = {
  read: ReadDesign;
  options: PieceOptions;
  page: PiecePage;
  createdAt: Date;
  picturesFor: (marks: readonly Mark[]) => Promise<Pictures>;
};

function pdfDrawer({ read, options, page: { design, sheet, grid }, createdAt }: Work): Drawer {
  const draw: Draw = async ({ marks, picture, pictures, code }) => {
    const doc = openDocument(createdAt);
    const laid = await openCode(doc, { bytes: picture, code }, options);
    const [place] = grid.places;
    if (!laid || !place) return null;
    const { ink } = options;
    const opened = new Map([...pictures].map(([id, bytes]) => [id, doc.openImage(bytes)]));
    addSheet(doc, { grid, sheet, design, head: [], ink });
    drawPiece(doc, { pictures: opened, design, sheet, ink, marks, code: laid.open }, place);
    const bytes = await wholeOf(doc);
    return { bytes, type: 'application/pdf', extension: 'pdf', ...NO_PIXELS, vector: laid.facts };
  };
  return { around: read, draw };
}

/** A background of megabytes is written out once, not for each piece. */
function addressBook() {
  const known = new WeakMap<Buffer, string>();
  const addressOf = (bytes: Buffer) => {
    const address = known.get(bytes) ?? dataAddress(bytes);
    known.set(bytes, address);
    return address;
  };
  return (pictures: Pictures) => new Map([...pictures].map(([id, bytes]) => [id, addressOf(bytes)]));
}

function svgDrawer({ read, options, page }: Work): Drawer {
  const common = { page, isWhole: true, outline: outlines() };
  const addresses = addressBook();
  const size = { width: `${page.grid.pageWidth}mm`, height: `${page.grid.pageHeight}mm` };
  const draw: Draw = async ({ marks, picture, pictures, code }) => {
    const outcome =
      options.codes === 'vector' ? await vectorOf({ bytes: picture, endpoint: code.endpoint }) : null;
    const art = outcome?.vector ?? dataAddress(picture);
    const bytes = Buffer.from(
      pieceSvg({ ...common, pictures: addresses(pictures), marks, code: art }, { size }),
    );
    const vector = outcome && factsOf(outcome);
    return { bytes, type: 'image/svg+xml', extension: 'svg', ...NO_PIXELS, vector };
  };
  return { around: read, draw };
}

/** No row has any: of what is the same on all pieces nothing is asked. */
const NO_VALUES: NameValues = {
  ...{ name: '', scene: '', path: '', page: '', row: 0, date: '', app: '' },
  ...{ folder: '', tags: '', id: '', width: '', columns: {} },
};

async function rasterDrawer({ read, options: { files }, page, picturesFor }: Work): Promise<Drawer> {
  const { ground, rest } = splitDesign(read);
  const addresses = addressBook();
  const below = placePiece(ground, NO_VALUES).marks;
  const common = { page, outline: outlines(), pictures: addresses(await picturesFor(below)) };
  const toDots = await rasterizer(common, { page, files, below });
  const kind =
    files.type === 'png'
      ? ({ type: 'image/png', extension: 'png' } as const)
      : ({ type: 'image/jpeg', extension: 'jpg' } as const);
  const draw: Draw = async ({ marks, picture, pictures }) => {
    const { bytes, width: widthPx, height: heightPx } = await toDots(marks, picture, addresses(pictures));
    return { bytes, ...kind, widthPx, heightPx, dpi: files.dpi, vector: null };
  };
  return { around: rest, draw };
}

function drawerOf(work: Work): Drawer | Promise<Drawer> {
  const { type } = work.options.files;
  if (type === 'pdf') return pdfDrawer(work);
  return type === 'svg' ? svgDrawer(work) : rasterDrawer(work);
}

/**
 * Makes the file of a piece, one after the other.
 * @returns of which one gets null where the store has no intact picture, and why where it is left out of this design
 */
export async function pieceFiles(read: ReadDesign, options: PieceOptions, createdAt: Date) {
  const [page, pictureOf] = [piecePage(options), await openPictures(options.design)];
  const picturesFor = async (marks: readonly Mark[]) =>
    new Map(await Promise.all(picturesIn(marks).map(async (id) => [id, await pictureOf(id)] as const)));
  const { around, draw } = await drawerOf({ read, options, page, createdAt, picturesFor });
  return async (record: ExportRecord): Promise<PictureFile | LeftOut | null> => {
    const { code } = record;
    const stored = await readPicture(code);
    if (!stored) return null;
    const picture = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
    const marks = await placeOnCode(around, { values: nameValues(record), picture, code });
    if (typeof marks === 'string') return marks;
    const drawn = await draw({ marks, picture, pictures: await picturesFor(marks), code });
    return drawn && { ...drawn, sha256: sha256(drawn.bytes) };
  };
}
