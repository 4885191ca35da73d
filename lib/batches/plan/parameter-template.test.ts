import { describe, expect, test } from 'vitest';
import type { DeclaredParameter } from '@/lib/apps/parameters/declaration';
import { columnsByName, parameterTemplate } from './parameter-template';

const parameter = (name: string, more: Partial<DeclaredParameter> = {}): DeclaredParameter => ({
  ...{ name, short: '', type: 'text', isCompact: false, choices: [] },
  ...{ isRequired: true, isRemoved: false, ...more },
});
const STORE = parameter('store', { short: 's' });
const TABLE = parameter('table');
const FROM = parameter('from', { isRequired: false });
const ALL = [FROM, STORE, TABLE];

describe('the template of declared parameters', () => {
  test.each([
    [
      'those that are required, in their order',
      { store: '门店', table: '桌号' },
      'store={门店}&table={桌号}',
    ],
    ['one that a row may lack behind them', { from: '来源', table: '桌号' }, 'table={桌号}{?&from={来源}}'],
    ['none without a column', { table: '桌号' }, 'table={桌号}'],
    ['nothing of nothing', {}, ''],
  ])('has %s', (_, columns, template) => {
    expect(parameterTemplate(ALL, new Map(Object.entries(columns)))).toBe(template);
  });

  test('separates two that rows may lack', () => {
    const optional = [FROM, parameter('to', { isRequired: false })];
    const columns = new Map([
      ['from', 'a'],
      ['to', 'b'],
    ]);
    expect(parameterTemplate(optional, columns)).toBe('{?&from={a}}{?&to={b}}');
  });
});

describe('the columns of a template by the names of parameters', () => {
  test.each([
    ['by their names', 'store={门店}&table={桌号}', { store: '门店', table: '桌号' }],
    ['by a short name', 's={门店}&table={桌号}', { store: '门店', table: '桌号' }],
    ['of a part that a row may lack', 'table={桌号}{?&from={来源}}', { table: '桌号', from: '来源' }],
    ['without one that nobody declared', 'store={门店}&x={别的}', { store: '门店' }],
    ['of nothing', '', {}],
  ])('are found %s', (_, template, columns) => {
    const found = columnsByName(template, ALL);
    expect(Object.fromEntries(found ?? [['none', '']])).toEqual(columns);
  });

  test.each([
    'store={门店}-{桌号}',
    'store=A{门店}',
    'x store={门店}',
    'store={门店}&',
    '{门店}',
    'store=1',
    'store={门店}!',
  ])('are none where it says more: %s', (template) => {
    expect(columnsByName(template, ALL)).toBeNull();
  });
});
