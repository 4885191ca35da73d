import { filledCells, type RawRow } from '@/lib/batches/table/raw-row';
import type { LeftOut } from '@/lib/batches/table/table';
import { countHints } from './hints';
import { isBareSum, isTotal } from './totals';

/** Under a table: who made it, signatures, remarks, page numbers. */
const NOTE =
  /^(?:\*|※|注\s*\d*\s*[:：、.]|备注\s*[:：]|說明\s*[:：]|说明\s*[:：]|制表|制单|填表|填报人?\s*[:：]|审核|复核|审批|批准|签字|签名|打印|导出|数据来源|来源\s*[:：]|截止|截至|第\s*\d+\s*页|page\s+\d+|notes?\s*[:：]|source\s*[:：]|prepared by|printed|exported|generated|以下(?:空白|无正文|无内容)|联系(?:人|电话|方式)\s*[:：]|[（(]完[）)]|[-—–~*=\s]*(?:完|结束|the end|end(?: of (?:report|list|file|table|data|export))?|eof)[-—–~*=\s]*$)/i;
/** Stands wherever a page ends. */
const PAGE_NUMBER =
  /^(?:第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*页\s*[,，/]?\s*第\s*\d+\s*页|page\s+\d+(?:\s*(?:of|\/)\s*\d+)?|[-–—]\s*\d+\s*[-–—]|页码\s*[:：]\s*\d+(?:\s*\/\s*\d+)?)$/i;

/** Headings in a list are numbered: `一、直营店`, `（二）加盟店`, `第三部分`. */
const NUMBERED_HEADING =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}(?:部分|章|批|组|类))\s*\S/;

/** Whether a row under the table belongs to nobody's data: one remark, or two signatures, in a table of three columns or more. */
function isNote(row: RawRow, width: number): boolean {
  const texts = [...new Set(filledCells(row))];
  const isShort = texts.length * 2 <= Math.max(width, 2);
  const isLabelled = texts.every((text) => NOTE.test(text) || /[:：]/.test(text));
  return width > 1 && (isShort || isLabelled) && texts.some((text) => NOTE.test(text));
}

function isSame(row: RawRow, header: string[]): boolean {
  return header.length > 1 && header.every((cell, index) => (row.cells[index] ?? '').trim() === cell.trim());
}

const isHeader = (row: RawRow | undefined, header: string[] | null) =>
  row !== undefined && header !== null && isSame(row, header);

/** What a row says where it says one thing only: alone in it, or in a cell that is merged across the whole table. */
function onlyText(row: RawRow, width: number): { text: string; isMerged: boolean } | null {
  const filled = filledCells(row);
  const [text = ''] = filled;
  if (filled.length === 0 || filled.some((cell) => cell !== text)) return null;
  return { text, isMerged: width > 2 && filled.length >= width };
}

/** Never the first row: a table of notes alone is data. */
function notesStart(rows: RawRow[], width: number): number {
  let start = rows.length;
  while (start > 1 && isNote(rows[start - 1] ?? { line: 0, cells: [] }, width)) start -= 1;
  return start;
}

type Context = {
  rows: RawRow[];
  header: string[] | null;
  titles: Set<string>;
  width: number;
  hints: number;
  /** Where the notes under the table begin. */
  end: number;
};

/** A title, a heading over some rows or the number of a page, between rows of data. */
function kindOfOnlyText(
  row: RawRow,
  index: number,
  { rows, header, titles, width }: Context,
): LeftOut | null {
  const only = width > 1 ? onlyText(row, width) : null;
  if (!only) return null;
  if (titles.has(only.text)) return 'repeatedHeader';
  const isHeading = only.isMerged || (width > 2 && NUMBERED_HEADING.test(only.text));
  const isNoted = isHeading || PAGE_NUMBER.test(only.text) || isHeader(rows[index + 1], header);
  return isNoted ? 'notes' : null;
}

function kindOf(row: RawRow, index: number, context: Context): LeftOut | null {
  const { rows, header, width, hints, end } = context;
  if (index < hints) return 'hints';
  if (index >= end) return 'notes';
  if (isHeader(row, header)) return 'repeatedHeader';
  if (isTotal(row, width)) return 'totals';
  if (index === end - 1 && isBareSum(row, rows.slice(hints, index))) return 'totals';
  return kindOfOnlyText(row, index, context);
}

/** `data` holds the rows of the kinds that are kept, too. */
export type SortedRows = { data: RawRow[] } & Record<LeftOut, RawRow[]>;

/**
 * Data apart from what only looks like it: hints under the header, rows of totals (at the end or between), notes under the
 * table, title and header again on each printed page.
 * @param options.above the rows above the header
 * @param options.kept kinds that are data all the same, because a person says so
 */
export function sortRows(
  rows: RawRow[],
  { header, above, kept }: { header: string[] | null; above: RawRow[]; kept: readonly LeftOut[] },
): SortedRows {
  const width = Math.max(header?.length ?? 0, ...rows.slice(0, 50).map((row) => filledCells(row).length));
  const context = {
    ...{ rows, header, width, hints: header ? countHints(rows, header) : 0, end: notesStart(rows, width) },
    titles: new Set(above.flatMap((row) => onlyText(row, width)?.text ?? [])),
  };
  const sorted: SortedRows = { data: [], totals: [], notes: [], repeatedHeader: [], hints: [] };
  for (const [index, row] of rows.entries()) {
    const kind = kindOf(row, index, context);
    if (kind) sorted[kind].push(row);
    if (kind === null || kept.includes(kind)) sorted.data.push(row);
  }
  return sorted;
}
