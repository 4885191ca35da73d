import { describe, expect, test } from 'vitest';
import { blankDesign, code } from '@/lib/print/design-pieces';
import { USUAL_OWN } from '@/lib/print/own-stock';
import { fileNameOf } from './file-name';
import { isPrint, printPixels, takesPictures } from './options';
import { parseDesign, parseExportOptions, parseOwn, storedOptions } from './parse-options';

const COLUMNS = ['门店', '桌号'];
const parse = (input: object, kept: ReturnType<typeof blankDesign> | null = null) =>
  parseExportOptions(input, COLUMNS, kept);

/** What is refused, and at which field. */
function refusalOf(input: object, kept: ReturnType<typeof blankDesign> | null = null): unknown {
  try {
    return parse(input, kept);
  } catch (error) {
    return Reflect.get(Object(error), 'issues')?.[0] ?? error;
  }
}

describe('a ZIP of pictures', () => {
  test('has the usual names and pictures where nothing is said', () => {
    const usual = { format: 'zip', names: '{name}', picture: { kind: 'original' } };
    expect(parse({})).toEqual(usual);
    expect(parse({ format: 'zip', names: '', picture: 'original' })).toEqual(usual);
    expect(parse({ picture: 'png', names: '{name}/{col:门店}' })).toEqual({
      ...usual,
      names: '{name}/{col:门店}',
      picture: { kind: 'png' },
    });
  });

  test.each([
    [
      { picture: 'print', widthCm: '5', dpi: '300' },
      { kind: 'print', widthCm: 5, dpi: 300, type: 'png' },
    ],
    [
      { picture: 'print', widthCm: '1.5', dpi: '72', type: 'jpeg' },
      { kind: 'print', widthCm: 1.5, dpi: 72, type: 'jpeg' },
    ],
    // A page has no pixels of its own, however large it is.
    [
      { picture: 'print', widthCm: '200', dpi: '1200', type: 'pdf' },
      { kind: 'print', widthCm: 200, dpi: 1200, type: 'pdf' },
    ],
    [
      { picture: 'print', widthCm: '50.8', dpi: '300' },
      { kind: 'print', widthCm: 50.8, dpi: 300, type: 'png' },
    ],
    [{ picture: 'vector' }, { kind: 'vector', type: 'svg', widthCm: 8 }],
    [
      { picture: 'vector', type: 'pdf', widthCm: '3' },
      { kind: 'vector', type: 'pdf', widthCm: 3 },
    ],
  ])('%j are pictures', (input, picture) => {
    expect(parse(input)).toMatchObject({ picture });
  });

  test.each([
    [{ picture: 'print', widthCm: '1.4', dpi: '300' }, { field: 'widthCm' }],
    [{ picture: 'print', widthCm: '201', dpi: '300' }, { field: 'widthCm' }],
    [{ picture: 'print', widthCm: '5', dpi: '71' }, { field: 'dpi' }],
    [{ picture: 'print', widthCm: '5', dpi: '1201' }, { field: 'dpi' }],
    [{ picture: 'print', widthCm: '5', dpi: '300.5' }, { field: 'dpi' }],
    [{ picture: 'print', widthCm: '5' }, { field: 'dpi' }],
    [
      { picture: 'print', widthCm: '50.9', dpi: '300' },
      { field: 'widthCm', key: 'exports.issues.printTooLarge', values: { pixels: 6012, max: 6000 } },
    ],
    [{ names: '{nme}' }, { field: 'names', key: 'exports.issues.tokenUnknown', values: { token: '{nme}' } }],
    [{ names: '{col:区}' }, { field: 'names', key: 'exports.issues.columnUnknown' }],
    [{ format: 'gif' }, { field: 'format' }],
  ])('%j is refused where it is wrong', (input, issue) => {
    expect(refusalOf(input)).toMatchObject(issue);
  });
});

test('a table has headings in a language', () => {
  expect(parse({ format: 'csv' })).toEqual({ format: 'csv', locale: 'zh-CN' });
  expect(parse({ format: 'xlsx', locale: 'en' })).toEqual({ format: 'xlsx', locale: 'en' });
  expect(parse({ format: 'pictureTable', locale: 'en' })).toEqual({ format: 'pictureTable', locale: 'en' });
  expect(refusalOf({ format: 'csv', locale: 'fr' })).toMatchObject({ field: 'locale' });
});

const pdf = { format: 'pdf', design: 'tableTent', stock: 'a4' };

describe('sheets', () => {
  const usual = { startAt: 1, copies: 1, cropMarks: false, colorBars: false };

  test('are of a design of ours, in the language of whoever prints, with what is usual', () => {
    const options = parse({ ...pdf, locale: 'en' });
    expect(options).toMatchObject({
      ...{ format: 'pdf', ink: 'rgb', codes: 'picture', order: 'given', sample: null },
      ...{ design: { key: 'tableTent' }, sheet: { stock: 'a4', own: null, ...usual } },
    });
    expect(JSON.stringify(options)).not.toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(parse(pdf))).toMatch(/\p{Script=Han}/u);
  });

  test('take what is chosen', () => {
    const chosen = { startAt: '2', copies: '3', cropMarks: 'yes', colorBars: 'yes', ink: 'black' };
    const options = parse({
      ...{ ...pdf, design: 'small', stock: 'L7651', codes: 'vector', order: 'col:桌号' },
      ...{ ...chosen, sample: '20', seed: '7' },
    });
    expect(options).toMatchObject({
      ...{ ink: 'black', codes: 'vector', order: 'col:桌号', sample: { count: 20, seed: 7, of: 0 } },
      sheet: { stock: 'L7651', startAt: 2, copies: 3, cropMarks: true, colorBars: true },
    });
    expect(parse({ ...pdf, sample: '1' })).toMatchObject({ sample: { count: 1, seed: 1, of: 0 } });
  });

  test('are of paper that somebody has measured', () => {
    const own = Object.fromEntries(
      Object.entries(USUAL_OWN).map(([field, value]) => [`own.${field}`, String(value)]),
    );
    const options = parse({ ...pdf, design: 'filling', stock: 'own', ...own });
    expect(options).toMatchObject({ sheet: { stock: 'own', own: USUAL_OWN } });
    expect(options).toMatchObject({ design: { width: 63, height: 30 } });
    expect(refusalOf({ ...pdf, stock: 'own', ...own, 'own.width': '100' })).toMatchObject({
      ...{ field: 'own.columns', key: 'exports.issues.ownTooWide' },
    });
    expect(refusalOf({ ...pdf, stock: 'own' })).toMatchObject({ field: expect.any(String) });
    expect(parseOwn(USUAL_OWN)).toEqual(USUAL_OWN);
  });

  test.each([
    [{ stock: 'a5' }, { field: 'stock' }],
    [{ design: 'none' }, { field: 'design' }],
    [{ order: 'col:区' }, { field: 'order', key: 'exports.issues.columnUnknown', values: { column: '区' } }],
    [{ startAt: '201' }, { field: 'startAt' }],
    [{ startAt: '0' }, { field: 'startAt' }],
    [{ copies: '101' }, { field: 'copies' }],
    [{ sample: '501' }, { field: 'sample' }],
    [{ seed: '10000' }, { field: 'seed' }],
    [
      { design: 'small', stock: 'L7651', startAt: '66' },
      { field: 'startAt', key: 'exports.issues.startTooHigh', values: { max: 65 } },
    ],
    [
      { design: 'filling', stock: 'piece' },
      { field: 'design', key: 'exports.issues.fillNeedsSheet' },
    ],
  ])('with %j are refused', (input, issue) => {
    expect(refusalOf({ ...pdf, ...input })).toMatchObject(issue);
  });

  test('are refused for a piece that has no room on them, or whose code nobody can scan', () => {
    const large = { ...blankDesign(), width: 300, height: 420 };
    expect(refusalOf(pdf, large)).toMatchObject({
      ...{ field: 'stock', key: 'exports.issues.pieceTooLarge', values: { width: 300, height: 420 } },
    });
    const tiny = { ...blankDesign(), elements: [code([10, 10], 14)] };
    expect(refusalOf(pdf, tiny)).toMatchObject({
      ...{ field: 'design', key: 'exports.issues.codeTooSmall', values: { min: 1.5 } },
    });
    expect(parseDesign({}, large)).toBe(large);
    expect(parse({ format: 'pdf', stock: 'a4' }, blankDesign())).toMatchObject({ design: { key: 'blank' } });
  });
});

describe('a file for each piece', () => {
  const pieces = { format: 'pieces', design: 'tableTent', stock: 'piece' };

  test('is a PDF as large as the piece, called as the code is', () => {
    expect(parse(pieces)).toMatchObject({
      ...{ format: 'pieces', files: { type: 'pdf', dpi: 300, bleed: false, names: '{name}' } },
    });
    const files = { type: 'png', dpi: '150', bleed: 'yes', names: '{col:门店}' };
    expect(parse({ ...pieces, ...files })).toMatchObject({
      files: { type: 'png', dpi: 150, bleed: true, names: '{col:门店}' },
    });
  });

  test('has no more pixels than are made', () => {
    const large = { ...blankDesign(), width: 500, height: 508, bleed: 0 };
    const of = (dpi: string, type: string) => refusalOf({ ...pieces, type, dpi }, large);
    expect(of('300', 'png')).toMatchObject({ files: { dpi: 300 } });
    expect(of('301', 'png')).toMatchObject({
      ...{ field: 'dpi', key: 'exports.issues.printTooLarge', values: { pixels: 6020, max: 6000 } },
    });
    expect(of('1200', 'svg')).toMatchObject({ files: { dpi: 1200 } });
  });
});

test('what was asked for is kept and read back as it was, that of earlier versions too', () => {
  for (const input of [{}, { format: 'csv' }, pdf, { ...pdf, format: 'pieces' }, { picture: 'vector' }]) {
    const options = parse(input);
    expect(storedOptions(JSON.parse(JSON.stringify(options)))).toEqual(options);
  }
  const {
    sample: _sample,
    codes: _codes,
    order: _order,
    ...early
  } = { ...parse(pdf), sample: 0, codes: 0, order: 0 };
  expect(storedOptions(early)).toMatchObject({ sample: null, codes: 'picture', order: 'given' });
  expect(() => storedOptions({ format: 'gif' })).toThrow();
});

test('formats say whether they are for paper, and whether they take codes without a picture', () => {
  const formats = [{}, { format: 'csv' }, { format: 'xlsx' }, { format: 'pictureTable' }, pdf];
  expect(formats.map((input) => isPrint(parse(input)))).toEqual([false, false, false, false, true]);
  expect(isPrint(parse({ ...pdf, format: 'pieces' }))).toBe(true);
  expect(formats.map((input) => takesPictures(parse(input)))).toEqual([true, false, false, true, true]);
  expect([printPixels({ widthCm: 2.54, dpi: 300 }), printPixels({ widthCm: 8, dpi: 72 })]).toEqual([
    300, 227,
  ]);
});

describe('a file is saved', () => {
  const createdAt = new Date(2026, 10, 26, 8);
  const named = (input: object, kept: ReturnType<typeof blankDesign> | null = null) =>
    fileNameOf({ scope: { kind: 'selection', codeIds: [] }, options: parse(input, kept), createdAt });

  test.each([
    [{}, 'suncode-2026-11-26.zip'],
    [{ format: 'csv' }, 'suncode-2026-11-26.csv'],
    [{ format: 'xlsx' }, 'suncode-2026-11-26.xlsx'],
    [{ format: 'pictureTable' }, 'suncode-2026-11-26.xlsx'],
    [pdf, 'suncode-A4-2026-11-26.pdf'],
    [{ ...pdf, format: 'pieces' }, 'suncode-2026-11-26.zip'],
  ])('of %j under the paper and the day', (input, name) => {
    expect(named(input)).toBe(name);
  });

  test('by its measures where the paper has no name', () => {
    expect(named({ ...pdf, stock: 'piece' }, blankDesign())).toBe('suncode-80x100mm-2026-11-26.pdf');
    const own = {
      'own.kind': 'paper',
      'own.width': '320',
      'own.height': '450',
      'own.left': '5',
      'own.top': '5',
    };
    expect(named({ ...pdf, stock: 'own', ...own })).toBe('suncode-320x450mm-2026-11-26.pdf');
  });
});
