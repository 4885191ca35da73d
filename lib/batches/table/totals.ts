import { filledCells, type RawRow } from './raw-row';

const TOTAL_WORDS =
  '合\\s*计|小\\s*计|总\\s*计|共\\s*计|累\\s*计|汇\\s*总|总\\s*和|总\\s*数|平\\s*均(?:值|数)?|均值|總\\s*計|合\\s*計|小\\s*計|共\\s*計|平均值|(?:grand\\s+)?totals?|sub[\\s-]?totals?|sum|average|avg\\.?|mean|overall';
/** The word alone, perhaps with a number behind it: `合计：12`, `总计 12 家`, `Total (12)`. */
const TOTAL = new RegExp(
  `^[（(【[]?(?:${TOTAL_WORDS})[）)】\\]]?\\s*[:：]?\\s*[(（]?[-+\\d.,%¥$\\s]*[)）]?[家个行条张件桌店元块项人]?$`,
  'i',
);
/** `共 12 条`, `共计12家门店`, `12 records` */
const COUNTED =
  /^(?:共计?|合计|总计|总共)\s*[\d,]+\s*[家个行条张件桌店项人笔份台](?:\p{Script=Han}{1,4})?$|^[\d,]+\s+(?:records|rows|items|results)$/iu;
/** `门店总数：12`, `Total stores: 12`: something counted, and its number. */
const COUNT_LINE =
  /^(?:\p{Script=Han}{0,8}(?:合计|总计|总数|总量)\p{Script=Han}{0,6}|(?:total|number of)(?: \w+){1,3}|(?:record|row) count)\s*[:：]\s*[\d,.]+\s*\p{Script=Han}?$/iu;
/** `华东 小计`, `Shanghai Total`: what a spreadsheet's subtotals write. */
const SUBTOTAL = /\S[\s\-—–_:：]*(?:合计|小计|总计|汇总|平均值)$|\S\s+(?:sub)?total$/i;
const NUMBER = /^[-+¥$€]?[\d,]+(?:\.\d+)?%?$/;

/**
 * Whether a row sums up others: a word for it in the first cell that holds something, and beside it numbers or nothing.
 * @param width of the table, in columns
 */
export function isTotal(row: Pick<RawRow, 'cells'>, width: number): boolean {
  const [first = '', ...rest] = filledCells(row);
  const same = rest.filter((cell) => cell !== first);
  if (!same.every((cell) => NUMBER.test(cell) || TOTAL.test(cell))) return false;
  if ([TOTAL, COUNTED, COUNT_LINE].some((pattern) => pattern.test(first))) return true;
  return SUBTOTAL.test(first) && width > 2 && same.length < width - 1;
}
