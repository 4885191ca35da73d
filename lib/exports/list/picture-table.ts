import 'server-only';
import { createTranslator } from 'next-intl';
import { pMapIterable } from 'p-map';
import { Readable } from 'node:stream';
import { archive, type ArchiveFile } from '@/lib/exports/archive/archive';
import { AHEAD, pictureFile, type PictureFile } from '@/lib/exports/archive/picture-file';
import type { PictureTableOptions } from '@/lib/exports/options';
import type { Order, Tally } from '@/lib/exports/order';
import { batchRows, type TableRow } from '@/lib/exports/scope/batch-records';
import type { ExportRecord } from '@/lib/exports/scope/record';
import { scopeColumns, type ExportScope } from '@/lib/exports/scope/scope';
import { kept } from '@/lib/exports/seal';
import { openSpool, unspool, type Spool } from '@/lib/exports/spool';
import { loadMessages } from '@/lib/i18n/messages';
import type { Locale } from '@/lib/i18n/locale';
import { drawingParts, frameParts, sheetHead, sheetRow, sheetTail, type Placed } from './workbook-parts';

type Prepared = { record: ExportRecord; picture: PictureFile | null };
/** Why a row has no picture, in words of `exports.table`; with a picture it says nothing. */
type Lack = 'none' | 'deleted' | 'lost';
type Line = { name: string; cells: string[]; picture: PictureFile | null; lack: Lack };

async function prepare(record: ExportRecord): Promise<Prepared> {
  return { record, picture: await pictureFile(record.code, { kind: 'original' }) };
}

/** A row and what was found for it; null for one without a code that is still there. */
function lineOf({ name, cells, isDeleted }: TableRow, found: Prepared | null, columns: string[]): Line {
  if (found) {
    const { record, picture } = found;
    const current = columns.map((column) => record.columns[column] ?? '');
    return { name: record.name, cells: current, picture, lack: 'lost' };
  }
  return { name, cells, picture: null, lack: isDeleted ? 'deleted' : 'none' };
}

/** The rows of the batch's own table, all of them and in their order; those that have a code with it. */
async function* ofBatch(
  scope: ExportScope & { kind: 'batch' },
  prepared: AsyncIterator<Prepared>,
): AsyncGenerator<Line> {
  try {
    const columns = await scopeColumns(scope);
    let next = await prepared.next();
    for await (const row of batchRows(scope.batchId)) {
      const found = !next.done && next.value.record.row === row.row ? next.value : null;
      if (found) next = await prepared.next();
      yield lineOf(row, found, columns);
    }
  } finally {
    await prepared.return?.();
  }
}

/** What a table has of codes that came from none. */
const OWN = ['scene', 'path', 'page', 'mini_program', 'folder', 'tags', 'note'] as const;

function ownCells({ code, note, tags }: ExportRecord): string[] {
  const { scene, path, page, miniProgram, folder } = code;
  return [scene, path, page, miniProgram.name, folder?.name, tags.join(', '), note].map((cell) => cell ?? '');
}

async function* ofCodes(prepared: AsyncIterable<Prepared>): AsyncGenerator<Line> {
  for await (const { record, picture } of prepared)
    yield { name: record.name, cells: ownCells(record), picture, lack: 'lost' };
}

type Work = {
  order: Order<PictureTableOptions>;
  records: AsyncIterable<ExportRecord>;
  sheet: Spool;
  tally: Tally;
};

function linesOf({ order: { scope }, records }: Work): AsyncGenerator<Line> {
  const prepared = pMapIterable(records, prepare, { concurrency: AHEAD, backpressure: AHEAD });
  return scope.kind === 'batch' ? ofBatch(scope, prepared[Symbol.asyncIterator]()) : ofCodes(prepared);
}

const wordsIn = (locale: Locale) =>
  createTranslator({ locale, messages: loadMessages(locale), namespace: 'exports.table' });

const NAME_CHARS = 28;
const CELL_CHARS = 18;
/** Columns before those of the table: picture and name. */
const FRONT = 2;

async function headsOf({ scope }: Work['order'], t: ReturnType<typeof wordsIn>) {
  const own = scope.kind === 'batch' ? await scopeColumns(scope) : OWN.map((key) => t(`heads.${key}`));
  return [
    { head: t('heads.picture'), chars: 0 },
    { head: t('heads.name'), chars: NAME_CHARS },
    ...own.map((head) => ({ head, chars: CELL_CHARS })),
    { head: t('heads.remark'), chars: CELL_CHARS },
  ];
}

const asFile = ([path, text]: [string, string]): ArchiveFile => ({ path, content: Buffer.from(text) });

/** The pictures go out as they are read; what says where they lie waits for the last one. */
async function* filesOf(work: Work): AsyncGenerator<ArchiveFile> {
  const { order, sheet, tally } = work;
  const t = wordsIn(order.options.locale);
  const heads = await headsOf(order, t);
  yield* frameParts(t('sheet')).map(asFile);
  await sheet.write(sheetHead(heads));
  const placed: Placed[] = [];
  let number = 1;
  for await (const { name, cells, picture, lack } of linesOf(work)) {
    number += 1;
    const own = heads.slice(FRONT, -1).map((_, at) => cells[at] ?? '');
    await sheet.write(sheetRow(number, [name, ...own, picture ? '' : t(lack)], picture !== null));
    if (picture) tally.count += 1;
    else if (lack === 'lost') tally.missingCount += 1;
    if (!picture) continue;
    const file = `code${placed.length + 1}.${picture.extension}`;
    placed.push({ row: number, file, name, widthPx: picture.widthPx, heightPx: picture.heightPx });
    yield { path: `xl/media/${file}`, content: picture.bytes };
  }
  yield* drawingParts(placed).map(asFile);
  await sheet.write(sheetTail(heads.length, number));
  await sheet.finish();
  const content = Readable.from(unspool(sheet.read()));
  yield { path: 'xl/worksheets/sheet1.xml', content, deflated: true };
}

async function* workbook(work: Omit<Work, 'sheet'>): AsyncGenerator<Uint8Array> {
  const sheet = await openSpool('text');
  try {
    yield* archive(filesOf({ ...work, sheet }), work.order.fileTime);
  } finally {
    await sheet.remove();
  }
}

/**
 * A workbook with the picture of each code in its row, made for the first time: of a batch the whole table as it came, rows
 * without a code too.
 */
export function newPictureTable(
  order: Order<PictureTableOptions>,
  records: AsyncIterable<ExportRecord>,
  tally: Tally,
): AsyncGenerator<Uint8Array> {
  return kept(order.id, tally, { chunks: workbook({ order, records, tally }), content: 'packed' });
}
