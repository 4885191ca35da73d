import { describe, expect, test } from 'vitest';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { currentCells } from './current-cells';

const scene = (template: string, encode?: 'base64url') => ({
  fields: { scene: { from: 'template' as const, template, encode } },
});
const TABLE: Pick<BatchPlan, 'fields'> = {
  fields: {
    scene: { from: 'template', template: 'store={门店编号}{?&table={桌号}}' },
    name: { from: 'template', template: '{门店名称} · {桌号} 号桌' },
  },
};
const row = {
  columns: { 门店名称: '徐家汇店', 门店编号: 'A01', 桌号: '200号桌', 备注: '靠窗' },
  parameters: { scene: 'store=A01&table=200' },
};
const code = (changes: { name?: string; scene?: string; path?: string | null; page?: string | null }) => ({
  ...{ name: '随便', scene: null, path: null, page: null, ...changes },
});

describe('the cells of a row whose code was replaced', () => {
  test('say what the new code holds, and keep what was not sent', () => {
    const replaced = code({ scene: 'store=A01&table=999', name: '徐家汇店 · 999 号桌' });
    expect(currentCells(TABLE, row, replaced)).toEqual({
      columns: { ...row.columns, 桌号: '999号桌' },
      isOutdated: false,
    });
  });

  test('say what it is called now', () => {
    const replaced = code({ scene: 'store=A02&table=200', name: '静安寺店 · 200 号桌' });
    expect(currentCells(TABLE, row, replaced).columns).toEqual({
      ...row.columns,
      ...{ 门店名称: '静安寺店', 门店编号: 'A02' },
    });
  });

  test('of a name of somebody’s own take nothing', () => {
    expect(currentCells(TABLE, row, code({ scene: 'store=A01&table=7' })).columns).toEqual({
      ...row.columns,
      桌号: '7号桌',
    });
  });

  test('of a column, and of values that were percent-encoded, are read back as they were written', () => {
    const plan: Pick<BatchPlan, 'fields'> = {
      fields: {
        path: { from: 'template', template: 'pages/a?id={货号}', encode: 'percent' },
        page: { from: 'column', column: 1 },
      },
    };
    const path = {
      columns: { 货号: '茶&1', 页面: 'pages/a' },
      parameters: { path: 'pages/a?id=%E8%8C%B6%261' },
    };
    expect(currentCells(plan, path, code({ path: 'pages/a?id=%E8%B1%86', page: 'pages/b' }))).toEqual({
      columns: { 货号: '豆', 页面: 'pages/b' },
      isOutdated: false,
    });
  });

  test.each([
    ['another scene than the table makes', TABLE, 'seat=9'],
    ['a scene in other characters', scene('{桌号}', 'base64url'), 'YQ'],
    ['two columns side by side', scene('{门店编号}{桌号}'), 'A01999'],
  ])('are as they were, and told of, for %s', (_, plan, to) => {
    expect(currentCells(plan, row, code({ scene: to }))).toEqual({ columns: row.columns, isOutdated: true });
  });
});
