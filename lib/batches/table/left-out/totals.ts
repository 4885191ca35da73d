import { filledCells, type RawRow } from '@/lib/batches/table/raw-row';

const TOTAL_WORDS =
  '合\\s*计|小\\s*计|总\\s*计|共\\s*计|累\\s*计|汇\\s*总|总\\s*和|总\\s*数|平\\s*均(?:值|数)?|均值|總\\s*計|合\\s*計|小\\s*計|共\\s*計|平均值|(?:grand\\s+)?totals?|sub[\\s-]?totals?|sum|average|avg\\.?|mean|overall|count';
/** The word alone, perhaps with a number behind it: `合计：12`, `总计 12 家`, `Total (12)`. */
const TOTAL = new RegExp(
  `^[（(【[]?(?:本页|本表|本月|以上|全部|人民币|page\\s)?\\s*(?:${TOTAL_WORDS})[）)】\\]]?(?:[（(]\\p{Script=Han}{1,4}[）)])?\\s*[:：]?\\s*(?:[(（]?[-+¥￥$]?\\d[\\d.,%\\s]*[家个行条张件桌店元块项人]?[)）]?[家个行条张件桌店元块项人]?)?$`,
  'iu',
);
/** `共 12 条`, `共计12家门店`, `12 records` */
const COUNTED =
  /^(?:共计?|合计|总计|总共)\s*[\d,]+\s*[家个行条张件桌店项人笔份台](?:\p{Script=Han}{1,4})?$|^[（(]?[\d,]+\s+(?:records?|rows?|items?|results?)(?: (?:affected|selected|in set|returned))?[)）]?$/iu;
/** `门店总数：12`, `Total stores: 12`: something counted, and its number. */
const COUNT_LINE =
  /^(?:\p{Script=Han}{0,8}(?:合计|总计|总数|总量)\p{Script=Han}{0,6}|(?:total|number of)(?: \w+){1,3}|(?:record|row) count)\s*[:：]\s*[\d,.]+\s*\p{Script=Han}?$/iu;
/** `华东 小计`, `Shanghai Total`: what a spreadsheet's subtotals write. */
const SUBTOTAL = /\S[\s\-—–_:：]*(?:合计|小计|总计|汇总|平均值)$|\S\s+(?:sub)?total$/i;
/** A number as sums are written: `5`, `¥5.00`, `2家`, `伍元整`. */
const NUMBER =
  /^[-+¥￥$€]?[\d,]+(?:\.\d+)?\s*(?:%|[家个行条张件桌店项人元笔份台万户]|pcs|items|units|stores|rows)?$|^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{2,}$/;

/** Without its unit: `5家` is 5; NaN for `伍元整`. */
const valueOf = (text: string) => Number.parseFloat(text.replace(/[,¥￥$€+]/g, ''));

/** Whether a row without a word holds what some of the columns above it come to, and nothing else. */
export function isBareSum(row: Pick<RawRow, 'cells'>, above: Pick<RawRow, 'cells'>[]): boolean {
  const filled = row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  if (above.length < 2 || filled.length === 0 || filled.includes(0)) return false;
  return filled.every((index) => {
    const texts = above.flatMap(({ cells }) => cells[index]?.trim() || []);
    const sum = texts.reduce((total, text) => total + valueOf(text), 0);
    const text = (row.cells[index] ?? '').trim();
    const isSummed = texts.length > 1 && sum !== 0 && [...texts, text].every((one) => NUMBER.test(one));
    return isSummed && Math.abs(sum - valueOf(text)) < 0.005;
  });
}

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
