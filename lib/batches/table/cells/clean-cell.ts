import { withoutInvisible } from './invisible';

/** What programs and people write so that a spreadsheet keeps `007` as it is: `="007"`, `'007`, a tab before or behind it. */
const TEXT_MARK = /^\s*="([^"]*)"\s*$|^['‘’`＇](\d[\d.\-]*)$|^\t+(\d\S*)\s*$|^(\d[^\s]*)\t+$/;

/** The digits that such a mark keeps; any other text as it is. */
export function withoutTextMark(cell: string): string {
  const marked = TEXT_MARK.exec(cell);
  return marked ? (marked.slice(1).find((digits) => digits !== undefined) ?? '') : cell;
}

/** A line end inside a cell is one character, and half a surrogate pair can be stored nowhere. */
export function cleanCell(cell: string): string {
  return withoutInvisible(cell)
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD');
}
