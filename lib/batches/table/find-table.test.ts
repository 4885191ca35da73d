import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file';
import { readPaste } from './read-paste';
import { isRead, type ReadOptions } from './table';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));
const read = (content: string | Uint8Array, asked: ReadOptions = {}) =>
  readFile(Buffer.from(content), '表', asked);

async function shapeOf(content: string | Uint8Array, asked?: ReadOptions) {
  const { table, origin } = await read(content, asked);
  const reading = isRead(origin) ? origin : null;
  return { columns: table.columns, lines: table.rows.map(({ line }) => line), header: reading?.headerRow };
}

const BODY = 'A01,人民广场店,2,靠窗\nA02,徐家汇店,3,靠门\nA03,虹桥店,1,\n';

describe('the header', () => {
  test.each(['title-rows.csv', 'title-rows.xlsx'])('is found under titles: %s', async (name) => {
    expect(await shapeOf(fixture(name))).toEqual({
      columns: ['桌号', '门店', '楼层', '备注'],
      lines: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
      header: 3,
    });
  });

  test.each([
    ['a title', '2026 年夏季清单\n桌号,门店,楼层,备注\n', 2],
    ['a title that the program filled up with commas', '2026 年夏季清单,,,\n桌号,门店,楼层,备注\n', 2],
    ['an empty line', '清单\n\n桌号,门店,楼层,备注\n', 3],
    ['names and values', '门店,总部\n日期,2026-05-01\n\n桌号,门店,楼层,备注\n', 4],
    ['a sentence about the columns', '说明：请勿修改表头；备注可不填\n桌号,门店,楼层,备注\n', 2],
    ['a merged title', '清单,清单,清单,清单\n桌号,门店,楼层,备注\n', 2],
    ['titles, above names that nobody knows', '2026 年清单\n甲项,乙项,丙项,丁项\n', 2],
    ['English titles', 'Summer 2026\nPrepared by: Marketing,,Date: 2026-05-01\nTable,Store,Floor,Note\n', 3],
    ['nothing', '桌号,门店,楼层,备注\n', 1],
  ])('is found under %s', async (_, top, header) => {
    const { origin, table } = await read(top + BODY);
    expect(origin).toMatchObject({ headerRow: header });
    expect(table.rows.map(({ line }) => line)).toEqual([header + 1, header + 2, header + 3]);
  });

  test('of two rows: a name that is merged downwards, and equal names under different groups', async () => {
    const { table } = await read('桌号,上海,,北京,\n,编号,店名,编号,店名\nA01,1,甲,2,乙\nA02,3,丙,4,丁\n');
    expect(table.columns).toEqual(['桌号', '上海 编号', '上海 店名', '北京 编号', '北京 店名']);
    expect(table.rows.map(({ line }) => line)).toEqual([3, 4]);
  });

  test('may be none, with a title above', async () => {
    expect(await shapeOf('2026 年清单\nA01,1,x1,y-1\nA02,2,x2,y-2\n')).toEqual({
      columns: ['A', 'B', 'C', 'D'],
      lines: [2, 3],
      header: null,
    });
  });

  test('is the row that a person says, and what is above it is kept to be seen', async () => {
    const { origin, table } = await read(BODY, { headerRow: 2 });
    expect(table.columns).toEqual(['A02', '徐家汇店', '3', '靠门']);
    expect(origin).toMatchObject({
      headerRow: 2,
      aboveCount: 1,
      above: [{ line: 1 }],
      asked: { headerRow: 2 },
    });
    expect((await shapeOf(`桌号,门店\n${BODY}`, { headerRow: null })).lines).toEqual([1, 2, 3, 4]);
  });

  test('is the row that holds the columns which a preset wants', async () => {
    const text = '编号,名称,备注\n一,二,三\nkey,label,zone\nA1,x,1\nA2,y,2\n';
    expect((await shapeOf(text)).header).toBe(1);
    expect((await shapeOf(text, { headerNames: ['zone', 'key'] })).header).toBe(3);
    expect((await shapeOf(text, { headerNames: ['nowhere'] })).header).toBe(1);
  });

  test('is found in pasted rows, too', async () => {
    const { origin } = await readPaste('清单\n\n桌号\t门店\nA01\t甲\n', {});
    expect(origin).toMatchObject({ headerRow: 3, aboveCount: 1, delimiter: 'tab' });
  });
});

describe('the separator', () => {
  test.each([
    ['pipe', 'id|name\nS001|店一\nS002|店二\n'],
    ['pipe', 'sep=|\nid|name\nS001|店一\n'],
    ['wideComma', '桌号，门店\nA01，人民广场\n'],
    ['listComma', '桌号、门店\nA01、人民广场\nA02、徐家汇\n'],
    ['spaces', '桌号   门店\nA01    人民广场\nA02    徐家汇\n'],
    ['semicolon', '清单\n桌号;门店\nA01;甲\nA02;乙\n'],
    ['comma', '桌号,备注\nA01,靠窗，安静\nA02,靠门，热闹\n'],
  ])('is %s in %j', async (delimiter, text) => {
    const { origin, table } = await read(text);
    expect(origin).toMatchObject({ delimiter });
    expect(table.columns).toHaveLength(2);
  });
});

describe('a damaged cell', () => {
  const damageIn = async (content: string | Uint8Array, asked?: ReadOptions) => {
    const { table, findings } = await read(content, asked);
    return {
      rows: table.rows.map(({ damage }) => Object.values(damage ?? {})[0] ?? null),
      kinds: findings.map(({ kind, count, firstLine, columns }) => [kind, count, firstLine, ...columns]),
    };
  };

  test.each([
    ['rounded-numbers.xlsx', ['rounded', 'rounded'], ['rounded', 2, 2, '会员号']],
    ['exponent-numbers.csv', ['exponent', 'exponent'], ['exponent', 2, 2, '会员号']],
    ['turned-into-dates.csv', ['date', 'date'], ['date', 2, 2, '桌号']],
    ['bad-bytes.csv', ['garbled', null], ['garbled', 1, 2, '门店']],
  ])('is known: %s', async (name, rows, finding) => {
    expect(await damageIn(fixture(name))).toEqual({ rows, kinds: [finding] });
  });

  test.each([
    ['exponent', '1.2E+15'],
    ['exponent', '4.40106E+17'],
    ['date', '1-May'],
    ['date', 'May-01'],
    ['date', '2026-05-03'],
    ['date', '5月1日'],
    ['error', '#REF!'],
    ['error', 'Err:502'],
    ['error', '#####'],
    ['garbled', '锟斤拷'],
    ['garbled', 'CafÃ©'],
    ['garbled', '浜烘皯骞垮満'],
    ['garbled', '????'],
  ])('is %s: %s', async (kind, cell) => {
    expect((await damageIn(`桌号,门店\nA01,甲\n${cell},乙\n`)).rows).toEqual([null, kind]);
  });

  test.each(['1E10', '5-1', '12-05', '440106199001011234', 'E+12', '#1', '#A1!', '人民广场', '联通', '25%'])(
    'is none: %s',
    async (cell) => {
      expect((await damageIn(`桌号,门店\nA01,甲\n${cell},乙\n`)).rows).toEqual([null, null]);
    },
  );

  test('is no day in a column of days', async () => {
    expect((await damageIn('桌号,开业日期\nA01,2026/5/3\nA02,5月1日\n')).rows).toEqual([null, null]);
    expect((await damageIn('桌号,甲项\nA01,2026/5/3\nA02,2026/5/4\n')).rows).toEqual([null, null]);
  });

  test('is a long number of zeros only when all long ones of the column end so', async () => {
    const long = (last: string) => `会员号,门店\n440106199001011000,甲\n${last},乙\n`;
    expect((await damageIn(long('123456789012345000'))).rows).toEqual(['rounded', 'rounded']);
    expect((await damageIn(long('123456789012345678'))).rows).toEqual([null, null]);
  });
});

describe('rows that are no data', () => {
  test.each([
    ['totals at the end', '合计,,7\n', 'totals'],
    ['with a space', '合 计,,7\n', 'totals'],
    ['in English', 'Total,,7\n', 'totals'],
    ['with its number', '合计：2,,\n', 'totals'],
    ['an average', '平均,,3.5\n', 'totals'],
    ['a note', '注：以上数据截至 5 月,,\n', 'notes'],
    ['who made it', '制表人：张三,,审核：李四\n', 'notes'],
    ['the header again', '门店编号,门店名称,数量\n', 'repeatedHeader'],
  ])('are left out and said: %s', async (_, row, kind) => {
    const { table, findings } = await read(`门店编号,门店名称,数量\nS001,店1,3\nS002,店2,4\n${row}`);
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['S001', 'S002']);
    expect(findings).toMatchObject([{ kind, count: 1, firstLine: 4 }]);
  });

  test('are subtotals between', async () => {
    const text = '区域,门店编号,数量\n华东,S1,3\n华东 小计,,3\n华北,S2,4\n华北 小计,,4\n总计,,7\n';
    const { table, findings } = await read(text);
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(findings).toMatchObject([{ kind: 'totals', count: 3, firstLine: 3, sample: '华东 小计' }]);
  });

  test('are kept when somebody says so, and a store may be called so', async () => {
    expect((await read(fixture('total-row.csv'), { kept: ['totals'] })).table.rows).toHaveLength(3);
    expect((await read(fixture('total-row.csv'))).table.rows).toHaveLength(2);
    const named = await read('门店,编号,备注\n合计,S1,靠窗\n总计花店,S2,\n小计,S3,楼上\n');
    expect(named.table.rows).toHaveLength(3);
  });
});

test('invisible characters are taken off and counted', async () => {
  const { table, findings } = await read(
    '桌号,门店\n\u200BA01\u00A0,人民\u00AD广场\nA\u00A002,👨‍👩‍👧\n\u202AA03\uFEFF,x\n',
  );
  expect(table.rows.map(({ cells }) => cells.map((cell) => cell.trim()))).toEqual([
    ['A01', '人民广场'],
    ['A 02', '👨‍👩‍👧'],
    ['A03', 'x'],
  ]);
  expect(findings).toMatchObject([{ kind: 'invisible', firstLine: 2 }]);
});

test('a doubtful encoding is asked, and not asked again', async () => {
  const bytes = iconv.encode('a,b\n桌,1\n', 'gb18030');
  const { origin } = await read(bytes);
  expect(origin).toMatchObject({ encoding: 'gb18030', doubt: [{ encoding: 'gb18030', cells: ['桌'] }, {}] });
  expect((await read(bytes, { encoding: 'gb18030' })).origin).not.toHaveProperty('doubt');
});
