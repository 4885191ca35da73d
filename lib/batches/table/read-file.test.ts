import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file';
import type { ReadOptions } from './table';

const read = (content: string | Uint8Array, options: ReadOptions = {}) =>
  readFile(Buffer.from(content), '桌码.csv', options);

async function cellsOf(content: string | Uint8Array, options?: ReadOptions) {
  const { table } = await read(content, options);
  return [table.columns, ...table.rows.map(({ cells }) => cells)];
}

const refusalOf = (content: string | Uint8Array, options?: ReadOptions) =>
  read(content, options).then(
    () => 'read',
    (error: { issues: { field: string; key: string; values: object }[] }) => error.issues[0],
  );

const CHINESE = '桌号,名称,备注\r\nA01,"一号桌，靠窗",说“好”\r\na01,"二号桌，""VIP""",\r\n';
const CHINESE_CELLS = [
  ['桌号', '名称', '备注'],
  ['A01', '一号桌，靠窗', '说“好”'],
  ['a01', '二号桌，"VIP"', ''],
];

describe('the encoding of a CSV file', () => {
  test.each([
    ['GB18030 as Excel in China saves it', iconv.encode(CHINESE, 'gb18030'), 'gb18030'],
    ['UTF-8 with a byte order mark', iconv.encode(CHINESE, 'utf8', { addBOM: true }), 'utf-8'],
    ['UTF-8 without one', Buffer.from(CHINESE), 'utf-8'],
    ['UTF-16 as "Unicode text"', iconv.encode(CHINESE, 'utf16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 big-endian', iconv.encode(CHINESE, 'utf16be', { addBOM: true }), 'utf-16be'],
  ])('is found out: %s', async (_, bytes, encoding) => {
    expect(await cellsOf(bytes)).toEqual(CHINESE_CELLS);
    expect((await read(bytes)).origin).toMatchObject({ encoding, format: 'csv', delimiter: 'comma' });
  });

  test('may be GB18030 beyond GBK: rare characters, minority scripts, emoji', async () => {
    const text = 'scene,名称\nA1,𠮷野家㐂\nA2,ᠮᠣᠩᠭᠣᠯ\nA3,🍜面馆\n';
    expect(await cellsOf(iconv.encode(text, 'gb18030'))).toEqual([
      ['scene', '名称'],
      ['A1', '𠮷野家㐂'],
      ['A2', 'ᠮᠣᠩᠭᠣᠯ'],
      ['A3', '🍜面馆'],
    ]);
  });

  test('is taken from the person when the guess was wrong', async () => {
    const [, row] = await cellsOf(iconv.encode('名称\n桌', 'gb18030'), {
      encoding: 'gb18030',
      headerRow: 1,
    });
    expect(row).toEqual(['桌']);
  });

  test('loses as little as possible in a file that was cut inside a character', async () => {
    const whole = Buffer.from(`scene,名称\n${'A1,一号桌\n'.repeat(20)}A2,二`);
    const cells = await cellsOf(whole.subarray(0, -1));
    expect(cells[1]).toEqual(['A1', '一号桌']);
  });

  test('does not break an emoji at the border of two chunks', async () => {
    const name = '🍜'.repeat(500);
    const rows = Array.from({ length: 400 }, (_, index) => `A${index},${name}`);
    const cells = await cellsOf(`scene,名称\n${rows.join('\n')}`);
    expect(new Set(cells.slice(1).map(([, text]) => text))).toEqual(new Set([name]));
  });
});

describe('the delimiter of a CSV file', () => {
  test.each([
    ['comma', 'scene,name\na,b\n'],
    ['semicolon', 'scene;name\na;b\n'],
    ['tab', 'scene\tname\na\tb\n'],
    ['comma', 'scene,name\n"a;b;c","d;e;f"\n'],
    ['comma', 'name,scene\n甲；乙，丙,t=1;s=2\n丁,t=2;s=2\n'],
    ['semicolon', 'name;scene\n"a, b";c\nd, e;f\n'],
    ['tab', 'name\tscene\na, b, c\td\n'],
    ['comma', 'scene\nt=1;s=2\nt=2;s=2\n'],
    ['semicolon', 'sep=;\r\nscene;name\r\na;b\r\n'],
  ])('is %s in %j', async (delimiter, text) => {
    expect((await read(text)).origin).toMatchObject({ delimiter });
  });

  test('is a full-width comma only where nothing else separates and every row has it', async () => {
    expect(await cellsOf('名称\n甲，乙\n丙，丁\n')).toEqual([['名称'], ['甲，乙'], ['丙，丁']]);
  });

  test('is taken from the person', async () => {
    expect(await cellsOf('a;b,c;d\n1;2,3;4\n', { delimiter: 'comma', headerRow: 1 })).toEqual([
      ['a;b', 'c;d'],
      ['1;2', '3;4'],
    ]);
  });
});

describe('the rows of a CSV file', () => {
  test('keep the line on which they begin, with empty lines and line ends inside cells', async () => {
    const { table } = await read('scene,note\r\nA1,"one\r\ntwo"\r\n\r\n , \r\nA2,x\r\n"A3",y');
    expect(table.rows).toEqual([
      { line: 2, cells: ['A1', 'one\ntwo'] },
      { line: 6, cells: ['A2', 'x'] },
      { line: 7, cells: ['A3', 'y'] },
    ]);
  });

  test('may have quotes in the middle of a cell, which are text', async () => {
    expect(await cellsOf('scene,name\n"A\n1",x\nA2,5" x\nA3,"x" y\n')).toEqual([
      ['scene', 'name'],
      ['A\n1', 'x'],
      ['A2', '5" x'],
      ['A3', '"x" y'],
    ]);
  });

  test('may be ragged: short ones are filled up, long ones make further columns', async () => {
    expect(await cellsOf('scene,name\nA1\nA2,two,more,,\n')).toEqual([
      ['scene', 'name', 'C'],
      ['A1', '', ''],
      ['A2', 'two', 'more'],
    ]);
  });

  test('differ in case, spaces and leading zeros', async () => {
    expect(await cellsOf('scene\nA01\na01\n A01\n001\n1\n', { headerRow: 1 })).toEqual([
      ['scene'],
      ['A01'],
      ['a01'],
      [' A01'],
      ['001'],
      ['1'],
    ]);
  });

  test('hold 300 characters and emoji as they are', async () => {
    const name = '名'.repeat(300);
    const [, long, emoji] = await cellsOf(`scene,name\nA1,${name}\nA2,👨‍👩‍👧!\n`);
    expect([long?.[1], emoji?.[1]]).toEqual([name, '👨‍👩‍👧!']);
  });

  test('end with LF, CRLF or CR', async () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(await cellsOf(['scene', 'A1', 'A2'].join(end))).toEqual([['scene'], ['A1'], ['A2']]);
  });
});

describe('columns', () => {
  test('get a name each: letters for an empty one, a number for a repeated one', async () => {
    const [columns] = await cellsOf('scene,,名称,名称\na,b,c,d\n');
    expect(columns).toEqual(['scene', 'B', '名称', '名称 (2)']);
  });

  test.each([
    [true, 'A,B\nx1,y1\n'],
    [true, '店铺\n北京\n上海\n'],
    [true, 'scene\nscene\n'],
    [true, '桌号\n1\n2\n'],
    [false, 'A01\nA02\nA03\n'],
    [false, '1,北京\n2,上海\n'],
    [false, 't=1&s=2,一\nt=2&s=2,二\n'],
    [false, 'pages/a?x=1\npages/a?x=2\n'],
  ])('are named by the first row: %s for %j', async (isNamed, text) => {
    expect((await read(text)).origin).toMatchObject({ headerRow: isNamed ? 1 : null });
  });

  test('are A, B, C when the person says that there is no header', async () => {
    expect(await cellsOf('scene,name\nA1,x\n', { headerRow: null })).toEqual([
      ['A', 'B'],
      ['scene', 'name'],
      ['A1', 'x'],
    ]);
  });
});

describe('a file that cannot be read', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

  test.each<[string, string | Uint8Array, [key: string, values?: object]]>([
    ['nothing', '', ['fileEmpty']],
    ['a picture', png, ['fileKind', { kind: 'image' }]],
    ['a PDF', '%PDF-1.7 …', ['fileKind', { kind: 'pdf' }]],
    ['a web page without a table', '<html><body><p>登录', ['fileKind', { kind: 'page' }]],
    ['half an old Excel file', Buffer.concat([ole, Buffer.alloc(600)]), ['fileBroken']],
    [
      'a workbook with a password',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      ['fileLocked'],
    ],
    ['half a workbook', Buffer.from('504b0304140006000800', 'hex'), ['fileBroken']],
    ['only a header', 'scene,name\n', ['noRows']],
    ['only empty lines', '\n\n , \n', ['noRows']],
    ['a quote that never closes', 'scene,name\nA1,x\nA2,"open\nA3,y\n', ['quoteOpen', { line: 3 }]],
    ['a quote that takes the next row in', 'scene,name\nA1,"x\nA2,"y"z\n', ['quoteInside', { line: 2 }]],
  ])('is refused with the reason: %s', async (_, content, [key, values = {}]) => {
    expect(await refusalOf(content)).toEqual({ field: 'file', key: `batchIssues.${key}`, values });
  });

  test('is refused with the limit and what it has', async () => {
    const lines = (count: number, line: string) => `scene\n${`${line}\n`.repeat(count)}`;
    expect(await refusalOf(lines(50_001, 'A'))).toMatchObject({
      key: 'batchIssues.tooManyRows',
      values: { max: 50_000 },
    });
    expect(await refusalOf(`${'c,'.repeat(100)}c\n${'1,'.repeat(100)}1\n`)).toMatchObject({
      key: 'batchIssues.tooManyColumns',
      values: { max: 100, actual: 101 },
    });
    expect(await refusalOf(`scene,name\nA1,x\nA2,${'x'.repeat(4_097)}\n`)).toMatchObject({
      key: 'batchIssues.cellTooLong',
      values: { line: 3, column: 2, max: 4_096, actual: 4_097 },
    });
    expect(await refusalOf(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))).toMatchObject({
      key: 'batchIssues.fileTooBig',
      values: { max: 20, actual: 21 },
    });
  });

  test('is one row too long, and not one shorter', async () => {
    const { table } = await read(`scene\n${'A\n'.repeat(50_000)}`);
    expect(table.rows).toHaveLength(50_000);
    expect(table.rows.at(-1)).toEqual({ line: 50_001, cells: ['A'] });
  });
});
