import { describe, expect, test } from 'vitest';
import type { BatchPlan, RowField } from '@/lib/batches/plan/plan';
import { DEFAULT_LOOK } from '@/lib/batches/plan/plan';
import { judgeRows } from './judge';
import { groupMends } from './group-problems';
import { mend } from './mend';

describe('a value with one cure', () => {
  test.each<[RowField, string, string]>([
    ['page', '/pages/index/index', 'pages/index/index'],
    ['page', '//pages/a', 'pages/a'],
    ['page', 'https://example.com/pages/a', 'pages/a'],
    ['page', 'weixin://dl/business/?appid=wx1&path=pages%2Fa&query=x%3D1', 'pages/a'],
    ['page', 'pages/index/index?id=3', 'pages/index/index'],
    ['page', 'pages/index/index.html', 'pages/index/index'],
    ['page', '/pages/index.html?id=3#top', 'pages/index'],
    ['page', 'ｐａｇｅｓ／ａ', 'pages/a'],
    ['page', 'pages / a', 'pages/a'],
    ['path', 'https://example.com/pages/a?id=3', 'pages/a?id=3'],
    ['path', '/pages/a.html?id=3', 'pages/a?id=3'],
    ['scene', 'Ａ０１', 'A01'],
    ['scene', 'A 01', 'A01'],
    ['scene', 'id＝１，t：２', 'id=1,t:2'],
    ['scene', 'id%3D12%26t%3D3', 'id=12&t=3'],
    ['scene', 'A1。', 'A1.'],
    ['scene', 'store=A02&table=５号', 'store=A02&table=5'],
    ['scene', '15 号桌', '15'],
    ['scene', '第3桌', '3'],
    ['scene', 'A5号,12室', 'A5,12'],
    ['lineColor', 'red', '#ff0000'],
    ['lineColor', '红色', '#ff0000'],
    ['lineColor', '２５５，０，０', '255,0,0'],
    ['lineColor', '０', '#000000'],
    ['width', '４３０', '430'],
    ['width', '430x430', '430'],
    ['envVersion', ' 体 验 版', '体验版'],
    ['envVersion', '线上', 'release'],
    ['isHyaline', '有', 'true'],
    ['isHyaline', 'ＮＯ', 'NO'],
  ])('%s %j is meant as %j', (field, before, after) => {
    expect(mend(field, before)?.after).toBe(after);
  });

  test.each<[RowField, string]>([
    ['page', 'pages/index/index'],
    ['page', '#小程序://店/abc'],
    ['page', 'https://example.com/'],
    ['page', '首页'],
    ['path', 'pages/a?name=%E5%BA%97'],
    ['scene', 'id=12&t=3'],
    ['scene', '一号桌'],
    ['scene', '3楼5桌'],
    ['scene', '3台5'],
    ['scene', '5号楼'],
    ['scene', '5桌靠窗'],
    ['scene', 'x'.repeat(33)],
    ['lineColor', '#F00'],
    ['lineColor', '彩虹'],
    ['width', '12'],
    ['envVersion', 'Release'],
    ['isHyaline', '是'],
    ['name', '－５'],
  ])('%s %j is right, or only its author can mend it', (field, text) => {
    expect(mend(field, text)).toBeNull();
  });
});

describe('a table with links in its pages', () => {
  const table = {
    columns: ['门店编号', '页面'],
    rows: [
      ['S1', 'https://example.com/pages/a'],
      ['S2', '/pages/index/index'],
      ['', 'pages/index/index?id=3'],
      ['S4', 'pages/index/index'],
    ].map((cells, at) => ({ line: at + 2, cells })),
  };
  const plan: BatchPlan = {
    endpoint: 'getwxacodeunlimit',
    fields: { scene: { from: 'column', column: 0 }, page: { from: 'column', column: 1 } },
    look: DEFAULT_LOOK,
    policy: 'all',
  };
  const judge = (mends?: RowField[]) =>
    judgeRows({ appId: 'wx1', pathMaxBytes: 128 }, table, { ...plan, mends });

  test('is refused row by row, and says what one press would mend', async () => {
    const rows = await judge();
    expect(rows.map(({ verdict }) => verdict)).toEqual(['invalid', 'invalid', 'invalid', 'new']);
    expect(rows[0]?.issues).toEqual([{ field: 'page', key: 'batchIssues.pageLink', values: {} }]);
    expect(groupMends(rows.map((row) => ({ ...row, codeId: null })))).toEqual([
      {
        ...{ field: 'page', rows: 3, firstLine: 2, before: 'https://example.com/pages/a', after: 'pages/a' },
        ...{ dropped: 'id=3', droppedRows: 1 },
      },
    ]);
  });

  test('is made of what was meant once that is pressed; a lost query becomes an empty scene', async () => {
    const rows = await judge(['page']);
    expect(rows.map(({ parameters }) => parameters)).toMatchObject([
      { scene: 'S1', page: 'pages/a' },
      { scene: 'S2', page: 'pages/index/index' },
      { scene: 'id=3', page: 'pages/index/index' },
      { scene: 'S4', page: 'pages/index/index' },
    ]);
    expect(groupMends(rows.map((row) => ({ ...row, codeId: null })))).toMatchObject([
      { rows: 3, droppedRows: 0 },
    ]);
  });
});
