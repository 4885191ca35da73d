import 'server-only';
import { readPicture, sha256 } from '@/lib/codes/picture/picture';
import type { PictureFile } from '@/lib/exports/archive/picture-file';
import type { PieceOptions } from '@/lib/exports/options';
import type { NameValues } from '@/lib/exports/names/name-template';
import { nameValues, type ExportRecord } from '@/lib/exports/scope/records';
import { openCode, openDocument, wholeOf } from '@/lib/print/pdf/document';
import { addSheet, drawPiece } from '@/lib/print/pdf/draw';
import { picturesOf } from '@/lib/print/pictures/queries';
import { piecePage, type PiecePage } from '@/lib/print/piece-page';
import { placePiece, type ReadDesign } from '@/lib/print/place-piece';
import { factsOf } from '@/lib/print/vector/vector';
import { vectorOf } from '@/lib/print/vector/vectors';
import { outlines } from './outlines';
import { dataAddress, pieceSvg } from './piece-svg';
import { rasterizer } from './raster';
import { splitDesign } from './split-design';

type Drawn = Omit<PictureFile, 'sha256'>;
type Piece = { values: NameValues; picture: Buffer; code: ExportRecord['code'] };
/** @returns null for a picture that cannot be placed */
type Draw = (piece: Piece) => Promise<Drawn | null>;

const NO_PIXELS = { widthPx: null, heightPx: null, dpi: null };

type Work = {
  read: ReadDesign;
  options: PieceOptions;
  page: PiecePage;
  createdAt: Date;
  pictures: Map<string, Buffer>;
};

function pdfDrawer({ read, options, page: { design, sheet, grid }, createdAt, pictures }: Work): Draw {
  return async ({ values, picture, code }) => {
    const { marks } = placePiece(read, values);
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
}

const addresses = (pictures: Work['pictures']) =>
  new Map([...pictures].map(([id, bytes]) => [id, dataAddress(bytes)]));

function svgDrawer({ read, options, page, pictures }: Work): Draw {
  const common = { page, isWhole: true, outline: outlines(), pictures: addresses(pictures) };
  const size = { width: `${page.grid.pageWidth}mm`, height: `${page.grid.pageHeight}mm` };
  return async ({ values, picture, code }) => {
    const { marks } = placePiece(read, values);
    const outcome =
      options.codes === 'vector' ? await vectorOf({ bytes: picture, endpoint: code.endpoint }) : null;
    const art = outcome?.vector ?? dataAddress(picture);
    const bytes = Buffer.from(pieceSvg({ ...common, marks, code: art }, { size }));
    const vector = outcome && factsOf(outcome);
    return { bytes, type: 'image/svg+xml', extension: 'svg', ...NO_PIXELS, vector };
  };
}

/** No row has any: of what is the same on all pieces nothing is asked. */
const NO_VALUES: NameValues = {
  ...{ name: '', scene: '', path: '', page: '', row: 0, date: '', app: '' },
  ...{ folder: '', tags: '', id: '', width: '', columns: {} },
};

async function rasterDrawer({ read, options: { files }, page, pictures }: Work): Promise<Draw> {
  const { ground, rest } = splitDesign(read);
  const common = { page, outline: outlines(), pictures: addresses(pictures) };
  const below = placePiece(ground, NO_VALUES).marks;
  const draw = await rasterizer(common, { page, files, below });
  const kind =
    files.type === 'png'
      ? ({ type: 'image/png', extension: 'png' } as const)
      : ({ type: 'image/jpeg', extension: 'jpg' } as const);
  return async ({ values, picture }) => {
    const { marks } = placePiece(rest, values);
    const { bytes, width: widthPx, height: heightPx } = await draw(marks, picture);
    return { bytes, ...kind, widthPx, heightPx, dpi: files.dpi, vector: null };
  };
}

function drawerOf(work: Work): Draw | Promise<Draw> {
  const { type } = work.options.files;
  if (type === 'pdf') return pdfDrawer(work);
  return type === 'svg' ? svgDrawer(work) : rasterDrawer(work);
}

/**
 * Makes the file of a piece, one after the other.
 * @returns of which one gets null where the store has no intact picture
 */
export async function pieceFiles(read: ReadDesign, options: PieceOptions, createdAt: Date) {
  const [page, pictures] = [piecePage(options), await picturesOf(options.design)];
  const draw = await drawerOf({ read, options, page, createdAt, pictures });
  return async (record: ExportRecord): Promise<PictureFile | null> => {
    const stored = await readPicture(record.code);
    if (!stored) return null;
    const picture = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
    const drawn = await draw({ values: nameValues(record), picture, code: record.code });
    return drawn && { ...drawn, sha256: sha256(drawn.bytes) };
  };
}
