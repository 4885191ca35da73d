import { describe, expect, test } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import { builtInPurposes } from '@/lib/purposes/built-in';
import { buildScene, suggestName } from '@/lib/purposes/build';
import type { PurposeDefinition } from '@/lib/purposes/purpose';
import { columnsOf } from './columns';
import { explainGuess } from './explain-guess';
import { guessPlan } from './guess-plan';

const BUILT_IN = builtInPurposes(LOCALES[0]);

/** A table as one text: `桌号,门店 / 1,北京 / 2,上海`. */
function columns(text: string) {
  const [names = [], ...rows] = text.split(' / ').map((line) => line.split(','));
  return columnsOf({ columns: names, rows: rows.map((cells, at) => ({ line: at + 2, cells })) });
}

function name(text: string, purposes: PurposeDefinition[] = Object.values(BUILT_IN)): string {
  const read = columns(text);
  const source = guessPlan(read, purposes).plan.fields.name;
  if (source?.from === 'column') return `${read[source.column]?.name}`;
  return source?.from === 'template' ? source.template : '';
}

function scene(text: string, purposes: PurposeDefinition[] = Object.values(BUILT_IN)): string {
  const read = columns(text);
  const source = guessPlan(read, purposes).plan.fields.scene;
  if (source?.from === 'column') return `${read[source.column]?.name}`;
  return source?.from === 'template' ? source.template : '';
}

describe('a purpose that asks for the columns', () => {
  const TABLES = '门店编号,桌号 / A01,1 / A01,2 / A02,1';
  const table = { ...BUILT_IN.table, page: 'pages/menu/index' };

  test('says how large the codes are and which page they open, as its form does', () => {
    const { plan } = guessPlan(columns(TABLES), [table]);
    expect(plan.look.width).toBe(945);
    expect(plan.fields.page).toEqual({ from: 'fixed', value: 'pages/menu/index' });
  });

  test('leaves the page to a table that has one', () => {
    const paged = '门店编号,桌号,页面 / A01,1,pages/a / A01,2,pages/a / A02,1,pages/b';
    expect(guessPlan(columns(paged), [table]).plan.fields.page).toEqual({ from: 'column', column: 2 });
  });

  test('no purpose: the usual width and no page', () => {
    const { plan } = guessPlan(columns(TABLES), []);
    expect(plan.look.width).toBe(430);
    expect(plan.fields.page).toBeUndefined();
  });
});

describe('what says which table it is in words', () => {
  const TABLES =
    '门店名称,门店编号,桌号 / 人民店,A01,1号桌 / 人民店,A01,2号桌 / 人民店,A01,第3桌 / 人民店,A01,4 号';

  test('is sent by its number, and named by its words', () => {
    expect(scene(TABLES)).toBe('store={门店编号}&table={桌号}');
    expect(name(TABLES)).toBe('{门店名称} · {桌号}');
    const mendsOf = (text: string) => guessPlan(columns(text), Object.values(BUILT_IN)).plan.mends;
    expect(mendsOf(TABLES)).toEqual(['scene']);
    expect(mendsOf('桌号 / 1号桌 / 2号桌')).toEqual(['scene']);
    // A mistake among numbers is asked about.
    expect(mendsOf('桌号 / 1 / 2 / 3号 / 4')).toBeUndefined();
  });

  test('is no number of another one', () => {
    expect(scene('门店编号,备注 / A1,1号桌 / A2,2号桌')).toBe('门店编号');
    expect(scene('桌号,编号 / 1楼2桌,A1 / 2楼2桌,A2')).toBe('编号');
  });
});

describe('a scene is written as the form of a purpose writes it', () => {
  test.each([
    ['门店编号,桌号 / A01,12 / A01,13 / A02,12', 'store={门店编号}&table={桌号}'],
    ['桌号,门店编号 / 12,A01 / 13,A01 / 12,A02', 'store={门店编号}&table={桌号}'],
    ['Shop Code,Table / HK01,T1 / HK01,T2 / HK02,T1', 'store={Shop Code}&table={Table}'],
    ['store,table / 1,1 / 1,2 / 2,1', 'store={store}&table={table}'],
    ['桌号 / A1 / A2', 'table={桌号}'],
    ['商品名称,商品编号 / 豆,1024 / 茶,1025', 'id={商品编号}'],
    ['姓名,工号,门店 / 王,0078,A01 / 李,0079,A01', 'staff={工号}&store={门店}'],
    ['活动编号,渠道 / spring26,poster / spring26,flyer', 'act={活动编号}&ch={渠道}'],
  ])('%s → %s', (table, template) => {
    expect(scene(table)).toBe(template);
  });

  test.each([
    ['a table that fits no scene', 'A01,1 / A01,2 / A01,三号 / A02,1 / A02,2'],
    ['a store that is missing', 'A01,1 / A01,2 / ,3 / A02,1 / A02,2'],
    ['a table that is missing', 'A01,1 / A01,2 / A01, / A02,1 / A02,2'],
    ['a row that comes twice', 'A01,1 / A01,2 / A01,2 / A02,1 / A02,2'],
    ['a value that is too long', `A01,1 / A01,2 / A01,${'3'.repeat(40)} / A02,1 / A02,2`],
    ['a value of two parameters', 'A01,1 / A01,2 / A01,t=3 / A02,1 / A02,2'],
  ])('of five rows with %s', (_, rows) => {
    expect(scene(`门店编号,桌号 / ${rows}`)).toBe('store={门店编号}&table={桌号}');
  });

  test.each([
    ['a table that fits no scene', 'A01,三号'],
    ['a value that is too long', `A01,${'3'.repeat(40)}`],
    ['a value of two parameters', 'A01,t=3'],
  ])('of three rows with %s', (_, row) => {
    expect(scene(`门店编号,桌号 / A01,1 / A01,2 / ${row}`)).toBe('store={门店编号}&table={桌号}');
  });

  test('letter by letter as for one code', () => {
    const values = { shop: '', store: 'A01', table: '12' };
    const template = scene('门店编号,桌号 / A01,12 / A01,13 / A02,12');
    expect(template.replace('{门店编号}', 'A01').replace('{桌号}', '12')).toBe(
      buildScene(BUILT_IN.table, values),
    );
  });

  test('also where the store is one and only the tables differ', () => {
    expect(scene('门店编号,桌号 / A01,12 / A01,13')).toBe('store={门店编号}&table={桌号}');
  });

  test('with the parameters that a team gave its own purpose', () => {
    const desk: PurposeDefinition = {
      ...BUILT_IN.table,
      fields: BUILT_IN.table.fields.map((field) =>
        field.parameter === 'table' ? { ...field, label: '座次牌', parameter: 't' } : field,
      ),
    };
    expect(scene('门店编号,座次牌 / A01,12 / A01,13', [desk])).toBe('store={门店编号}&t={座次牌}');
  });

  test('and the mapping says why', () => {
    const read = columns('门店编号,桌号 / A01,12 / A01,13 / A02,12');
    const guessed = guessPlan(read, [BUILT_IN.table]);
    expect(explainGuess(read, guessed).reasons.scene).toEqual({
      ...{ by: 'purpose', columns: ['门店编号', '桌号'], isUnique: true },
    });
  });
});

test('the mapping names the columns that rows may lack', () => {
  const read = columns('门店编号,桌号 / A01,12 / ,13 / A01,14');
  expect(explainGuess(read, guessPlan(read, [BUILT_IN.table])).reasons.scene).toEqual({
    ...{ by: 'purpose', columns: ['门店编号', '桌号'], isUnique: true, left: ['门店编号'] },
  });
});

describe('a scene stays what the columns say', () => {
  test.each([
    ['where no purpose asks for it', '楼栋,房号 / 1,101 / 1,102 / 2,101', '{楼栋}-{房号}'],
    ['where a list is of stores only', '门店编号,门店名称 / 21,北京店 / 22,上海店', '门店编号'],
    ['where the cells are parameters already', '桌号 / t=1 / t=2', '桌号'],
    ['where it would be longer than a scene', `工号 / ${'1'.repeat(30)} / ${'2'.repeat(30)}`, '工号'],
    ['where a column is the scene', 'scene,桌号 / A1,1 / A2,2', 'scene'],
  ])('%s', (_, table, expected) => {
    expect(scene(table)).toBe(expected);
  });
});

describe('a field that many rows lack', () => {
  test.each([
    ['门店编号,桌号 / A01,12 / ,13 / A01,14', '{?store={门店编号}&}table={桌号}'],
    ['商品编号,摆放位置 / 1,shelf / 2, / 3, / 4,', 'id={商品编号}{?&from={摆放位置}}'],
    ['姓名,工号,门店 / 王,1,A01 / 李,2, / 张,3,', 'staff={工号}{?&store={门店}}'],
  ])('stays with the rows that have it: %s', (table, template) => {
    expect(scene(table)).toBe(template);
  });

  test('is left out of the name too', () => {
    expect(name('门店名称,门店编号,桌号 / 店,A1,1 / ,,2 / ,,3')).toBe('{?{门店名称} · }{桌号} 号桌');
  });

  test('is no mistake of theirs, as a single empty cell is', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `A01,${at}`).with(3, ',3');
    expect(scene(`门店编号,桌号 / ${rows.join(' / ')}`)).toBe('store={门店编号}&table={桌号}');
  });

  test('can be left out of the rows that a mistake may have emptied, in scene and name', () => {
    const store = ['A1,店', 'A2,店', ',', 'A1,', ...Array.from({ length: 36 }, () => 'A1,店')];
    const rows = store.map((cells, at) => `${cells},${at}`);
    const guessed = guessPlan(columns(`门店编号,门店名称,桌号 / ${rows.join(' / ')}`), [BUILT_IN.table]);
    expect(guessed.plan.fields).toMatchObject({
      scene: { template: 'store={门店编号}&table={桌号}' },
      name: { template: '{门店名称} · {桌号} 号桌' },
    });
    expect(guessed.leaving).toEqual({
      scene: { from: 'template', template: '{?store={门店编号}&}table={桌号}' },
      name: { from: 'template', template: '{?{门店名称} · }{桌号} 号桌' },
    });
  });

  test('is asked for where a name would be nothing without it', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at === 3 ? '' : `A${at}`},${at}`);
    const purpose = { ...BUILT_IN.table, nameTemplate: '{store}' };
    const guessed = guessPlan(columns(`门店编号,桌号 / ${rows.join(' / ')}`), [purpose]);
    expect(guessed.plan.fields.name).toEqual({ from: 'template', template: '{门店编号}' });
    expect(guessed.leaving).toEqual({});
  });

  test('is asked for where nothing else would be sent', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `A01,${at}`).with(3, 'A01,');
    const guessed = guessPlan(columns(`门店编号,桌号 / ${rows.join(' / ')}`), [BUILT_IN.table]);
    expect(guessed.leaving.scene).toEqual({ from: 'template', template: 'store={门店编号}&table={桌号}' });
  });

  test('says nothing where no row has it', () => {
    expect(scene('门店编号,桌号 / ,1 / ,2')).toBe('table={桌号}');
  });
});

describe('a name is the one that the form of the purpose gives', () => {
  test.each([
    ['门店名称,桌号 / 人民店,1 / 人民店,2', '{门店名称} · {桌号} 号桌'],
    ['门店名称,门店编号,桌号 / 人民店,A01,1 / 人民店,A01,2', '{门店名称} · {桌号} 号桌'],
    ['门店,桌号 / 人民店,1 / 人民店,2', '{门店} · {桌号} 号桌'],
    ['门店编号,桌号 / A01,1 / A02,1', '{门店编号} · {桌号} 号桌'],
    ['桌号 / 1 / 2', '{桌号} 号桌'],
    ['商品名称,商品编号 / 豆,1024 / 茶,1025', '{商品名称}'],
    ['姓名,工号,门店 / 王,0078,A01 / 李,0079,A01', '{姓名} · {门店}'],
    ['活动名称,活动编号,渠道 / 上新,s26,poster / 上新,s26,flyer', '{活动名称} · {渠道}'],
  ])('%s → %s', (table, template) => {
    expect(name(table)).toBe(template);
  });

  test('letter by letter as for one code', () => {
    const values = { shop: '人民店', store: '', table: '1' };
    const template = name('门店名称,桌号 / 人民店,1 / 人民店,2');
    expect(template.replace('{门店名称}', '人民店').replace('{桌号}', '1')).toBe(
      suggestName(BUILT_IN.table, values),
    );
  });

  test('in the words of a team’s own purpose, whose braces are no columns', () => {
    const desk = { ...BUILT_IN.table, nameTemplate: '} {table} · {shop}' };
    expect(name('门店名称,桌号 / 人民店,1 / 人民店,2', [desk])).toBe('}} {桌号} · {门店名称}');
  });

  test.each([
    ['that the rows would share', '商品名称,商品编号 / 豆,1 / 豆,2 / 豆,3', '商品名称'],
    ['where the table has names of its own', '码名称,门店编号,桌号 / 一,A01,1 / 二,A01,2', '码名称'],
    ['where no purpose asks for the columns', '楼栋,房号 / 1,101 / 1,102 / 2,101', ''],
  ])('not %s', (_, table, expected) => {
    expect(name(table)).toBe(expected);
  });
});
