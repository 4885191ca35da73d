import { isAppError } from '@/lib/errors';
import type { TextEncoding } from '@/lib/batches/limits';
import type { RawRow } from '@/lib/batches/table/raw-row';
import { refusal } from '@/lib/batches/table/refuse';
import type { ReadOptions, SheetSize, TableFormat } from '@/lib/batches/table/table';
import { decodeText, guessEncoding } from '@/lib/batches/table/text/text-encoding';
import { chooseGrid, sizeOf } from './choose-grid';
import type { Grid } from './grid';
import { isArchive, pagesOfArchive } from './page-archive';
import { readHtmlGrids } from './read-html';
import { readOtherGrids } from './read-other';
import { readXlsxGrids } from './read-xlsx';
import { isUnpackable } from './zip-size';

export type WorkbookRows = {
  rows: RawRow[];
  sheet: string;
  sheets: SheetSize[];
  /** Lines of the sheet that it hides. */
  hiddenRows: number[];
  /** Positions of the columns that it hides. */
  hiddenColumns: number[];
  /** Of a web page, and of a workbook that is written as text. */
  encoding?: TextEncoding;
};

const PASSWORD = /password-protected|\bencrypted\b|encryption (?:scheme|method)/i;

/** What is no workbook, or a damaged one, is the same to a person: it has to be saved again. */
async function unlessBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error)) throw error;
    // The limits of this thread, not the file, are told apart by who started it.
    if (error instanceof RangeError && /memory|allocation/i.test(error.message)) throw error;
    throw refusal(
      'file',
      error instanceof Error && PASSWORD.test(error.message) ? 'fileLocked' : 'fileBroken',
    );
  }
}

/** A page says itself how it is encoded; a byte order mark says it better. */
function pageEncoding(bytes: Buffer): TextEncoding {
  const said = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.subarray(0, 4_096).toString('latin1'))?.[1];
  const guessed = guessEncoding(bytes).encoding;
  if (/^(?:gbk|gb2312|gb18030)$/i.test(said ?? '') && guessed !== 'utf-8') return 'gb18030';
  return /^big5/i.test(said ?? '') && guessed !== 'utf-8' ? 'big5' : guessed;
}

type Grids = { grids: Grid[]; encoding?: TextEncoding };

function pageGrids(bytes: Buffer, encoding: TextEncoding): Grids {
  const grids = readHtmlGrids(decodeText(bytes, encoding));
  if (grids.length === 0) throw refusal('file', 'fileKind', { kind: 'page' });
  return { grids, encoding };
}

/** An archive has a page for each sheet, and others that only frame them. */
function archiveGrids(bytes: Buffer): Grids {
  const grids = pagesOfArchive(bytes).flatMap((page) => readHtmlGrids(decodeText(page, pageEncoding(page))));
  if (grids.length === 0) throw refusal('file', 'fileKind', { kind: 'page' });
  return { grids };
}

async function gridsOf(bytes: Buffer, format: TableFormat, { encoding }: ReadOptions): Promise<Grids> {
  if (format === 'html')
    return isArchive(bytes) ? archiveGrids(bytes) : pageGrids(bytes, encoding ?? pageEncoding(bytes));
  if (format === 'text') {
    const used = encoding ?? guessEncoding(bytes).encoding;
    return { grids: readOtherGrids(decodeText(bytes, used)), encoding: used };
  }
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  if (isZip && !(await isUnpackable(bytes))) throw refusal('file', 'fileUnpacked');
  return { grids: format === 'xlsx' ? await readXlsxGrids(bytes) : readOtherGrids(bytes) };
}

function choose(grids: Grid[], wanted: string | undefined): Grid {
  if (wanted === undefined) {
    const grid = chooseGrid(grids);
    if (!grid) throw refusal('file', 'sheetsEmpty', { count: grids.length });
    return grid;
  }
  const grid = grids.find(({ name }) => name === wanted);
  if (!grid) throw refusal('sheet', 'sheetMissing', { sheet: wanted });
  return grid;
}

/**
 * Rows of one sheet of a workbook: the one that is named, else the visible one that looks most like a table.
 * @throws AppError INVALID_INPUT (fileBroken, fileLocked, fileUnpacked, fileKind, sheetMissing, sheetsEmpty)
 */
export async function readWorkbook(
  bytes: Buffer,
  format: TableFormat,
  asked: ReadOptions,
): Promise<WorkbookRows> {
  const { grids, encoding } = await unlessBroken(() => gridsOf(bytes, format, asked));
  const { name, rows, hiddenRows, hiddenColumns } = choose(grids, asked.sheet);
  const about = { sheet: name, sheets: grids.map(sizeOf), hiddenRows, hiddenColumns };
  return encoding ? { rows, encoding, ...about } : { rows, ...about };
}
