import { filledCells, type RawRow } from './raw-row';

const TOTAL_WORDS =
  '合\\s*计|小\\s*计|总\\s*计|共\\s*计|累\\s*计|汇\\s*总|总\\s*和|总\\s*数|平\\s*均(?:值|数)?|均值|總\\s*計|合\\s*計|小\\s*計|共\\s*計|平均值|(?:grand\\s+)?totals?|sub[\\s-]?totals?|sum|average|avg\\.?|mean|overall';
/** The word alone, perhaps with a number behind it: `合计：12`, `总计 12 家`, `Total (12)`. */
const TOTAL = new RegExp(
  `^[（(【[]?(?:${TOTAL_WORDS})[）)】\\]]?\\s*[:：]?\\s*[(（]?[-+\\d.,%¥$\\s]*[)）]?[家个行条张件桌店元块项人]?$`,
  'i',
);
/** `共 12 条` */
const COUNTED = /^共\s*[\d,]+\s*[家个行条张件桌店项人笔份台]$/;
/** `华东 小计`, `Shanghai Total`: what a spreadsheet's subtotals write. */
const SUBTOTAL = /\S[\s\-—–_:：]*(?:合计|小计|总计|汇总|平均值)$|\S\s+(?:sub)?total$/i;
const NUMBER = /^[-+¥$€]?[\d,]+(?:\.\d+)?%?$/;

/** Under a table: who made it, signatures, remarks, page numbers. */
const NOTE =
  /^(?:\*|※|注\s*\d*\s*[:：、.]|备注\s*[:：]|說明\s*[:：]|说明\s*[:：]|制表|填表|审核|复核|审批|批准|签字|签名|打印|导出|数据来源|来源\s*[:：]|截止|截至|第\s*\d+\s*页|page\s+\d+|notes?\s*[:：]|source\s*[:：]|prepared by|printed|exported|generated)/i;

/** Whether a row sums up others: a word for it in the first cell that holds something, and beside it numbers or nothing. */
function isTotal(row: RawRow, width: number): boolean {
  const [first = '', ...rest] = filledCells(row);
  const same = rest.filter((cell) => cell !== first);
  if (!same.every((cell) => NUMBER.test(cell) || TOTAL.test(cell))) return false;
  if (TOTAL.test(first) || COUNTED.test(first)) return true;
  return SUBTOTAL.test(first) && width > 2 && same.length < width - 1;
}

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

export type SortedRows = {
  data: RawRow[];
  totals: RawRow[];
  notes: RawRow[];
  repeatedHeader: RawRow[];
};

/** Never the first row: a table of notes alone is data. */
function notesStart(rows: RawRow[], width: number): number {
  let start = rows.length;
  while (start > 1 && isNote(rows[start - 1] ?? { line: 0, cells: [] }, width)) start -= 1;
  return start;
}

/**
 * Data apart from what only looks like it: rows of totals (at the end or between), notes under the table, the header again
 * on each printed page.
 */
export function sortRows(rows: RawRow[], header: string[] | null, keepTotals: boolean): SortedRows {
  const width = Math.max(header?.length ?? 0, ...rows.slice(0, 50).map((row) => filledCells(row).length));
  const sorted: SortedRows = { data: [], totals: [], notes: [], repeatedHeader: [] };
  const end = notesStart(rows, width);
  for (const [index, row] of rows.entries()) {
    if (index >= end) sorted.notes.push(row);
    else if (header && isSame(row, header)) sorted.repeatedHeader.push(row);
    else if (isTotal(row, width)) {
      sorted.totals.push(row);
      if (keepTotals) sorted.data.push(row);
    } else sorted.data.push(row);
  }
  return sorted;
}
