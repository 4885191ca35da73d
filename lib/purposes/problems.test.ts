import { describe, expect, test } from 'vitest';
import { builtInPurposes } from './built-in';
import { findProblems, roomOf, untold } from './problems';

const { table, campaign, blank } = builtInPurposes('zh-CN');
const B = { endpoint: 'getwxacodeunlimit' as const, page: '', pathMaxBytes: 128 };
const A = { ...B, endpoint: 'getwxacode' as const, page: 'pages/a' };

test('a scene is counted in characters, a path in bytes', () => {
  expect(roomOf(table, { table: '12' }, B)).toEqual({
    ...{ text: 'table=12', used: 8, max: 32, unit: 'characters' },
  });
  expect(roomOf(table, { table: '十' }, A)).toEqual({
    ...{ text: 'pages/a?table=%E5%8D%81', used: 23, max: 128, unit: 'bytes' },
  });
});

test('32 characters fit, and of 33 the longest field has to give one', () => {
  // `store=…&table=1` takes 14 characters beside the number of the store.
  expect(findProblems(table, { store: 'x'.repeat(18), table: '1' }, B)).toEqual({});
  expect(findProblems(table, { store: 'x'.repeat(19), table: '1' }, B)).toEqual({
    store: { key: 'tooLong', over: 1, unit: 'characters' },
  });
  expect(findProblems(table, { store: '', table: 'x'.repeat(123 - 'pages/a?table='.length + 6) }, A)).toEqual(
    {
      table: { key: 'tooLong', over: 1, unit: 'bytes' },
    },
  );
});

test('what a scene cannot carry is named, what is only in the name is free', () => {
  expect(findProblems(table, { shop: '人民广场店 & 100%', store: 'A 店', table: '1%1' }, B)).toEqual({
    store: { key: 'characters', characters: '␣ 店' },
    table: { key: 'characters', characters: '%' },
  });
  expect(findProblems(table, { table: '十二' }, A)).toEqual({});
});

test('a value with the signs that part parameters would be read as two', () => {
  expect(findProblems(table, { table: '1&store=2' }, B)).toEqual({
    table: { key: 'separator', characters: '& =' },
  });
  expect(findProblems(blank, { scene: 'id=1&b=2' }, B)).toEqual({});
});

test('what is required is asked for, and one parameter at least', () => {
  expect(findProblems(table, { store: 'A01', table: ' ' }, B)).toEqual({ table: { key: 'required' } });
  expect(findProblems(table, {}, B)).toEqual({ table: { key: 'required' } });
  const free = { ...campaign, fields: campaign.fields.map((field) => ({ ...field, required: false })) };
  expect(findProblems(free, { title: '春季上新' }, B)).toEqual({ act: { key: 'required' } });
  expect(findProblems(free, { channel: 'poster' }, B)).toEqual({});
});

describe('a field that was left out', () => {
  test.each([
    ['where only the name says which shop it is', { shop: '徐家汇店', table: '7' }, '门店名称'],
    ['where the shop has no name either', { table: '7' }, null],
    ['where it is filled in', { shop: '徐家汇店', store: 'XH', table: '7' }, null],
  ])('is asked for by the name of the other one %s', (_, values, label) => {
    const store = table.fields.find(({ key }) => key === 'store');
    expect(store && untold(table, store, values)).toBe(label);
  });
});
