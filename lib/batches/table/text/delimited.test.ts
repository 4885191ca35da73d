import { describe, expect, test } from 'vitest';
import type { DelimiterName } from '@/lib/batches/limits';
import { readDelimited } from './delimited';

const read = (text: string, delimiter?: DelimiterName) => readDelimited(text, { delimiter, field: 'file' });

async function cellsOf(text: string, delimiter?: DelimiterName): Promise<string[]> {
  const { rows } = await read(text, delimiter);
  return rows.map(({ line, cells }) => `${line}: ${cells.join('|')}`);
}

const guess = async (text: string) => (await read(text)).delimiter;

describe('the separator of a text', () => {
  test.each([
    ['comma', '桌号,门店\nA1,一店\n'],
    ['tab', '桌号\t门店\nA1\t一店\n'],
    ['semicolon', '桌号;门店\nA1;一店\n'],
    ['pipe', '桌号|门店\nA1|一店\n'],
    ['wideComma', '桌号，门店\nA1，一店\n'],
    ['listComma', '桌号、门店\nA1、一店\n'],
    ['wideSemicolon', '桌号；门店\nA1；一店\n'],
    ['widePipe', '桌号｜门店\nA1｜一店\n'],
    ['caret', '桌号^门店\nA1^一店\n'],
    ['spaces', '桌号  门店\nA1   一店\n'],
    ['spaces', '桌号\u3000门店\nA1\u3000一店\n'],
    ['comma', '桌号\nA1\n'],
    ['comma', ''],
    ['comma', '桌号:门店\nA1:一店\n'],
    ['comma', '桌号~门店\nA1~一店\n'],
    ['comma', '桌号#门店\nA1#一店\n'],
    ['comma', '桌号 门店\nA1 一店\n'],
  ])('is %s in %j', async (delimiter, text) => {
    expect(await guess(text)).toBe(delimiter);
  });

  test.each([
    ['the one that cuts more evenly', 'semicolon', 'a;b\nc,d;e\nf;g\n'],
    ['the one that cuts all rows alike', 'comma', 'a;b;c,d\ne;f;g;h,i\nj;k;l,m\n'],
    ['of two as even the one of more columns', 'semicolon', 'a;b;c,d\ne;f;g,h\n'],
    ['a plain one before one of sentences', 'comma', '桌号,门店，楼\nA1,一店，二楼\n'],
    ['one of sentences that every row has', 'wideComma', '桌号，门店;x\nA1，一店\nA2，一店\nA3，二店\n'],
    ['not one of sentences that a row lacks', 'comma', '桌号，门店\nA1\nA2，二店\n'],
    ['not one of sentences in a single row', 'comma', '桌号，门店\n'],
    ['a plain one in a single row', 'comma', '桌号,门店\n'],
    ['not one by chance, where another cuts every row', 'wideComma', '桌号，门店;x\nA1，一;y\nA2，二\n'],
    ['a plain one under a title, above a known name', 'semicolon', '清单\n桌号;门店\nA1;一店\nA2;二店\n'],
    ['not a semicolon under a title, above unknown names', 'comma', '清单\n咕;噜\nA1;一店\nA2;二店\n'],
    ['a comma under a title, above unknown names', 'comma', '清单\n咕,噜\nA1,一店\nA2,二店\n'],
    ['what stands outside of quotes', 'comma', '"a;b","c;d"\n"e;f","g;h"\n'],
  ])('is %s', async (_, delimiter, text) => {
    expect(await guess(text)).toBe(delimiter);
  });

  test('is the one that its first line names, which is no row', async () => {
    for (const [character, name] of Object.entries({
      ';': 'semicolon',
      '|': 'pipe',
      ':': 'colon',
      '~': 'tilde',
    })) {
      const { delimiter, rows } = await read(`sep=${character}\na${character}b\n1${character}2\n`);
      expect([delimiter, rows]).toEqual([
        name,
        [
          { line: 2, cells: ['a', 'b'] },
          { line: 3, cells: ['1', '2'] },
        ],
      ]);
    }
    expect(await cellsOf('"SEP=;",,\r\na;b\r\n')).toEqual(['2: a|b']);
    expect(await cellsOf('\uFEFFsep=\t\na\tb\n')).toEqual(['2: a|b']);
    expect(await cellsOf('sep=;\na,b\n', 'comma')).toEqual(['2: a|b']);
  });

  test('is a guess where the first line names none that is known', async () => {
    expect(await cellsOf('sep=x\na,b\n1,2\n')).toEqual(['2: a|b', '3: 1|2']);
    expect(await cellsOf('sep=xy\na,b\n')).toEqual(['1: sep=xy', '2: a|b']);
  });

  test('is guessed of the first 64 KiB, up to a line end', async () => {
    const text = `${`a;${'x'.repeat(2_200)}\n`.repeat(30)}${'c,d,e\n'.repeat(70)}`;
    expect(await guess(text)).toBe('semicolon');
  });
});

describe('rows of a text', () => {
  test.each([
    ['both commas', '桌号，门店\nA1,一店\nA2，二店\n', ['1: 桌号|门店', '2: A1|一店', '3: A2|二店']],
    ['gaps of spaces', '  桌号   门店 名  \nA1  一店\n', ['1: 桌号|门店 名', '2: A1|一店']],
    ['a frame of Markdown', '| 桌号 | 门店 |\n|:--|---:|\n|A1| 一店 |\n', ['1: 桌号|门店', '3: A1|一店']],
    [
      'a box of lines',
      '┌──┬──┐\n| 桌号 | 门店 |\n├──┼──┤\n| A1 | 一 |\n└──┴──┘\n',
      ['2: 桌号|门店', '4: A1|一'],
    ],
    ['bars that are no frame', '|桌号|门店\n|A1|一店\n', ['1: |桌号|门店', '2: |A1|一店']],
    [
      'a box of plus signs',
      '+--+--+\n| 桌号 | 门店 |\n+--+--+\n| A1 | 一 |\n+--+--+\n',
      ['2: 桌号|门店', '4: A1|一'],
    ],
    ['empty lines', '\n桌号,门店\n\n , \nA1,一店\n', ['2: 桌号|门店', '5: A1|一店']],
    ['line ends inside cells', '桌号,注\n"A\r\n1",x\nA2,y\n', ['1: 桌号|注', '2: A\n1|x', '4: A2|y']],
    ['doubled quotes', '桌号,注\n"A ""1""",x\n', ['1: 桌号|注', '2: A "1"|x']],
    ['line ends of CR alone', '桌号,注\rA1,x\r', ['1: 桌号|注', '2: A1|x']],
  ])('with %s', async (_, text, rows) => {
    expect(await cellsOf(text)).toEqual(rows);
  });

  test('keep a full-width comma where every line has one', async () => {
    expect(await cellsOf('桌号，门店\nA1，一,二\n', 'wideComma')).toEqual(['1: 桌号|门店', '2: A1|一,二']);
  });

  test('with a quote inside a cell take it for text', async () => {
    expect(await cellsOf('屏,注\n24" 屏,x\n"a" b,y\n')).toEqual(['1: 屏|注', '2: 24" 屏|x', '3: "a" b|y']);
  });

  test('that a quote swallows are refused by their line', async () => {
    const refusedWith = (key: string, line: number) => ({
      issues: [{ field: 'file', key: `batchIssues.${key}`, values: { line } }],
    });
    await expect(read('a,b\n1,2\n"3,4\n5,6\n')).rejects.toMatchObject(refusedWith('quoteOpen', 3));
    await expect(read('sep=,\na,b\n\n"3,4\n')).rejects.toMatchObject(refusedWith('quoteOpen', 4));
    await expect(read('a,b\n1,2\n"3,4\n5,"6\n7,8\n')).rejects.toMatchObject(refusedWith('quoteInside', 3));
  });
});
