import { describe, expect, test } from 'vitest';
import { splitPath } from '@/lib/codes/picture/split-path';
import { buildPath, buildScene, isBuilt, nextOf, nextValues, readTarget, suggestName } from './build';
import { builtInPurposes } from './built-in';
import { BUILT_IN_KEYS, type PurposeDefinition } from './purpose';

const { table, product, blank } = builtInPurposes('zh-CN');
const page = 'pages/table/index';
const values = { shop: '人民广场店', store: 'A01', table: '12' };

const unlimited = (scene: string) => ({ endpoint: 'getwxacodeunlimit' as const, scene, page, path: '' });
const whole = (path: string) => ({ endpoint: 'getwxacode' as const, scene: '', page: '', path });

describe('what the fields make', () => {
  test('is a scene of the parameters that are filled in, in the order of the fields', () => {
    expect(buildScene(table, values)).toBe('store=A01&table=12');
    expect(buildScene(table, { table: ' 12 ' })).toBe('table=12');
    expect(buildScene(table, {})).toBe('');
  });

  test('is for the other endpoints a path whose values are percent-encoded', () => {
    expect(buildPath(product, { id: '十&24', from: 'a=b' }, page)).toBe(
      'pages/table/index?id=%E5%8D%81%2624&from=a%3Db',
    );
    expect(buildPath(product, {}, page)).toBe(page);
    expect(buildPath(product, { id: '1' }, '')).toBe('');
  });

  test('is the text itself where a field has no name of its own', () => {
    expect(buildScene(blank, { scene: 'id=1024&from=poster' })).toBe('id=1024&from=poster');
  });
});

describe('what stands in a code already', () => {
  test('is read back into the fields that make exactly it', () => {
    expect(readTarget(table, unlimited('store=A01&table=12'))).toEqual({
      values: { store: 'A01', table: '12' },
      page,
    });
    expect(readTarget(product, whole(`${page}?id=%E5%8D%81%2624`))).toEqual({
      values: { id: '十&24', from: '' },
      page,
    });
    expect(readTarget(blank, unlimited('a=1&b'))).toEqual({ values: { scene: 'a=1&b' }, page });
  });

  test.each(['table=12&store=A01', 'store=A01&chair=4', 'store', 'store=&table=1'])(
    'is left alone when the fields would make something else: %s',
    (scene) => {
      expect(readTarget(table, unlimited(scene))).toBeNull();
    },
  );

  test('is left alone when its path is not spelled as ours', () => {
    expect(readTarget(product, whole(`/${page}?id=1`))).toBeNull();
    expect(readTarget(product, whole(`${page}?id=%zz`))).toBeNull();
    expect(readTarget(product, whole(`${page}?id=十`))).toBeNull();
  });

  test.each(BUILT_IN_KEYS)('goes there and back for %s', (key) => {
    const purpose = builtInPurposes('en')[key];
    const filled = Object.fromEntries(purpose.fields.map((field) => [field.key, field.example]));
    const scene = buildScene(purpose, filled);
    const path = buildPath(purpose, filled, page);
    expect(scene).not.toBe('');
    expect(isBuilt(purpose, filled, unlimited(scene))).toBe(true);
    expect(filled).toMatchObject(readTarget(purpose, unlimited(scene))?.values ?? { none: true });
    expect(splitPath(path).page).toBe(page);
    expect(filled).toMatchObject(readTarget(purpose, whole(path))?.values ?? { none: true });
  });
});

describe('the name that is suggested', () => {
  test('leaves out what is not filled in, and takes the first of several', () => {
    expect(suggestName(table, values)).toBe('人民广场店 · 12 号桌');
    expect(suggestName(table, { store: 'A01', table: '12' })).toBe('A01 · 12 号桌');
    expect(suggestName(table, { shop: '人民广场店' })).toBe('人民广场店');
    expect(suggestName(table, {})).toBe('');
  });

  test('is a template of any words', () => {
    const purpose: PurposeDefinition = { ...table, nameTemplate: '桌贴 · {shop}（{store|table}）' };
    expect(suggestName(purpose, values)).toBe('桌贴 · 人民广场店（A01）');
    expect(suggestName(purpose, {})).toBe('桌贴');
  });
});

describe('another one like it', () => {
  test.each([
    ['9', '10'],
    ['09', '10'],
    ['A099', 'A100'],
    ['B2-07号', 'B2-08号'],
    ['12345678901234567890', '12345678901234567891'],
    ['露台', '露台'],
    ['', ''],
  ])('has after %j the number %j', (value, next) => {
    expect(nextOf(value)).toBe(next);
  });

  test('counts only where the purpose counts', () => {
    expect(nextValues(table, values)).toEqual({ shop: '人民广场店', store: 'A01', table: '13' });
    expect(nextValues(product, { id: '1024' })).toEqual({ id: '1024' });
  });
});
