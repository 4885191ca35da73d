import { describe, expect, test } from 'vitest';
import { allButMistakes, columnsOf, countsRows, isLink, isPath, isQuery, mostly } from './columns';

/** The only column of a table that is called so. */
function column(name: string, values: string[]) {
  const rows = values.map((value, at) => ({ line: at + 2, cells: [value] }));
  const [only] = columnsOf({ columns: [name], rows });
  if (!only) throw new Error('no column');
  return only;
}

const times = (count: number, value: string) => Array.from({ length: count }, () => value);
const NAMELESS = 'xyz';

describe('what a value is by itself', () => {
  test.each(['pages/a', '/pages/a/b', 'page/a', 'packages/x', 'subPackages/a-b/c.html', 'pages/a?x=1&y=汉'])(
    'a path: %s',
    (value) => expect(isPath(value)).toBe(true),
  );
  test.each(['pages', 'pages/', 'xpages/a', 'images/a', 'pages/a b', '/a/pages/b', 'pages/页'])(
    'no path: %s',
    (value) => expect(isPath(value)).toBe(false),
  );

  test.each(['s=1', 'store=A01&t=12', 'a-b=门店', 'a=1&b=2&c_d=3'])('a query: %s', (value) =>
    expect(isQuery(value)).toBe(true),
  );
  test.each(['s=', '=1', 's=1&', 's=1&t', 's=1=2', 's=1?x', '?s=1', 's', 'a b=1', 's=1&t=2=3'])(
    'no query: %s',
    (value) => expect(isQuery(value)).toBe(false),
  );

  test.each(['http://a.cn', 'https://a.cn/x', 'HTTPS://A.CN', '#小程序://店/x', 'weixin://dl/business'])(
    'a link: %s',
    (value) => expect(isLink(value)).toBe(true),
  );
  test.each(['https://', 'ftp://a.cn', 'see https://a.cn', 'https://a.cn b', '小程序://x', 'httpss://a'])(
    'no link: %s',
    (value) => expect(isLink(value)).toBe(false),
  );
});

describe('most of the values', () => {
  const isYes = (value: string) => value === 'yes';

  test.each([
    [9, 1, false],
    [10, 1, true],
    [1, 0, true],
    [0, 1, false],
    [19, 2, true],
    [18, 2, false],
  ])('%i that pass and %i that do not: %s', (yes, no, expected) => {
    expect(mostly([...times(yes, 'yes'), ...times(no, 'no'), ...times(9, '')], isYes)).toBe(expected);
  });

  test('are none of none', () => {
    expect(mostly([], isYes)).toBe(false);
    expect(mostly(['', ''], isYes)).toBe(false);
    expect(mostly([''], () => true)).toBe(false);
  });

  test.each<[number, number, number | undefined, boolean]>([
    [4, 1, undefined, true],
    [3, 1, undefined, false],
    [3, 2, undefined, false],
    [4, 2, undefined, false],
    [2, 1, 3, true],
    [1, 1, 3, false],
    [5, 0, undefined, true],
  ])('of a short list one may be a mistake: %i and %i, from %s on: %s', (yes, no, ...[from, expected]) => {
    const values = [...times(yes, 'yes'), ...times(no, 'no'), '', ''];
    expect(allButMistakes(values, isYes, from)).toBe(expected);
  });
});

describe('a column without a telling name is told by its values', () => {
  test.each([
    ['phone', '13800000001'],
    ['phone', '+86 13800000001'],
    ['phone', '86-13800000001'],
    ['phone', '021-55550001'],
    ['phone', '(0571)5555000'],
    ['phone', '010-55550001-12'],
    ['phone', '400-800-1234'],
    ['phone', '4008001234'],
    ['email', 'a.b@shop.cn'],
    ['paper', '110101199001011234'],
    ['paper', '11010119900101123X'],
    ['time', '2026-01-02'],
    ['time', '2026/1/2'],
    ['time', '2026年1月2日'],
    ['time', '2026-01-02 09:30:15'],
    ['time', '09:30'],
    ['time', '9:30:15'],
    ['percent', '12.5%'],
    ['price', '¥12'],
    ['price', '$ 1,200.50'],
    ['price', '12.5'],
    ['price', '1,200'],
    ['price', '1,200,300.5'],
    ['address', '南京西路 12 号'],
    ['address', '人民大道100弄'],
    ['address', '浙江省杭州市'],
    ['region', '上海市'],
    ['region', '浦东新区'],
    ['link', 'https://a.cn/x'],
  ])('%s: %s', (aside, value) => {
    expect(column(NAMELESS, [value, value])).toMatchObject({
      ...{ meaning: { kind: 'aside', aside }, isByName: false },
    });
  });

  test.each([
    ['a number that is no phone', '12800000001'],
    ['a phone with a digit too many', '138000000012'],
    ['an address without its end', 'a@shop'],
    ['a number of 18 digits that is no paper', '110101299001011234'],
    ['three decimals', '12.345'],
    ['a number in wrong groups', '1,20'],
    ['a shop', '人民广场店'],
    ['a long name that ends like a region', '中国人民解放战争纪念区'],
    ['an hour', '9时'],
  ])('nothing is told by %s', (_, value) => {
    expect(column(NAMELESS, [value, value]).meaning).toBeNull();
  });

  test('paths and queries are what codes are made of', () => {
    expect(column(NAMELESS, ['pages/a', 'pages/b']).meaning).toEqual({
      ...{ kind: 'field', field: 'path', isWeak: true },
    });
    expect(column(NAMELESS, ['s=1', 's=2']).meaning).toEqual({
      ...{ kind: 'field', field: 'scene', isWeak: true },
    });
  });

  test.each([
    [['1', '2', '3'], true],
    [['0', '1', '2'], true],
    [['2', '3', '4'], false],
    [['1', '2', '4'], false],
    [['1'], false],
    [['1', '2', ''], false],
    [['1', '2', '3.0'], false],
    [['1', ' 2 '], true],
    [['1', 'x2'], false],
  ])('%j counts the rows: %s', (values, expected) => {
    const read = column(NAMELESS, values);
    expect(countsRows(read)).toBe(expected);
    expect(read.meaning?.kind === 'aside' && read.meaning.aside === 'serial').toBe(expected);
  });
});

describe('values that say that a name means something else', () => {
  test.each([
    ['地址', ['pages/a', 'pages/b'], { kind: 'field', field: 'path', isWeak: true }],
    ['官网', ['pages/a', 'pages/b'], { kind: 'field', field: 'path', isWeak: true }],
    ['地址', ['中山路', '南京路'], { kind: 'aside', aside: 'address' }],
    ['状态', ['pages/a', 'pages/b'], { kind: 'aside', aside: 'trait' }],
    ['SN', ['1', '2'], { kind: 'aside', aside: 'serial' }],
    ['SN', ['X1', 'X2'], { kind: 'id', subject: 'device' }],
    ['门店编号', ['1', '2'], { kind: 'id', subject: 'store' }],
  ])('%s over %j', (name, values, meaning) => {
    expect(column(name, values).meaning).toEqual(meaning);
    expect(column(name, values).isByName).toBe(true);
  });
});

describe('what a scene takes of a column', () => {
  test('the numbers, where its name says that they count something', () => {
    expect(column('桌号', ['1号桌', ' 第2桌', '包3房'])).toMatchObject({ isCounted: false });
    expect(column('桌号', ['1号桌', ' 第2桌'])).toMatchObject({
      ...{ isCounted: true, values: ['1号桌', '第2桌'], sent: ['1', '2'], fits: true },
    });
    expect(column('备注', ['1号桌', '2号桌'])).toMatchObject({ isCounted: false, fits: false });
    expect(column('桌台', ['1号桌', '2号桌'])).toMatchObject({ isCounted: true });
    expect(column('桌号', ['1', '2'])).toMatchObject({ isCounted: false, sent: ['1', '2'] });
  });

  test.each([
    ['of a name that tells, one of three', '桌号', ['A1', 'A2', '靠窗'], true],
    ['of a name that tells, one of two', '桌号', ['A1', '靠窗'], false],
    ['of no telling name, one of four', NAMELESS, ['A1', 'A2', 'A3', '靠窗'], false],
    ['of no telling name, one of five', NAMELESS, ['A1', 'A2', 'A3', 'A4', '靠窗'], true],
    ['half of the cells empty', '桌号', ['A1', 'A2', '', ''], false],
    ['fewer than half of them empty', '桌号', ['A1', 'A2', 'A3', '', ''], true],
    ['nothing', '桌号', ['', ''], false],
    ['texts of 32 characters', '桌号', ['1'.repeat(32), '2'.repeat(32)], true],
    ['texts of 33 characters', '桌号', ['1'.repeat(33), '2'.repeat(33)], false],
  ])('it may stand there: %s', (_, name, ...[values, fits]) => {
    expect(column(name, values).fits).toBe(fits);
  });

  test.each([
    [['a', 'a', 'b', 'b'], 0.5],
    [['a', 'b', ''], 1],
    [['', ''], 0],
    [['a', ' a '], 0.5],
  ])('%j has %d different values a value', (values, distinct) => {
    expect(column(NAMELESS, values).distinct).toBe(distinct);
  });
});

test('totals that somebody keeps, and rows behind the first thousand, say nothing of a column', () => {
  const cells = ['S1,3', 'S2,4', '合计,7'].map((row) => row.split(','));
  const rows = cells.map((row, at) => ({ line: at + 2, cells: row }));
  const [store, count] = columnsOf({ columns: ['门店', '数量'], rows });
  expect(store).toMatchObject({ index: 0, name: '门店', values: ['S1', 'S2'] });
  expect(count).toMatchObject({ index: 1, name: '数量', values: ['3', '4'] });
  expect(column('桌号', times(1_001, 'A1')).values).toHaveLength(1_000);
});

test('a row that is too short has nothing there', () => {
  const rows = [
    { line: 2, cells: ['A1', 'x'] },
    { line: 3, cells: ['A2'] },
  ];
  expect(columnsOf({ columns: ['a', 'b'], rows })[1]?.values).toEqual(['x', '']);
});
