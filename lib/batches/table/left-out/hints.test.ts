import { describe, expect, test } from 'vitest';
import { countHints } from './hints';

const HEADER = ['门店编号', '门店名称', '城市'];
const SHOPS = 'A01,人民店,上海 / A02,徐家汇店,上海';

/** How many of these rows are hints. */
const hints = (text: string, header = HEADER) =>
  countHints(
    text.split(' / ').map((line, at) => ({ line: at + 2, cells: line.split(',') })),
    header,
  );

describe('a row under the header tells what to fill in', () => {
  test.each([
    ...[
      '必填',
      '（必填）',
      '[必选]',
      '* 必输',
      '选填',
      '非必填',
      '可不填',
      '可为空',
      '不能为空',
      '不可为空',
      '请填写编号',
    ],
    ...[
      '请勿修改',
      '填写门店的编号',
      '例：A01',
      '举例: A01',
      '(例) A01',
      '例如 A01',
      '比如A01',
      '如：A01',
      '示例：A01',
    ],
    ...[
      '样例: A01',
      '范例：A01',
      '格式：A00',
      '格式为 A00',
      '仅支持数字',
      '不超过 20 字',
      '不得超过20字',
      '不多于 8 位',
    ],
    ...[
      '最多 20 字',
      '最长20',
      '至少 3 位',
      '限 10 字',
      '长度不超过 10',
      '长度 10',
      '自动生成',
      '系统生成',
      '下拉选择',
    ],
    ...[
      '从列表中选择',
      '唯一',
      '唯一；不可重复',
      '可选',
      '门店的编号（必填）',
      '编号不超过20个字符',
      '20个字符以内',
      '8位以下',
    ],
    ...[
      'Required',
      'Required.',
      'required (max 5)',
      'Optional',
      'Mandatory field',
      'e.g. A01',
      'eg: A01',
      'Example: A01',
    ],
    ...[
      'Sample: A01',
      'for example A01',
      'Max length 20',
      'max. 20',
      'Maximum of 20',
      'Up to 20',
      'At most 20',
    ],
    ...[
      'Must be unique',
      'Unique',
      'Unique; no spaces',
      'Please enter the code',
      'Enter a code',
      'Select one',
      'Do not edit',
    ],
    ...[
      'Leave blank',
      'Leave empty',
      'Auto-generated',
      'auto generated',
      '20 characters max',
      '20 chars or less',
      '20 characters',
    ],
  ])('%s', (text) => {
    expect(hints(`${text},, / ${SHOPS}`)).toBe(1);
  });

  test.each([
    ...[
      '如家酒店',
      '例外服饰',
      'Sample Store',
      'Optional Cafe',
      'Required Reading',
      'Unique Fashion',
      '唯一店',
      '可选店',
    ],
    ...[
      '最美花店',
      '至少还有你',
      'Max Mara',
      'Do nothing',
      'Select Shop',
      'Enter Cafe',
      '必胜客',
      '格式塔',
      '自动售货店',
    ],
  ])('%s is a shop', (text) => {
    expect(hints(`A00,${text}, / ${SHOPS}`)).toBe(0);
  });

  test.each([
    ['half of the cells tell', '必填,人民店,选填', 1],
    ['one of two tells', '必填,人民店,', 1],
    ['one of three tells', '必填,人民店,上海', 0],
    ['marks beside a rule', '必填,是,-', 1],
    ['marks alone', '是,否,-', 0],
    ['kinds of values', 'varchar(32),string,文本', 1],
    ['a kind and marks', '字符串(20),Y,N', 1],
    ['a kind beside a value', 'string,人民店,', 0],
    ['a unit', ',,㎡', 1],
    ['money a month', ',,元/月', 1],
    ['numbers with decimals', ',,decimal(10,', 0],
    ['an example before its whole row', '示例,人民店,上海', 1],
    ['a numbered example', '示例1：,人民店,上海', 1],
    ['an English example', 'Example,Main Street,Rome', 1],
    ['a row that is to be deleted', 'A0,某店（请删除此行）,上海', 1],
    ['an English row that is to be deleted', 'A0,Shop,delete this row', 1],
    ['a translation', 'store_code,store_name,city', 1],
    ['two of three translated', 'store_code,store_name,x', 1],
    ['one of three translated', 'store_code,x,y', 0],
    ['one cell translated', 'store_code,,', 0],
    ['a translation that begins with a number', 'store_code,store_name,1city', 0],
    ['the same names', '门店编号,门店名称,城市', 0],
    ['another kind of name', 'store_code,store_title,city', 1],
    ['numbers of the columns', '1,2,3', 1],
    ['such numbers in brackets', '（1）,(2),3', 1],
    ['letters of the columns', 'A,B,C', 1],
    ['numbers in another order', '1,3,2', 0],
    ['numbers from another one on', '2,3,4', 0],
    ['too few numbers', '1,2,', 0],
  ])('%s: %i', (_, row, expected) => {
    expect(hints(`${row} / ${SHOPS}`)).toBe(expected);
  });

  test('numbers of columns are data above numbers, and in two columns', () => {
    expect(hints('1,2,3 / 4,5,6')).toBe(0);
    expect(hints('A,B,C / 4,5,6')).toBe(1);
    expect(hints('1,2 / A,B', ['编号', '名称'])).toBe(0);
    expect(hints('1,2,3')).toBe(0);
  });

  test('a word for an example alone is data in one column, and kinds too', () => {
    expect(hints('示例 / A1', ['编号'])).toBe(0);
    expect(hints('string / A1', ['编号'])).toBe(0);
    expect(hints('必填 / A1', ['编号'])).toBe(1);
  });
});

describe('rows of hints', () => {
  test.each([
    [1, 1],
    [4, 4],
    [5, 0],
  ])('are at most four: of %i are %i', (rows, expected) => {
    const lines = Array.from({ length: rows }, () => '必填,必填,选填').join(' / ');
    expect(hints(`${lines} / ${SHOPS}`)).toBe(expected);
  });

  test('are none where the rows below say such things too', () => {
    const shops = (count: number) => Array.from({ length: count }, (_, at) => `A${at},店,沪`).join(' / ');
    expect(hints(`必填,必填,选填 / ${shops(19)} / 必填,必填,选填`)).toBe(0);
    expect(hints(`必填,必填,选填 / ${shops(20)} / 必填,必填,选填`)).toBe(1);
  });

  test('are none where nothing else would be left', () => {
    expect(hints('必填,必填,选填')).toBe(0);
  });

  test('end with the first row of data', () => {
    expect(hints(`必填,必填,选填 / 例：A0,例：店,例：沪 / ${SHOPS}`)).toBe(2);
    expect(hints(SHOPS)).toBe(0);
  });
});
