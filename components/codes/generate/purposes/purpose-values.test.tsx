import { describe, expect, test } from 'vitest';
import { builtInPurposes } from '@/lib/purposes/built-in';
import { BUILT_IN_KEYS, type Purpose } from '@/lib/purposes/purpose';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';
import { toInput } from '@/components/codes/generate/to-input';
import { withEndpoint } from '@/components/codes/generate/use-choose-endpoint';
import { rebuilt, toPurposeView, withApp, withFields, withPage, withPurpose } from './purpose-values';
import { placeErrors } from './place-errors';
import { withSize } from './size-values';
import { countsUp, startValues, type FormSource } from './start-values';

const APP = 'app';
const PAGE = 'pages/table/index';
const purposes = BUILT_IN_KEYS.map((key): Purpose => {
  const pages: Record<string, string> = key === 'table' ? { [APP]: PAGE, other: 'pages/t' } : {};
  return { key, origin: 'builtIn', hidden: false, pages, ...builtInPurposes('zh-CN')[key] };
});
const purposeOf = (key: string): Purpose => {
  const found = purposes.find((one) => one.key === key);
  if (!found) throw new Error(`There is no purpose ${key}.`);
  return found;
};
const table = purposeOf('table');
const product = purposeOf('product');
const blank = purposeOf('blank');

type Step = (values: GenerateFormValues) => Partial<GenerateFormValues>;

/** The form after these steps, each as the form applies it. */
const after = (start: GenerateFormValues, ...steps: Step[]) =>
  steps.reduce<GenerateFormValues>((values, step) => ({ ...values, ...step(values) }), start);
const begin = () => startValues({ miniProgramId: APP }, purposes);
const fill =
  (purpose: Purpose, fields: Record<string, string>): Step =>
  (values) =>
    withFields(purpose, values, { ...values.fields, ...fields });
const toAll: Step = () => ({ view: 'all' });
const toShort: Step = (values) => toPurposeView(table, values);

describe('the short form', () => {
  test('begins with the first purpose, its page and its size', () => {
    expect(begin()).toMatchObject({
      ...{ view: 'purpose', purpose: 'table', endpoint: 'getwxacodeunlimit', page: PAGE },
      ...{ printCm: 8, width: 945, name: '', scene: '' },
    });
    const hidden = purposes.map((one) => (one.key === 'table' ? { ...one, hidden: true } : one));
    expect(startValues({ miniProgramId: APP }, hidden).purpose).toBe('product');
    expect(startValues({ miniProgramId: APP, purpose: 'employee' }, purposes).purpose).toBe('employee');
    expect(startValues({ miniProgramId: APP, endpoint: 'getwxacode' }, purposes)).toMatchObject({
      ...{ view: 'all', endpoint: 'getwxacode', purpose: 'blank' },
    });
  });

  test('builds name, scene and path from its fields', () => {
    const values = after(begin(), fill(table, { shop: '人民广场店', store: 'A01', table: '12' }));
    expect(values).toMatchObject({
      ...{ name: '人民广场店 · 12 号桌', scene: 'store=A01&table=12' },
      path: `${PAGE}?store=A01&table=12`,
    });
    expect(toInput(values, table)).toEqual({
      ...{ miniProgramId: APP, name: '人民广场店 · 12 号桌', note: '', endpoint: 'getwxacodeunlimit' },
      replaces: null,
      ...{ scene: 'store=A01&table=12', page: PAGE, checkPath: true, width: 945 },
      ...{ autoColor: false, lineColor: { r: 0, g: 0, b: 0 }, isHyaline: false, envVersion: 'release' },
      purpose: { key: 'table', values: { shop: '人民广场店', store: 'A01', table: '12' }, printCm: 8 },
    });
  });

  test('leaves a name of one’s own alone, until it is emptied', () => {
    const own = after(
      begin(),
      fill(table, { table: '12' }),
      () => ({ name: '露台' }),
      fill(table, { table: '13' }),
    );
    expect(own.name).toBe('露台');
    expect(after(own, () => ({ name: '' }), fill(table, { table: '14' })).name).toBe('14 号桌');
  });

  test('takes what was typed along to another purpose and back', () => {
    const values = after(begin(), fill(table, { shop: '人民广场店', table: '12' }));
    const away = after(values, (now) => withPurpose(table, product, now), fill(product, { id: '7' }));
    expect(away).toMatchObject({ scene: 'id=7', name: '7', page: '', printCm: 5, width: 591 });
    const back = after(away, (now) => withPurpose(product, table, now));
    expect(back).toMatchObject({ ...values, fields: { shop: '人民广场店', table: '12', id: '7' } });
  });

  test('changes the page with the Mini Program, but not one that was typed', () => {
    expect(after(begin(), (now) => withApp(table, now, 'other'))).toMatchObject({
      ...{ miniProgramId: 'other', page: 'pages/t', path: 'pages/t' },
    });
    const typed = after(begin(), (now) => withPage(table, now, 'pages/mine'));
    expect(after(typed, (now) => withApp(table, now, 'other')).page).toBe('pages/mine');
  });

  test('makes pixels of a size, as many as WeChat gives at most', () => {
    expect(withSize(8)).toEqual({ printCm: 8, width: 945 });
    expect(withSize(30)).toEqual({ printCm: 30, width: 1280 });
    expect(withSize(2)).toEqual({ printCm: 2, width: 280 });
    expect(withSize(null)).toEqual({ printCm: null });
  });
});

describe('all parameters', () => {
  const filled = after(begin(), fill(table, { shop: '人民广场店', store: 'A01', table: '12' }));

  test('show what the fields made, and the short form has it all when one comes back', () => {
    expect(after(filled, toAll, toShort)).toEqual(filled);
    const colored = after(filled, toAll, () => ({ isHyaline: true, note: '备注' }), toShort);
    expect(colored).toEqual({ ...filled, isHyaline: true, note: '备注' });
  });

  test('a scene that is changed there becomes what the fields say', () => {
    const changed = after(filled, toAll, () => ({ scene: 'store=B2&table=7', page: 'pages/x' }), toShort);
    expect(changed).toMatchObject({
      ...{ view: 'purpose', page: 'pages/x', name: '人民广场店 · 7 号桌' },
      fields: { shop: '人民广场店', store: 'B2', table: '7' },
    });
  });

  test('a scene that no fields make stays as it is, until the fields are wanted again', () => {
    const own = after(filled, toAll, () => ({ scene: 'seat=7' }), toShort, fill(table, { table: '8' }));
    expect(own).toMatchObject({ scene: 'seat=7', fields: { table: '8' }, name: '人民广场店 · 8 号桌' });
    expect(after(own, (now) => rebuilt(table, now)).scene).toBe('store=A01&table=8');
  });

  test('another endpoint keeps where a scan leads, and the short form goes on with it', () => {
    const path = after(filled, toAll, (now) => withEndpoint(now, 'getwxacode'));
    expect(path).toMatchObject({ path: `${PAGE}?store=A01&table=12`, scene: 'store=A01&table=12' });
    const back = after(path, toShort, fill(table, { table: '十二' }));
    expect(toInput(back, table)).toMatchObject({
      ...{ endpoint: 'getwxacode', path: `${PAGE}?store=A01&table=%E5%8D%81%E4%BA%8C` },
      purpose: { key: 'table' },
    });
    const typed = { ...startValues({ miniProgramId: APP, endpoint: 'getwxacode' }, purposes), path: 'p?a=1' };
    expect(withEndpoint(typed, 'getwxacodeunlimit')).toMatchObject({ page: 'p', scene: 'a=1' });
  });

  test('keep the purpose only with what its fields made', () => {
    expect(toInput({ ...filled, view: 'all' }, table).purpose).toMatchObject({ key: 'table' });
    expect(toInput({ ...filled, view: 'all', scene: 'seat=7' }, table).purpose).toBeNull();
    expect(
      toInput(startValues({ miniProgramId: APP, endpoint: 'getwxacode' }, purposes), blank).purpose,
    ).toBeNull();
  });
});

describe('another one like a stored code', () => {
  const parameters = {
    ...{ endpoint: 'getwxacodeunlimit' as const, scene: 'store=A01&table=09', page: PAGE, checkPath: true },
    ...{ width: 1280, autoColor: false, lineColor: { r: 0, g: 0, b: 0 }, isHyaline: true },
    envVersion: 'release' as const,
  };
  const values = { shop: '人民广场店', store: 'A01', table: '09' };
  const source: FormSource = {
    ...{
      miniProgramId: APP,
      name: '人民广场店 · 09 号桌',
      note: '靠窗',
      parameters,
      isMade: true,
      live: null,
      replaces: null,
    },
    purpose: { key: 'table', values, printCm: 30 },
  };
  const start = (changes: Partial<FormSource> = {}) => ({
    ...{ miniProgramId: 'current', source: { ...source, ...changes } },
  });

  test('fills the same purpose, with the next number', () => {
    expect(startValues(start(), purposes)).toMatchObject({
      ...{ view: 'purpose', purpose: 'table', miniProgramId: APP, page: PAGE, scene: 'store=A01&table=10' },
      ...{ name: '人民广场店 · 10 号桌', printCm: 30, width: 1280, isHyaline: true },
      fields: { ...values, table: '10' },
    });
    expect(countsUp(start(), purposes)).toBe(true);
  });

  test('in whose place the new one shall stand keeps its number and its own name', () => {
    const replacing = start({ replaces: 'id', name: '窗边' });
    const values = startValues(replacing, purposes);
    expect(values).toMatchObject({
      replaces: { id: 'id' },
      name: '窗边',
      scene: 'store=A01&table=09',
      printCm: 30,
    });
    expect(countsUp(replacing, purposes)).toBe(false);
    expect(toInput(values, table)).toMatchObject({ replaces: 'id' });
  });

  test('of a batch, in whose place the new one shall stand, fills the purpose whose fields it holds', () => {
    const ofBatch = (scene: string) =>
      start({ replaces: 'id', purpose: null, parameters: { ...parameters, scene } });
    expect(startValues(ofBatch('store=A01&table=7'), purposes)).toMatchObject({
      ...{ view: 'purpose', purpose: 'table', fields: { store: 'A01', table: '7' }, page: PAGE, width: 1280 },
      ...{ scene: 'store=A01&table=7', name: source.name, printCm: null, note: '靠窗' },
    });
    expect(startValues(ofBatch('seat=7'), purposes)).toMatchObject({ view: 'all', scene: 'seat=7' });
    const copy = start({ purpose: null });
    expect(startValues(copy, purposes)).toMatchObject({ view: 'all' });
  });

  test.each([
    ['the name of the purpose', '徐家汇店 · 7 号桌', '徐家汇店 · 999 号桌', '徐家汇店'],
    ['a name of the purpose without a store', 'A01 · 7 号桌', 'A01 · 999 号桌', undefined],
    ['a name that a batch made of its columns', '徐家汇店 · 7', '徐家汇店 · 999', undefined],
    ['a name with the number in it', 'T-7 靠窗', 'T-999 靠窗', undefined],
    ['a name without it', '露台 17', '露台 17', undefined],
    ['a name that has it twice', '7 楼 7 号桌', '7 楼 7 号桌', undefined],
  ])('of a batch has its name follow its fields: %s', (...[, name, renamed, shop]) => {
    const parametersOfBatch = { ...parameters, scene: 'store=A01&table=7' };
    const ofBatch = start({ replaces: 'id', purpose: null, name, parameters: parametersOfBatch });
    const begun = startValues(ofBatch, purposes);
    expect(begun).toMatchObject({ name, fields: { table: '7' } });
    expect(begun.fields.shop).toBe(shop);
    // As it is typed: emptied first, then one digit after the other.
    const typed = ['', '9', '99', '999'].map((text) => fill(table, { table: text }));
    expect(after(begun, ...typed)).toMatchObject({ name: renamed, scene: 'store=A01&table=999' });
    const own = after(begun, () => ({ name: '露台' }), fill(table, { table: '999' }));
    expect(own.name).toBe('露台');
  });

  test('that failed is tried as it was', () => {
    expect(startValues(start({ isMade: false }), purposes)).toMatchObject({
      ...{ scene: 'store=A01&table=09', name: '人民广场店 · 09 号桌' },
    });
    expect(countsUp(start({ isMade: false }), purposes)).toBe(false);
  });

  test('whose parameters are not what its fields make now keeps them', () => {
    const other = start({ parameters: { ...parameters, scene: 'seat=9' } });
    expect(startValues(other, purposes)).toMatchObject({ scene: 'seat=9', fields: values });
    expect(countsUp(other, purposes)).toBe(false);
  });

  test('of all parameters, or of a purpose that is gone, fills all parameters', () => {
    for (const purpose of [null, { key: 'gone', values, printCm: 8 }])
      expect(startValues(start({ purpose }), purposes)).toMatchObject({
        ...{
          view: 'all',
          purpose: 'blank',
          scene: 'store=A01&table=09',
          width: 1280,
          name: '人民广场店 · 09 号桌',
        },
      });
  });
});

describe('what is wrong', () => {
  const places = {
    ...{ purpose: table, pathMaxBytes: 128 },
    problemText: ({ label }: { label: string }, { key }: { key: string }) => `${label}: ${key}`,
  };
  const filled = after(begin(), fill(table, { table: '9号' }));

  test('with a scene is said at the field that made it, once', () => {
    expect(placeErrors({ scene: 'no', width: 'w' }, filled, places)).toEqual({
      ...{ width: 'w', 'fields.table': '桌号: characters' },
    });
    const good = after(begin(), fill(table, { table: '9' }));
    expect(placeErrors({ scene: 'reserved', 'purpose.printCm': 'size' }, good, places)).toEqual({
      ...{ width: 'size', 'fields.store': 'reserved' },
    });
    expect(placeErrors({}, good, places)).toEqual({});
  });

  test('is said at the scene where it was typed', () => {
    const texts = { scene: 'no' };
    expect(placeErrors(texts, { ...filled, view: 'all' }, places)).toEqual(texts);
    expect(placeErrors(texts, { ...filled, scene: 'x y' }, places)).toEqual(texts);
  });
});
