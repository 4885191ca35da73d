import { findHeader, headerCells } from '@/lib/batches/table/header/header';
import { fieldOfHeader } from '@/lib/batches/table/header/header-words';
import { looksSideways } from '@/lib/batches/table/header/sideways';
import { filledCells, type RawRow } from '@/lib/batches/table/raw-row';
import type { SheetSize } from '@/lib/batches/table/table';
import type { Grid } from './grid';

/** What sheets are called that explain, list choices or sum up. */
const ABOUT =
  /说明|說明|须知|填写|封面|封底|封页|扉页|首页|目录|目錄|帮助|配置|设置|看板|仪表|图表|示例|样例|范例|字典|选项|下拉|枚举|参数表|版本|变更|修订|readme|instruction|cover|guide|help|contents|^index$|example|sample|options?|lookup|legend|changelog|^notes?$|^about$|dashboard|^config\w*$|^settings?$|^charts?$|^(?:汇总|统计|总览|透视表?|summary|overview|pivot\w*)$/i;

/** Cells of a table are names and numbers; those of an explanation are sentences. */
const SENTENCE_CHARS = 30;
const PROBE_ROWS = 200;

/** Names and one value of each: a cover, settings. One code could be made of it. */
function isFacts(filled: RawRow[]): boolean {
  const pairs = filled.filter((row) => filledCells(row).length > 1);
  return looksSideways(pairs) && pairs.every((row) => filledCells(row).length === 2);
}

/** Names by which rows are told apart say more than names of what is said beside. */
function knownNames(names: string[]): number {
  const fields = names.map(fieldOfHeader);
  if (fields.some((field) => field !== null && field !== 'aside')) return 1;
  return fields.includes('aside') ? 0.5 : 0;
}

/** How much a sheet looks like a table: 3 with columns that are called by known words, 0 for what has no rows. */
function likeness({ name, rows }: Grid): number {
  const filled = rows.filter((row) => filledCells(row).length > 0).slice(0, PROBE_ROWS);
  if (filled.length === 0) return -1;
  const { header, start } = findHeader(filled);
  const data = filled.slice(start);
  if (data.length === 0) return 0;
  const names = header === null ? [] : headerCells(filled, header);
  const cells = data.flatMap(filledCells);
  const sentences = cells.filter((cell) => cell.length > SENTENCE_CHARS || /[。；！]/.test(cell)).length;
  const isWide = data.filter((row) => filledCells(row).length > 1).length * 2 > data.length;
  const level = (isWide ? 2 : 1) + (isFacts(filled) ? 0 : knownNames(names));
  const isProse = sentences * 3 > cells.length;
  return Math.max(0.5, level - (isProse ? 2 : 0) - (ABOUT.test(name) ? 2 : 0));
}

/** The sheet that looks most like a table; of equals the first. Null when all are empty. */
export function chooseGrid(grids: Grid[]): Grid | null {
  const ranked = grids.map((grid) => ({ grid, level: likeness(grid) })).toSorted((a, b) => b.level - a.level);
  const [best] = ranked;
  return best && best.level >= 0 ? best.grid : null;
}

/** Rows and columns that hold something. */
export function sizeOf({ name, rows }: Grid): SheetSize {
  let columns = 0;
  let filled = 0;
  for (const { cells } of rows) {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    columns = Math.max(columns, width);
    if (width > 0) filled += 1;
  }
  return { name, rows: filled, columns };
}
