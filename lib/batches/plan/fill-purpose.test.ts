import { describe, expect, test } from 'vitest';
import { builtInPurposes } from '@/lib/purposes/built-in';
import type { PurposeDefinition, PurposeField } from '@/lib/purposes/purpose';
import { columnsOf } from './columns';
import { fillPurpose, isEverLeft, isFilled, isOptional, joinParts, tokenOf, type Part } from './fill-purpose';

const BUILT_IN = builtInPurposes('zh-CN');

/** A table as one text: `桌号,门店 / 1,北京 / 2,上海`. */
function columns(text: string) {
  const [names = [], ...rows] = text.split(' / ').map((line) => line.split(','));
  return columnsOf({ columns: names, rows: rows.map((cells, at) => ({ line: at + 2, cells })) });
}

/** The column of a list with these cells. */
function columnWith(...cells: string[]) {
  const rows = cells.map((cell, at) => ({ line: at + 2, cells: [cell] }));
  const [only] = columnsOf({ columns: ['桌号'], rows });
  if (!only) throw new Error('no column');
  return only;
}

const field = (more: Partial<PurposeField>): PurposeField => ({
  ...{ key: 'k', label: '别的', example: '', parameter: 'k', required: false, counts: false, ...more },
});
const purposeOf = (...fields: PurposeField[]): PurposeDefinition => ({ ...BUILT_IN.table, fields });

const filled = (text: string, purpose = BUILT_IN.table) =>
  fillPurpose(purpose, columns(text)).map((one) => `${one.field.key}=${one.column.name}`);

describe('what a purpose asks for is answered by', () => {
  test.each([
    [
      'names and numbers',
      '门店名称,门店编号,桌号 / 人民店,A01,1',
      ['shop=门店名称', 'store=门店编号', 'table=桌号'],
    ],
    ['a subject that holds numbers', '门店,桌号 / A01,1 / A02,1', ['store=门店', 'table=桌号']],
    ['a subject that holds names', '门店,桌号 / 人民店,1 / 徐汇店,1', ['shop=门店', 'table=桌号']],
    ['the number before the bare subject', '门店,门店编号,桌号 / 1,A01,1', ['store=门店编号', 'table=桌号']],
    ['the parameter, called so', 'store,门店编号,桌号 / A,B,1', ['store=store', 'table=桌号']],
    ['the parameter in capitals', ' STORE ,门店编号,桌号 / A,B,1', ['store=STORE', 'table=桌号']],
    ['the first of two that are as good', '桌号,台号 / 1,2', ['table=桌号']],
    ['nothing that is empty', '门店编号,桌号 / ,1 / ,2', ['table=桌号']],
    ['nothing of another subject', '房号,价格 / 101,3', []],
  ])('%s', (_, text, expected) => {
    expect(filled(text).map((one) => one.replace(' STORE ', 'STORE'))).toEqual(expected);
  });

  test('nothing that has braces in its name, or parameters in its cells', () => {
    expect(filled('桌号{x},房号 / 1,2')).toEqual([]);
    expect(filled('桌号 / t=1 / t=2')).toEqual([]);
    expect(filled('桌号 / 1&2 / 1&3')).toEqual([]);
  });

  test('one mistake in three cells is none, two are too many', () => {
    expect(filled('桌号 / 1 / 2 / 靠窗')).toEqual(['table=桌号']);
    expect(filled('桌号 / 1 / 靠门 / 靠窗')).toEqual([]);
  });

  test('a text that no scene can hold, where it is only in the name', () => {
    const purpose = purposeOf(field({ key: 'n', label: '门店名称', parameter: null }));
    expect(filled('门店名称 / 人民店 / 徐汇店', purpose)).toEqual(['n=门店名称']);
    expect(filled('门店编号 / A1 / A2', purpose)).toEqual([]);
  });

  test('a field whose label tells nothing, by its parameter', () => {
    const purpose = purposeOf(field({ label: '写什么', parameter: 'table_no' }));
    expect(filled('桌号 / 1 / 2', purpose)).toEqual(['k=桌号']);
  });

  test('no number, where the label asks for a name', () => {
    const purpose = purposeOf(field({ label: '门店名称', parameter: 'store_id' }));
    expect(filled('门店编号 / A1 / A2', purpose)).toEqual([]);
  });

  test('nothing, where the field says of nothing that it is', () => {
    expect(filled('编号 / A1 / A2', purposeOf(field({ label: '编号', parameter: 'x' })))).toEqual(['k=编号']);
    expect(filled('名称 / 甲 / 乙', purposeOf(field({ label: '写什么', parameter: null })))).toEqual([]);
  });
});

describe('rows that lack a cell', () => {
  const gaps = (empty: number, all: number) =>
    columnWith(...Array.from({ length: all }, (_, at) => (at < empty ? '' : `A${at}`)));

  test.each([
    [0, 1, true],
    [1, 10, true],
    [1, 4, false],
    [1, 5, true],
    [2, 5, false],
    [2, 19, false],
    [2, 20, true],
  ])('%i of %i: a mistake and no gap: %s', (empty, all, expected) => {
    expect(isFilled(gaps(empty, all))).toBe(expected);
  });

  test.each([
    ['many gaps', 2, 4, false, true, true],
    ['one gap', 1, 20, false, false, true],
    ['no gap', 0, 20, false, false, false],
    ['many gaps where it must be', 2, 4, true, false, false],
  ])('%s', (_, empty, ...[all, required, optional, everLeft]) => {
    const one = { field: field({ required }), column: gaps(empty, all) };
    expect([isOptional(one), isEverLeft(one)]).toEqual([optional, everLeft]);
  });
});

describe('parts of one template', () => {
  const must = (text: string): Part => ({ text, isLeft: false });
  const may = (text: string): Part => ({ text, isLeft: true });
  test.each([
    ['all are there', [must('a'), must('b')], 'a&b'],
    ['the second may be left out', [must('a'), may('b')], 'a{?&b}'],
    ['the first may be left out', [may('a'), must('b')], '{?a&}b'],
    ['both sides may', [may('a'), must('b'), may('c')], '{?a&}b{?&c}'],
    ['two before', [may('a'), may('b'), must('c')], '{?a&}{?b&}c'],
    ['one alone', [must('a')], 'a'],
    ['a row might have none', [may('a'), may('b')], null],
    ['none', [], null],
  ])('where %s', (_, parts, template) => {
    expect(joinParts(parts, '&')).toBe(template);
  });

  test('are columns in braces', () => {
    expect(tokenOf(columnWith('1'))).toBe('{桌号}');
  });
});
