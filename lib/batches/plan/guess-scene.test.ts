import { describe, expect, test } from 'vitest';
import { columnsOf } from './columns';
import { guessName } from './guess-name';
import { fromColumn, fromColumns, guessScene, subjectOf, together } from './guess-scene';

/** A table as one text: `桌号,门店 / 1,北京 / 2,上海`. */
function columns(text: string) {
  const [names = [], ...rows] = text.split(' / ').map((line) => line.split(','));
  return columnsOf({ columns: names, rows: rows.map((cells, at) => ({ line: at + 2, cells })) });
}

const scene = (text: string) => guessScene(columns(text)).map(({ name }) => name);

function name(text: string, sceneNames: string[]): string[] {
  const read = columns(text);
  const sceneColumns = read.filter((column) => sceneNames.includes(column.name));
  return guessName(read, sceneColumns).map((column) => column.name);
}

/** Rows of which the first cell has so many different values. */
const rowsWith = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join(' / ');

describe('the columns that tell rows apart', () => {
  test.each([
    [
      'an identifier with a name of the same thing before another',
      '房号,门店编号,门店名称 / 1,A,甲 / 2,B,乙',
      '门店编号',
    ],
    ['an identifier before one of nothing', '编号,房号 / X1,1 / X2,2', '房号'],
    ['one of nothing before a subject', '门店,编号 / A,X7 / B,X8', '编号'],
    ['a subject before one that only counts the rows', '编号,门店 / 1,A / 2,B', '门店'],
    ['one that only counts the rows before what nobody knows', '甲项,编号 / A,1 / B,2', '编号'],
    ['what nobody knows, where it may stand in a scene', '甲项,乙项 / 东,A1 / 西,A2', '乙项'],
    ['a name that may stand in a scene', '名称,城市 / East,沪 / West,沪', '名称'],
    ['repeated by mistake: four of five', '门店编号,甲项 / A,1a / B,2a / C,3a / D,4a / D,5a', '门店编号'],
    ['two together before one with mistakes', '门店编号,桌号 / A,1 / B,1 / C,1 / D,1 / D,2', '门店编号 桌号'],
    ['in the order of the table', '桌号,门店编号 / 1,A / 2,A / 1,B', '桌号 门店编号'],
    ['three together', '门店编号,桌号,座号 / A,1,1 / A,1,2 / A,2,1 / B,1,1', '门店编号 桌号 座号'],
    ['with a region', '区域,桌号 / E,1 / E,2 / W,1', '区域 桌号'],
    ['not the subject again beside its identifier', '门店编号,门店,桌号 / A,a,1 / A,b,1 / B,a,2', '门店编号'],
    ['the first that fits, where nothing tells them apart', '门店编号,桌号 / A,1 / A,1 / A,1', '门店编号'],
    [
      'the number of the row, where nothing else is there',
      '序号,电话 / 1,13800000001 / 2,13800000002',
      '序号',
    ],
    ['the most telling of the others', '甲项,乙项 / 东,南 / 东,北 / 东,南', '乙项'],
  ])('%s', (_, text, expected) => {
    expect(scene(text).join(' ')).toBe(expected);
  });

  test('are none of no columns', () => {
    expect(guessScene([])).toEqual([]);
  });

  test.each([
    ['80 of 100', 80, ['门店编号']],
    ['79 of 100', 79, ['甲项']],
  ])('one with mistakes tells them where it has %s different values', (_, different, expected) => {
    const rows = rowsWith(100, (at) => `A${at % different},k${at}`);
    expect(scene(`门店编号,甲项 / ${rows}`)).toEqual(expected);
  });

  test('no column with braces in its name stands in a template', () => {
    expect(scene('门店{编号},桌号 / A,1 / A,2 / B,1 / B,2')).toHaveLength(1);
    expect(scene('门店{编号},桌号,座号 / A,1,1 / A,1,2 / A,2,1 / B,2,2')).toEqual(['桌号', '座号']);
  });

  test('columns that are too long together do not stand together', () => {
    const [store, table] = ['s'.repeat(16), 't'.repeat(15)];
    const rows = (more: string) =>
      `${store},${table}1${more} / ${store},${table}2${more} / S,${table}1${more}`;
    expect(scene(`门店编号,桌号 / ${rows('')}`)).toEqual(['门店编号']);
    const short = `${store},${table.slice(1)}1 / ${store},${table.slice(1)}2 / S,${table.slice(1)}1`;
    expect(scene(`门店编号,桌号 / ${short}`)).toEqual(['门店编号', '桌号']);
  });
});

test('columns become a source, and texts of a template', () => {
  const read = columns('门店,桌号 / A,1 / B,2');
  expect(fromColumns(read)).toEqual({ from: 'template', template: '{门店}-{桌号}' });
  expect(read.map(fromColumn)).toEqual([
    { from: 'column', column: 0 },
    { from: 'column', column: 1 },
  ]);
  expect(together(read)).toEqual(['A-1', 'B-2']);
  expect(together([])).toEqual([]);
});

test.each([
  ['门店编号', 'store'],
  ['门店', 'store'],
  ['门店名称', 'store'],
  ['编号', null],
  ['电话', null],
  ['xyz', null],
])('%s speaks of %s', (header, subject) => {
  expect(columns(`${header} / 甲`).map(subjectOf)).toEqual([subject]);
});

describe('what people call the codes by', () => {
  test.each([
    ['the name of what the scene numbers', '商品名称,门店名称,门店编号 / 豆,甲店,A / 茶,乙店,B', '门店名称'],
    [
      'a name of the code before that',
      '门店名称,小程序码名称,门店编号 / 甲店,一码,A / 乙店,二码,B',
      '小程序码名称',
    ],
    ['a bare name before that of something else', '商品名称,名称,门店编号 / 豆,东店,A / 茶,西店,B', '名称'],
    ['a better name of the same thing', '门店简称,门店名称,门店编号 / 甲,东店,A / 乙,西店,B', '门店名称'],
    ['a subject that people can read', '门店,甲项,桌号 / 东店,子丑,1 / 西店,寅卯,2', '门店'],
    ['what nobody knows and people can read', '甲项,桌号 / 东店,1 / 西店,2', '甲项'],
    ['nothing of machines', '甲项,桌号 / X1-0,1 / X2-0,2', ''],
    ['nothing of one letter', '甲项,桌号 / 东,1 / 西,2', ''],
    ['nothing without values', '门店名称,桌号 / ,1 / ,2', ''],
  ])('%s', (_, text, expected) => {
    const sceneNames = text.includes('门店编号') ? ['门店编号'] : ['桌号'];
    expect(name(text, sceneNames).join(' ')).toBe(expected);
  });

  test.each([
    ['The Pier', true],
    ['Pier 12', true],
    ['Pier', true],
    ['pier', true],
    ['PIER', false],
    ['P 12', false],
    ['SH001', false],
    ['码头', true],
    ['x'.repeat(41), false],
    ['y'.repeat(40), true],
  ])('%s is written for people: %s', (value, isReadable) => {
    expect(name(`甲项,桌号 / ${value},1`, ['桌号'])).toEqual(isReadable ? ['甲项'] : []);
  });

  test('most of the values must be so', () => {
    expect(name('甲项,桌号 / 东店,1 / X1,2', ['桌号'])).toEqual([]);
    expect(name('甲项,桌号 / 东店,1 / 西店,2 / X1,3', ['桌号'])).toEqual(['甲项']);
    expect(name('甲项,桌号 / 东店,1 / ,2 / 西店,3', ['桌号'])).toEqual(['甲项']);
  });

  test('with the table behind it where many rows share it', () => {
    expect(name('门店名称,桌号 / 东店,1 / 东店,2', ['桌号'])).toEqual(['门店名称', '桌号']);
    expect(name('门店名称,门店编号,桌号 / 东店,A,1 / 东店,A,2', ['桌号'])).toEqual(['门店名称', '桌号']);
    expect(name('门店名称,{桌号} / 东店,1 / 东店,2', ['{桌号}'])).toEqual(['门店名称']);
  });

  test.each([
    ['80 of 100', 80, ['门店名称']],
    ['79 of 100', 79, ['门店名称', '桌号']],
  ])('alone where it has %s different values', (_, different, expected) => {
    const rows = rowsWith(100, (at) => `店${at % different},${at}`);
    expect(name(`门店名称,桌号 / ${rows}`, ['桌号'])).toEqual(expected);
  });

  test('alone where it is called a name and nothing more', () => {
    expect(name('名称,桌号 / 东店,1 / 东店,2', ['桌号'])).toEqual(['名称']);
  });

  test('alone where it could stand in no template', () => {
    expect(name('门店名称{x},桌号 / 东店,1 / 东店,2', ['桌号'])).toEqual(['门店名称{x}']);
  });

  test('the number that they are known by, beside a scene that is called so', () => {
    expect(name('scene,门店编号 / a=1,A / a=2,B', ['scene'])).toEqual(['门店编号']);
    expect(name('scene,门店编号 / a=1,A / a=2,A', ['scene'])).toEqual([]);
    expect(name('桌号,门店编号 / 1,A / 2,B', ['桌号'])).toEqual([]);
  });
});
