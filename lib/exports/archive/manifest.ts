import { CODE_COLUMNS, tableCells, tableHeads, type Cell, type Column } from '@/lib/exports/list/columns';
import { BOM, csvLine } from '@/lib/csv/csv-line';
import type { LeftOut } from '@/lib/print/place-on-code';
import type { PictureFile } from './picture-file';
import type { ExportRecord } from '@/lib/exports/scope/record';

/**
 * `missing`: the store has no intact picture; `unreadable`: it has, but it could not be converted; else why the design leaves
 * the code out.
 */
export type PictureState = 'ok' | 'missing' | 'unreadable' | LeftOut;

/** A code and the file that it became, out of one record. Without a picture there is no file, and `file` is empty. */
export type ManifestEntry = {
  file: string;
  state: PictureState;
  record: ExportRecord;
  picture: PictureFile | null;
};

/** The file in the archive; `original_sha256` is WeChat's own picture, whatever was made of it. Where
 * shapes were asked for, `code_drawn_as` says how the code got there and `difference_percent` how far it is from WeChat's picture.
 */
const COLUMNS: Column<ManifestEntry>[] = [
  ['file', ({ file }) => file],
  ['picture', ({ state }) => state],
  ...CODE_COLUMNS.map(([name, cellOf]): Column<ManifestEntry> => [name, ({ record }) => cellOf(record)]),
  ['media_type', ({ picture }) => picture?.type ?? null],
  ['width_px', ({ picture }) => picture?.widthPx ?? null],
  ['height_px', ({ picture }) => picture?.heightPx ?? null],
  ['dpi', ({ picture }) => picture?.dpi ?? null],
  ['code_drawn_as', ({ picture }) => picture?.vector?.drawnAs ?? null],
  ['difference_percent', ({ picture }) => picture?.vector?.differencePercent ?? null],
  ['bytes', ({ picture }) => picture?.bytes.byteLength ?? null],
  ['sha256', ({ picture }) => picture?.sha256 ?? null],
  ['original_sha256', ({ record }) => record.code.imageSha256],
];

export type ManifestHead = {
  exportedAt: Date;
  scope: Record<string, unknown>;
  options: Record<string, unknown>;
  columns: readonly string[];
};

/** A piece of `manifest.csv` and the same piece of `manifest.json`; joined in their order they are the two files. */
export type ManifestPiece = { csv: string; json: string };

export function manifestHead({ exportedAt, scope, options, columns }: ManifestHead): ManifestPiece {
  const about = JSON.stringify({
    format: 'suncode-export/1',
    exported_at: exportedAt.toISOString(),
    scope,
    options,
  });
  return {
    csv: BOM + csvLine([...COLUMNS.map(([name]) => name), ...tableHeads(columns)]),
    json: `${about.slice(0, -1)},"files":[\n`,
  };
}

/** @param isFirst of the list, which stands without a comma before it */
export function manifestPiece(entry: ManifestEntry, isFirst: boolean): ManifestPiece {
  const cells = COLUMNS.map(([name, cellOf]): [string, Cell] => [name, cellOf(entry)]);
  const { columns } = entry.record;
  const ofTable = Object.keys(columns).length > 0 ? { columns } : {};
  const line = JSON.stringify({ ...Object.fromEntries(cells), ...ofTable });
  return {
    csv: csvLine([...cells.map(([, cell]) => cell), ...tableCells(entry.record)]),
    json: isFirst ? line : `,\n${line}`,
  };
}

export function manifestTail(tally: { count: number; missingCount: number }): ManifestPiece {
  return { csv: '', json: `\n],"count":${tally.count},"missing":${tally.missingCount}}\n` };
}
