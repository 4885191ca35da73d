import { describe, expect, test } from 'vitest';
import { columnsOf } from './columns';
import { guessPlan } from './guess-plan';
import { sequenceTable } from '@/lib/batches/table/sequence';

/** Columns and rows as one text: `桌号,门店 / 1,北京 / 2,上海`. */
function guess(text: string) {
  const [columns = [], ...rows] = text.split(' / ').map((line) => line.split(','));
  const { endpoint, fields } = guessPlan(
    columnsOf({ columns, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }),
    [],
  ).plan;
  const described = Object.entries(fields).map(([field, source]) => {
    if (source?.from === 'column') return `${field}: ${columns[source.column]}`;
    return `${field}: ${source?.from === 'template' ? source.template : ''}`;
  });
  return `${endpoint}; ${described.sort().join('; ')}`;
}

describe('a first mapping', () => {
  test.each([
    ['scene,name,note / A1,一,x', 'getwxacodeunlimit; name: name; note: note; scene: scene'],
    ['名称,场景值,备注 / 一,A1,x', 'getwxacodeunlimit; name: 名称; note: 备注; scene: 场景值'],
    [
      'Scene（必填）,Page,宽度 / A1,pages/a,430',
      'getwxacodeunlimit; page: Page; scene: Scene（必填）; width: 宽度',
    ],
    [
      'scene,check_path,env version / A1,是,正式版',
      'getwxacodeunlimit; checkPath: check_path; envVersion: env version; scene: scene',
    ],
  ])('goes by what columns are called: %s', (table, plan) => {
    expect(guess(table)).toBe(plan);
  });

  test.each([
    ['桌号 / A1 / A2', 'getwxacodeunlimit; scene: 桌号'],
    ['序列,值 / x,A1 / x,A2', 'getwxacodeunlimit; scene: 值'],
    ['门店编号,门店名称 / 21,北京店 / 22,上海店', 'getwxacodeunlimit; name: 门店名称; scene: 门店编号'],
    ['门店名称,编号 / 北京店,21 / 上海店,22', 'getwxacodeunlimit; name: 门店名称; scene: 编号'],
    ['store,table / 1,1 / 1,2 / 2,1', 'getwxacodeunlimit; scene: {store}-{table}'],
    ['员工 / 张三 / 李四', 'getwxacodeunlimit; scene: 员工'],
    [
      '物料编码,物料描述 / M1,不锈钢杯 500ml / M2,玻璃杯 300ml',
      'getwxacodeunlimit; name: 物料描述; scene: 物料编码',
    ],
    ['桌号,描述 / T1,靠窗 / T2,靠门 / T3,靠窗', 'getwxacodeunlimit; note: 描述; scene: 桌号'],
    [
      '上级机构名称,机构代码,机构名称 / 总行,J1,一支行 / 总行,J2,二支行 / 总行,J3,三支行',
      'getwxacodeunlimit; name: 机构名称; scene: 机构代码',
    ],
    // A row that is there twice and a cell that is empty are mistakes, and no reason to take the store alone.
    [
      `门店名称,门店编号,桌号 / ${Array.from({ length: 20 }, (_, row) => `${row < 10 ? '北京店,A' : '上海店,B'},${row % 10 || ''}`).join(' / ')} / 上海店,B,9`,
      'getwxacodeunlimit; name: {门店名称}-{桌号}; scene: {门店编号}-{桌号}',
    ],
    ['楼号,房号 / 1栋,101 / 1栋,102 / 2栋,101', 'getwxacodeunlimit; scene: 房号'],
  ])('goes by what tells the rows apart where no column is called a scene: %s', (table, plan) => {
    expect(guess(table)).toBe(plan);
  });

  test.each([
    ['路径,名称 / pages/a?x=1,一 / pages/a?x=2,二', 'getwxacode; name: 名称; path: 路径'],
    ['x,y / pages/a/b?t=1,一 / pages/a/b?t=2,二', 'getwxacode; path: x'],
    ['路径,scene / pages/a,A1 / pages/a,A2', 'getwxacodeunlimit; page: 路径; scene: scene'],
    ['桌号,地址 / A1,pages/a / A2,pages/a', 'getwxacodeunlimit; page: 地址; scene: 桌号'],
  ])('takes whole paths for paths, and others for pages: %s', (table, plan) => {
    expect(guess(table)).toBe(plan);
  });

  test('of number series joins them', () => {
    const one = { prefix: '', start: 1, count: 3, step: 1, pad: 0, suffix: '' };
    const { table } = sequenceTable([
      { ...one, name: '店' },
      { ...one, name: '桌' },
    ]);
    expect(guessPlan(columnsOf(table), []).plan.fields).toEqual({
      scene: { from: 'template', template: '{店}-{桌}' },
    });
  });
});
