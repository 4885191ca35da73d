import { describe, expect, test } from 'vitest';
import { builtInPurposes } from '@/lib/purposes/built-in';
import type { PurposeDefinition } from '@/lib/purposes/purpose';
import { columnsOf } from './columns';
import { explainGuess } from './explain-guess';
import { guessPlan } from './guess-plan';
import type { AskedFor } from './guess-purpose';

const { table: TABLE, employee: EMPLOYEE } = builtInPurposes('zh-CN');

/** A table as one text: `桌号;门店 / 1;北京 / 2;上海`. */
function columns(text: string) {
  const [names = [], ...rows] = text.split(' / ').map((line) => line.split(';'));
  return columnsOf({ columns: names, rows: rows.map((cells, at) => ({ line: at + 2, cells })) });
}

function guessed(text: string, purposes: AskedFor[] = []) {
  const read = columns(text);
  return { read, ...guessPlan(read, purposes) };
}

/** What each field comes from: the name of a column, or a template. */
function fieldsOf(text: string, purposes: AskedFor[] = []) {
  const { read, plan } = guessed(text, purposes);
  return Object.fromEntries(
    Object.entries(plan.fields).map(([field, source]) => [
      field,
      source?.from === 'column' ? read[source.column]?.name : source?.from === 'template' && source.template,
    ]),
  );
}

describe('a name that means something else just as often is borne out by the values', () => {
  test.each([
    ['参数', 's=1', 's=2', 'scene'],
    ['链接', 'pages/a?x=1', 'pages/b', 'path'],
    ['链接', 'https://a.cn/pages/a', 'https://a.cn/x?path=page/b', 'path'],
    ['尺寸', '430', '1280px', 'width'],
    ['尺寸', '430 像素', '1280', 'width'],
    ['颜色', '#8b2e16', '红', 'lineColor'],
    ['颜色', '8b2e16', '红', 'lineColor'],
    ['颜色', '#FFF', '红', 'lineColor'],
    ['颜色', '139, 46，22', '红', 'lineColor'],
    ['颜色', '红', '蓝', 'lineColor'],
    ['版本', '体验版', 'x', 'envVersion'],
  ])('%s with %s and %s is %s', (name, one, ...[other, field]) => {
    const text = `房号;${name} / 1;${one} / 2;${other}`;
    expect({ scene: name, ...fieldsOf(text) }).toMatchObject({ [field]: name });
  });

  test.each([
    ['链接', 'https://a.cn/x', 'https://a.cn/y', 'path'],
    ['链接', 'ftp://a/pages/b', 'ftp://a/pages/c', 'path'],
    ['尺寸', '大', '小', 'width'],
    ['尺寸', '50', '60', 'width'],
    ['尺寸', '10000', '12000', 'width'],
    ['版本', '一', '二', 'envVersion'],
    ['参数', '靠窗的', '靠门的', 'scene'],
  ])('%s with %s and %s is not %s', (name, one, ...[other, field]) => {
    expect(fieldsOf(`房号;${name} / 1;${one} / 2;${other}`)[field]).not.toBe(name);
  });

  test('a colour of goods is none of a code, unless it is written as one', () => {
    expect(fieldsOf('货号;颜色 / H1;红 / H2;黑')).not.toHaveProperty('lineColor');
    expect(fieldsOf('货号;颜色 / H1;红 / H2;#000000')).toMatchObject({ lineColor: '颜色' });
    expect(fieldsOf('货号;颜色 / H1;红 / H2;#0c3')).toMatchObject({ lineColor: '颜色' });
    expect(fieldsOf('货号;颜色 / H1;红 / H2;#xyz')).not.toHaveProperty('lineColor');
    expect(fieldsOf('货号;颜色 / H1;红 / H2;#00000')).not.toHaveProperty('lineColor');
    expect(fieldsOf('货号;颜色 / H1;红 / H2;#00')).not.toHaveProperty('lineColor');
    expect(fieldsOf('货号;颜色 / H1;红 / H2;1,2')).not.toHaveProperty('lineColor');
    expect(fieldsOf('货号;线条颜色 / H1;红 / H2;黑')).toMatchObject({ lineColor: '线条颜色' });
  });

  test('parameters of which more than half repeat are no scene', () => {
    expect(fieldsOf('房号;参数 / 1;s=1 / 2;s=1')).toEqual({ scene: '房号' });
    expect(fieldsOf('房号;参数 / 1;s=1 / 2;s=2 / 3;s=2')).toMatchObject({ scene: '参数' });
  });

  test('half of the parameters may be mistakes', () => {
    expect(fieldsOf('房号;参数 / 1;s=1 / 2;靠窗的')).toMatchObject({ scene: '参数' });
    expect(fieldsOf('房号;参数 / 1;s=1 / 2;靠窗的 / 3;靠门的')).toMatchObject({ scene: '房号' });
  });

  test('a telling name goes before one that may mean more, and the first of two', () => {
    expect(fieldsOf('参数;scene / s=1;A / s=2;B')).toMatchObject({ scene: 'scene' });
    expect(fieldsOf('房号;备注;说明 / 1;x;y / 2;x;y')).toMatchObject({ note: '备注' });
    expect(fieldsOf('房号;备注;说明 / 1;;y / 2;;z')).toMatchObject({ note: '说明' });
  });
});

describe('a whole path', () => {
  test('needs a query in one row, and something else in each', () => {
    expect(guessed('路径;房号 / pages/a;1 / pages/b;2').plan.endpoint).toBe('getwxacodeunlimit');
    expect(guessed('路径;房号 / pages/a?x=1;1 / pages/b;2').plan.endpoint).toBe('getwxacode');
    expect(guessed('路径;房号 / pages/a?x=1;1 / pages/a?x=1;2').plan.endpoint).toBe('getwxacodeunlimit');
    expect(guessed('路径;备注 / pages/a?x=1;1 / pages/a?x=1;1').plan.endpoint).toBe('getwxacode');
  });

  test('takes none of what its codes have not', () => {
    const plan = guessed(
      '路径;页面;检查页面;备注 / pages/a?x=1;pages/c;是;甲 / pages/a?x=2;pages/c;否;乙',
    ).plan;
    expect(Object.keys(plan.fields).sort()).toEqual(['note', 'path']);
    expect(plan.policy).toBe('all');
  });
});

describe('what people read', () => {
  test.each([
    [
      'a description that says something else in each row',
      '物料编码;物料描述 / M1;不锈钢杯 5 / M2;玻璃杯 3',
      'name',
    ],
    ['one that repeats', '物料编码;物料描述 / M1;玻璃杯 3 / M2;玻璃杯 3', 'note'],
    ['one that could stand in a scene', '物料编码;物料描述 / M1;cup5 / M2;cup3', 'note'],
    ['a remark', '物料编码;备注 / M1;不锈钢杯 5 / M2;玻璃杯 3', 'note'],
    ['an English one', 'SKU;Description / M1;Steel cup, 5 / M2;Glass cup, 3', 'name'],
  ])('is %s', (_, text, field) => {
    const { scene, ...labels } = fieldsOf(text);
    expect(scene).toMatch(/^(?:物料编码|SKU)$/);
    expect(Object.keys(labels)).toEqual([field]);
  });

  test('is no scene that stands there again', () => {
    expect(fieldsOf('Store;Table / Pier;1 / Pier;2 / Mall;1')).toEqual({ scene: '{Store}-{Table}' });
    expect(fieldsOf('桌号 / A1 / A2')).toEqual({ scene: '桌号' });
  });
});

describe('a purpose that asks for the columns', () => {
  const TABLES = '门店编号;桌号 / A01;1 / A01;2 / A02;1';
  const scene = 'store={门店编号}&table={桌号}';

  test('is the first that does, of those that make codes without a limit', () => {
    const other: PurposeDefinition = { ...TABLE, endpoint: 'getwxacode' };
    expect(fieldsOf(TABLES, [EMPLOYEE, other, TABLE])).toMatchObject({ scene });
    expect(fieldsOf(TABLES, [EMPLOYEE, other])).toMatchObject({ scene: '{门店编号}-{桌号}' });
    const named = { ...TABLE, page: 'pages/first' };
    expect(guessed(TABLES, [named, TABLE]).plan.fields.page).toEqual({ from: 'fixed', value: 'pages/first' });
  });

  test('says which fields it wrote', () => {
    expect(guessed(TABLES, [TABLE]).byPurpose).toEqual(['scene', 'name']);
    expect(guessed(TABLES, [EMPLOYEE]).byPurpose).toEqual([]);
    expect(guessed(TABLES, [EMPLOYEE]).leaving).toEqual({});
  });

  test('gives no name of which the table lacks a piece', () => {
    const purpose = { ...TABLE, nameTemplate: '{table} {zone}' };
    expect(guessed(TABLES, [purpose]).byPurpose).toEqual(['scene']);
  });

  test('is asked for nothing that one column would answer twice', () => {
    const [shop, store, table] = TABLE.fields;
    if (!shop || !store || !table) throw new Error('fields');
    const twice = { ...TABLE, fields: [store, { ...store, key: 'again' }, table] };
    expect(fieldsOf(TABLES, [twice])).toMatchObject({ scene: '{门店编号}-{桌号}' });
  });

  test('is not asked where a table has parameters of its own', () => {
    expect(fieldsOf('scene;门店编号;桌号 / x=1;A;1 / x=2;A;2', [TABLE])).toMatchObject({ scene: 'scene' });
  });

  test('keeps the look that the table says', () => {
    const { plan } = guessed('门店编号;桌号;宽度 / A;1;430 / A;2;500', [TABLE]);
    expect(plan.fields.width).toEqual({ from: 'column', column: 2 });
  });
});

describe('reasons of a guess', () => {
  const reasonsOf = (text: string, purposes: AskedFor[] = []) => {
    const read = columns(text);
    return explainGuess(read, guessPlan(read, purposes));
  };

  test('are none for a page that the purpose proposes', () => {
    const { reasons, fields } = reasonsOf('桌号 / 1 / 2', [{ ...TABLE, page: 'pages/a' }]);
    expect(fields.page).toEqual({ from: 'fixed', value: 'pages/a' });
    expect(reasons).not.toHaveProperty('page');
    expect(reasons.name).toEqual({ by: 'purpose', columns: ['桌号'], isUnique: true });
  });

  test('tell whether every value comes once', () => {
    expect(reasonsOf('门店编号 / A / B / B').reasons.scene).toMatchObject({ isUnique: false });
    expect(reasonsOf('门店编号 / A / B / C').reasons.scene).toMatchObject({ isUnique: true });
  });

  test('tell the parts of a name that was put together', () => {
    expect(reasonsOf('门店名称;桌号 / 东店;1 / 东店;2').reasons.name).toEqual({
      ...{ by: 'together', columns: ['门店名称', '桌号'], isUnique: true },
    });
    expect(reasonsOf('桌号;备注 / 1;x / 2;x').reasons.note).toEqual({
      ...{ by: 'name', columns: ['备注'], isUnique: false },
    });
  });

  test('go with what rows could do without', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `A01;${at}`).with(3, ';3');
    const { leaving, fields } = reasonsOf(`门店编号;桌号 / ${rows.join(' / ')}`, [TABLE]);
    expect(fields.scene).toEqual({ from: 'template', template: 'store={门店编号}&table={桌号}' });
    expect(leaving.scene).toEqual({ from: 'template', template: '{?store={门店编号}&}table={桌号}' });
  });
});
