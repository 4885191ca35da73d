import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file';

const read = (content: string | Uint8Array) => readFile(Buffer.from(content), '表', {});

const TWO_COLUMNS = [
  ['门店编号', '门店名称'],
  ['A1', '一店'],
  ['A2', '二店'],
];

async function cellsOf(content: string | Uint8Array): Promise<string[][]> {
  const { table } = await read(content);
  return [table.columns, ...table.rows.map(({ cells }) => cells)];
}

describe('separators of Chinese keyboards and of programs', () => {
  test.each([
    ['a full-width semicolon', '门店编号；门店名称\nA1；一店\nA2；二店\n'],
    ['a full-width bar', '门店编号｜门店名称\nA1｜一店\nA2｜二店\n'],
    ['a caret', '门店编号^门店名称\nA1^一店\nA2^二店\n'],
    ['a colon that is named', 'sep=:\n门店编号:门店名称\nA1:一店\nA2:二店\n'],
    ['a tilde that is named', 'sep=~\n门店编号~门店名称\nA1~一店\nA2~二店\n'],
    ['a hash that is named', 'sep=#\n门店编号#门店名称\nA1#一店\nA2#二店\n'],
    ['a caret that is named', 'sep=^\n门店编号^门店名称\nA1^一店\nA2^二店\n'],
    ['both commas, one here and one there', '门店编号，门店名称\nA1,一店\nA2，二店\n'],
    [
      'the box of a database',
      '+------+------+\n| 门店编号 | 门店名称 |\n+------+------+\n| A1 | 一店 |\n| A2 | 二店 |\n+------+------+\n',
    ],
  ])('%s', async (_, text) => {
    expect(await cellsOf(text)).toEqual(TWO_COLUMNS);
  });

  test('a full-width comma inside of a cell separates nothing', async () => {
    const text = '店名,说明\n一店,好吃，便宜\n二店,辣，香\n';
    expect((await cellsOf(text))[1]).toEqual(['一店', '好吃，便宜']);
  });
});

describe('UTF-16 without a mark', () => {
  const texts = {
    'characters whose zero is on the other side': '编号\t名称\r\n1\t一一\r\n2\t一丁\r\n',
    'hardly anything but such characters': '名称,备注\n一一一一,一\n一一,一一\n',
    'emoji and circled numbers': '编号;名称 ☕\n1;开店😀\n2;一店①\n',
  };
  const cases = Object.entries(texts).flatMap(([about, text]) =>
    ['utf-16le', 'utf-16be'].map((encoding) => ({ about, text, encoding })),
  );
  test.each(cases)('$encoding with $about', async ({ text, encoding }) => {
    const { origin, table } = await read(iconv.encode(text, encoding));
    expect(origin).toMatchObject({ encoding });
    expect(table.rows.flatMap(({ cells }) => cells).join('')).toContain('一');
  });

  test('a program is no text', async () => {
    const bytes = Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 256));
    await expect(read(bytes)).rejects.toMatchObject({ issues: [{ key: 'batchIssues.fileType' }] });
  });
});

test('GBK behind the mark of UTF-8 is GBK', async () => {
  const text = iconv.encode('门店编号,门店名称\nA1,一店\nA2,二店\n', 'gbk');
  expect(await cellsOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]))).toEqual(TWO_COLUMNS);
});

test('a PDF behind an empty line and a bitmap are called by their names', async () => {
  const bitmap = Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]);
  const kindOf = (kind: string) => ({ issues: [{ key: 'batchIssues.fileKind', values: { kind } }] });
  await expect(read('\r\n%PDF-1.4\n')).rejects.toMatchObject(kindOf('pdf'));
  await expect(read(bitmap)).rejects.toMatchObject(kindOf('image'));
});

describe('cells that a program left', () => {
  test('formulas without a result are damage, and so is what was still loading', async () => {
    const { findings } = await read(
      '编号,名称\nA1,"=VLOOKUP(A2,B:C,2,0)"\nA2,=B2&"x"\nA3,Loading...\nA4,#N/A N/A\n',
    );
    expect(findings).toMatchObject([{ kind: 'error', count: 4, firstLine: 2 }]);
  });

  test('signs that look like one are data', async () => {
    expect((await read('编号,名称\n=A,甲\nA=1,乙\n')).findings).toEqual([]);
  });

  test('marks that keep digits come off in front and behind', async () => {
    const { table, findings } = await read('编号,名称\n0001\t,甲\n‘0002,乙\n’0003,丙\n');
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['0001', '0002', '0003']);
    expect(findings).toMatchObject([{ kind: 'textMark', count: 3 }]);
  });
});
