import { describe, expect, test } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import { builtInPurposes } from '@/lib/purposes/built-in';
import { buildScene } from '@/lib/purposes/build';
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

function scene(text: string, purposes: PurposeDefinition[] = Object.values(BUILT_IN)): string {
  const read = columns(text);
  const source = guessPlan(read, purposes).plan.fields.scene;
  if (source?.from === 'column') return `${read[source.column]?.name}`;
  return source?.from === 'template' ? source.template : '';
}

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

  test('and a store that many rows lack does not make them wrong', () => {
    expect(scene('门店编号,桌号 / A01,12 / ,13 / A01,14')).toBe('table={桌号}');
  });
});
