import { describe, expect, test } from 'vitest';
import type { CellMark, RawRow } from '@/lib/batches/table/raw-row';
import { cleanCell, withoutTextMark } from './clean-cell';
import { damagedCells } from './damage';
import { isMojibake } from './mojibake';

type About = { name?: string; isTyped?: boolean; marks?: CellMark[] };

/** What is damaged in a column of these cells, `-` for nothing. */
function damage(cells: string[], { name = '桌号', isTyped = false, marks = [] }: About = {}): string {
  const rows = cells.map((cell, at): RawRow => {
    const mark = marks[at];
    return { line: at + 2, cells: ['x', cell], ...(mark && { marks: new Map([[1, mark]]) }) };
  });
  const found = damagedCells(rows, { column: 1, name, isTyped });
  return cells.map((_, at) => found.get(at) ?? '-').join(' ');
}

describe('a damaged cell', () => {
  test.each([
    ...[
      '#N/A',
      '#REF!',
      '#DIV/0!',
      '#VALUE!',
      '#NAME?',
      '#NUM!',
      '#NULL!',
      '#SPILL!',
      '#CALC!',
      '#GETTING_DATA',
    ],
    ...[
      '#ERROR!',
      '#NV',
      '#WERT!',
      '#REF',
      '#DIV/0',
      '#VALUE',
      '＃N/A',
      '＃N／A',
      '###',
      '#########',
      'Err:502',
    ],
    ...[
      '错误：504',
      '錯誤:504',
      '#N/A N/A',
      'Loading...',
      '#n/a',
      '=SUM(A1:A3)',
      '=VLOOKUP(A2,B:C,2,0)',
      '=A1&"x"',
    ],
    ...['=$A$1+1', '=AB12-3', ' #REF! '],
  ])('failed: %s', (cell) => expect(damage(['A1', cell])).toBe('- error'));

  test.each([
    '##',
    '#1',
    '#12',
    'Err:50',
    'Err502',
    'Loading..',
    '=A',
    '=A1',
    '=a b',
    'N/A',
    '#A1!',
    '#N/B',
    '=12(3)',
  ])('did not fail: %s', (cell) => expect(damage(['A1', cell])).toBe('- -'));

  test.each(['1E+10', '1.2E+17', '-1.25e+5', '4,4E+17', '+1E+100'])('lost its digits: %s', (cell) =>
    expect(damage(['A1', cell])).toBe('- exponent'),
  );
  test.each(['1E10', 'E+10', '12E+10', '1E+', '1E+1000', '1.E+5', 'A1E+5'])('kept its digits: %s', (cell) =>
    expect(damage(['A1', cell])).toBe('- -'),
  );

  test.each([
    ...[
      '5月1日',
      '12月31日',
      '1-May',
      '31/dec',
      '1 Jan',
      'May-01',
      'Sep/12',
      '2026-05-03',
      '2026/5/3',
      '2026.5.3',
    ],
    ...[
      '2026年5月',
      '2026年5月3日',
      '5/3/2026',
      '5/3/26',
      '1-May-26',
      '1-may-2026',
      '2026-05-03 00:00:00',
      '2026/5/3 0:00',
    ],
  ])('became a day: %s', (cell) => expect(damage(['A1', cell])).toBe('- date'));
  test.each([
    ...[
      '5-1',
      '12-05',
      '1-Mai',
      '2026-05',
      '2026-5/3',
      '1826-05-03',
      '2026-05-03 09:30',
      '5月',
      '1-Mayo',
      '20260503',
    ],
  ])('is no day: %s', (cell) => expect(damage(['A1', cell])).toBe('- -'));

  test('that a spreadsheet marked is what its mark says', () => {
    const marks: CellMark[] = ['rounded', 'date', 'shortDate'];
    expect(damage(['1', '2', '3'], { marks, isTyped: true })).toBe('rounded date date');
    expect(damage(['', ' ', '3'], { marks, isTyped: true })).toBe('- - date');
  });

  test('of text in a workbook is none that looks like a day or ends in zeros', () => {
    const cells = ['5月1日', '2026-05-03', '1234567890123450', '1E+10', '#REF!', '锟斤拷'];
    expect(damage(cells, { isTyped: true })).toBe('- - - exponent error garbled');
    expect(damage(cells)).toBe('date date rounded exponent error garbled');
  });

  test('is one of at most 64 characters, unless it is garbled', () => {
    const formula = (length: number) => `=SUM(${'A'.repeat(length - 6)})`;
    expect(damage([formula(64), formula(65)])).toBe('error -');
    expect(damage([`${'字'.repeat(65)}锟斤拷`])).toBe('garbled');
  });
});

describe('whole days', () => {
  test.each([
    '开业日期',
    '时间',
    '時間',
    '年月',
    '到期',
    '截止',
    '生效',
    'Date',
    'created_at',
    'Birthday',
    '生日',
  ])('are none in a column that is called so: %s', (name) =>
    expect(damage(['2026/5/3', '5月1日', 'x'], { name })).toBe('- - -'),
  );

  test.each([
    ['where the column is about nothing else', '甲项', ['2026/5/3', '2026/5/4', ''], '- - -'],
    ['where something else is in it', '甲项', ['2026/5/3', 'A2'], 'date -'],
    ['where some have lost their year', '甲项', ['2026/5/3', '5月4日'], 'date date'],
    ['where the column is called by a known word', '桌号', ['2026/5/3', '2026/5/4'], 'date date'],
    ['where all have lost their year', '甲项', ['5月3日', '5月4日'], 'date date'],
  ])('are damage or not %s', (_, name, ...[cells, expected]) => {
    expect(damage(cells, { name })).toBe(expected);
  });
});

describe('long numbers', () => {
  test.each([
    [['1234567890123450'], 'rounded'],
    [['-1234567890123450000'], 'rounded'],
    [['123456789012345'], '-'],
    [['123456789012340'], '-'],
    [['1234567890123450', '1234567890123451'], '- -'],
    [['1234567890123450', 'A1'], 'rounded -'],
    [['1234567890123450', '123456789012345'], 'rounded -'],
    [['1234567890123451'], '-'],
  ])('%j: %s', (cells, expected) => {
    expect(damage(cells)).toBe(expected);
  });
});

describe('text that went through a wrong encoding', () => {
  test.each([
    ...[
      'a\uFFFDb',
      '锟斤拷',
      '锟剿',
      '烫烫烫',
      '屯屯屯',
      '鈥檚',
      'ï»¿编号',
      'CafÃ©',
      'â€œquoteâ€',
      'Â©',
      'é—¨åº—',
    ],
    ...['????', '??', '???店', '浜烘皯骞垮満', '闂ㄥ簵缂栧彿'],
  ])('%s', (text) => expect(isMojibake(text)).toBe(true));

  test.each([
    ...[
      '',
      'A01',
      '人民广场',
      '门店',
      '联通',
      '中华人民共和国',
      '東京都渋谷区',
      '烫烫',
      'Café',
      'Ünal',
      '?',
      'a??',
      '什么??',
      'é',
    ],
    ...['桌号：12', 'Ãa', '店？？', '한국'],
  ])('is not %s', (text) => expect(isMojibake(text)).toBe(false));
});

describe('what nobody sees', () => {
  test.each([
    ['a zero-width space', 'A\u200B1', 'A1'],
    ['a byte order mark', '\uFEFFA1', 'A1'],
    ['a soft hyphen', 'A\u00AD1', 'A1'],
    ['a mark of direction', '\u202AA1\u202C', 'A1'],
    ['a NUL', 'A\u00001', 'A1'],
    ['a joiner', 'A\u200D1', 'A1'],
    ['a non-joiner behind Chinese', '门\u200C店', '门店'],
    ['several of them', '\u200B\u200EA\u20601\uFEFF', 'A1'],
    ['a space that does not break', 'A\u00A01', 'A 1'],
    ['a thin space', 'A\u20091', 'A 1'],
    ['a narrow one', 'A\u202F1', 'A 1'],
  ])('%s comes off', (_, text, plain) => {
    expect(cleanCell(text)).toBe(plain);
  });

  test.each(['👨‍👩‍👧', '👩🏽‍🚀', '❤️‍🔥', '🏃‍♀️', 'می‌خواهم', 'A\u30001', '门店', 'a b', 'a\tb'])(
    'is nothing of %s',
    (text) => expect(cleanCell(text)).toBe(text),
  );

  test('line ends are one character, and half a character is a sign of it', () => {
    expect(cleanCell('a\r\nb\rc\n')).toBe('a\nb\nc\n');
    expect(cleanCell('a\uD83Cb')).toBe('a\uFFFDb');
    expect(cleanCell('🍜')).toBe('🍜');
  });
});

describe('marks that keep digits', () => {
  test.each([
    ['="007"', '007'],
    [' ="A-1" ', 'A-1'],
    ['=""', ''],
    ["'007", '007'],
    ['‘007', '007'],
    ['’007', '007'],
    ['`007', '007'],
    ['＇12-3.4', '12-3.4'],
    ['\t007', '007'],
    ['\t\t0A ', '0A'],
    ['007\t', '007'],
    ['0A7\t\t', '0A7'],
  ])('%j becomes %j', (cell, digits) => {
    expect(withoutTextMark(cell)).toBe(digits);
  });

  test.each([
    '007',
    "'A1",
    "'007x",
    '="a"b"',
    '="a',
    "''7",
    '\tA1',
    'A1\t',
    '0 1\t',
    '\t0 1',
    "x'7",
    "'",
    '',
  ])('are none in %j', (cell) => expect(withoutTextMark(cell)).toBe(cell));
});
