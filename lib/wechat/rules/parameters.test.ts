import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { describeIssue } from './issues';
import { codeParametersSchema } from './parameters';

const schema = () => codeParametersSchema({ pathMaxBytes: 128 });
const SPECIALS = [..."!#$&'()*+,/:;=?@-._~"];

function keysOf(input: unknown): string[] {
  const result = schema().safeParse(input);
  return result.success ? [] : result.error.issues.map((issue) => describeIssue(issue)?.key ?? issue.code);
}

function unlimited(fields: Record<string, unknown>): unknown {
  return { endpoint: 'getwxacodeunlimit', scene: 'a=1', ...fields };
}

describe('scene', () => {
  test('takes all 20 special characters', () => {
    expect(SPECIALS).toHaveLength(20);
    for (const special of SPECIALS) expect(keysOf(unlimited({ scene: special }))).toEqual([]);
  });

  test('refuses every other printable ASCII character that is no letter or digit', () => {
    const others = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
      (character) => !/[0-9A-Za-z]/.test(character) && !SPECIALS.includes(character),
    );
    expect(others).toHaveLength(13);
    for (const other of others) expect(keysOf(unlimited({ scene: other }))).toEqual(['sceneCharacters']);
  });

  test('ends at 32 characters', () => {
    expect(keysOf(unlimited({ scene: 'x'.repeat(32) }))).toEqual([]);
    expect(keysOf(unlimited({ scene: 'x'.repeat(33) }))).toEqual(['sceneTooLong']);
    expect(keysOf(unlimited({ scene: '' }))).toEqual(['sceneRequired']);
  });

  test('names the characters it refuses, invisible ones by number', () => {
    const issue = schema().safeParse(unlimited({ scene: 'a 店店<\n' })).error?.issues[0];
    expect(issue && describeIssue(issue)).toEqual({
      path: ['scene'],
      key: 'sceneCharacters',
      values: { characters: '␣ 店 < U+000A' },
    });
  });
});

describe('path', () => {
  const endpoints = ['getwxacode', 'createwxaqrcode'] as const;

  test.each(endpoints)('of %s is measured in UTF-8 bytes', (endpoint) => {
    const fits = `p?n=${'店'.repeat(41)}x`;
    expect(new TextEncoder().encode(fits)).toHaveLength(128);
    expect(keysOf({ endpoint, path: fits })).toEqual([]);
    expect(keysOf({ endpoint, path: `${fits}y` })).toEqual(['pathTooLong']);
  });

  test('may be longer for getwxacode alone when it is set so', () => {
    const wide = codeParametersSchema({ pathMaxBytes: 1024 });
    const path = 'x'.repeat(1024);
    expect(wide.safeParse({ endpoint: 'getwxacode', path }).success).toBe(true);
    expect(wide.safeParse({ endpoint: 'getwxacode', path: `${path}x` }).success).toBe(false);
    expect(wide.safeParse({ endpoint: 'createwxaqrcode', path: 'x'.repeat(129) }).success).toBe(false);
  });

  test.each([
    ['', 'pathRequired'],
    ['   ', 'pathRequired'],
    [undefined, 'pathRequired'],
    ['p?scancode_time=1', 'pathReserved'],
    ['p?a=1&scancode%5Ftime', 'pathReserved'],
    ['p?a=\ud83d', 'pathCharacters'],
    ['p?a=\n', 'pathCharacters'],
    ['p?a="', 'pathCharacters'],
    ['p?a=\\u0026', 'pathCharacters'],
  ])('refuses %j', (path, key) => {
    expect(keysOf({ endpoint: 'getwxacode', path })).toEqual([key]);
  });

  test.each([['/pages/index'], ['?foo=bar'], ['p?a=100%25'], ['pages/scancode_time'], ['p?x=😀']])(
    'takes %j',
    (path) => expect(keysOf({ endpoint: 'getwxacode', path })).toEqual([]),
  );
});

describe('page', () => {
  test.each([
    ['/pages/index', 'pageLeadingSlash'],
    ['pages/index?a=1', 'pageQuery'],
    ['pages/index#a', 'pageFragment'],
    ['p?scancode_time=1', 'pageReserved'],
    ['x'.repeat(1025), 'pageTooLong'],
    [7, 'pageInvalid'],
  ])('refuses %j', (page, key) => {
    expect(keysOf(unlimited({ page }))).toEqual([key]);
  });
});

describe('the rest', () => {
  test('has defaults', () => {
    expect(schema().parse({ endpoint: 'getwxacodeunlimit', scene: 'a' })).toEqual({
      endpoint: 'getwxacodeunlimit',
      scene: 'a',
      page: '',
      checkPath: true,
      width: 430,
      autoColor: false,
      lineColor: { r: 0, g: 0, b: 0 },
      isHyaline: false,
      envVersion: 'release',
    });
  });

  test('drops what the endpoint does not have', () => {
    const input = {
      endpoint: 'createwxaqrcode',
      path: 'p',
      scene: 'a',
      isHyaline: true,
      checkPath: 'nonsense',
    };
    expect(schema().parse(input)).toEqual({ endpoint: 'createwxaqrcode', path: 'p', width: 430 });
  });

  test('takes a width of 280 and of 1280', () => {
    expect(keysOf(unlimited({ width: 280 }))).toEqual([]);
    expect(keysOf(unlimited({ width: 1280 }))).toEqual([]);
  });
});

test('what is refused says by how much', () => {
  const valuesOf = (fields: Record<string, unknown>) => {
    const issue = schema().safeParse(unlimited(fields)).error?.issues[0];
    return issue && describeIssue(issue)?.values;
  };
  expect(valuesOf({ width: 279 })).toEqual({ min: 280, max: 1280, actual: 279 });
  expect(valuesOf({ lineColor: { r: 256, g: 0, b: 0 } })).toEqual({ min: 0, max: 255, actual: 256 });
  expect(valuesOf({ scene: 'x'.repeat(33) })).toEqual({ max: 32, actual: 33 });
  expect(valuesOf({ page: '店'.repeat(342) })).toEqual({ max: 1024, actual: 1026 });
  expect(valuesOf({ page: 'a"\\' })).toEqual({ characters: '" \\' });
  const path = schema().safeParse({ endpoint: 'getwxacode', path: `p${'店'.repeat(43)}` }).error?.issues[0];
  expect(path && describeIssue(path)?.values).toEqual({ max: 128, actual: 130 });
  expect(keysOf(unlimited({ lineColor: { r: 255, g: 0, b: 255 }, page: 'x'.repeat(1024) }))).toEqual([]);
});

describe('what is refused', () => {
  test.each([
    [{ width: 279 }, 'widthRange'],
    [{ width: 1281 }, 'widthRange'],
    [{ width: 430.5 }, 'widthInteger'],
    [{ width: '430' }, 'widthInteger'],
    [{ width: Number.NaN }, 'widthInteger'],
    [{ lineColor: { r: 256, g: 0, b: 0 } }, 'colorRange'],
    [{ lineColor: { r: 0, g: -1, b: 0 } }, 'colorRange'],
    [{ lineColor: { r: 0, g: 0, b: 0.5 } }, 'colorRange'],
    [{ lineColor: 'black' }, 'colorInvalid'],
    [{ checkPath: 'yes' }, 'switchInvalid'],
    [{ autoColor: 0 }, 'switchInvalid'],
    [{ lineColor: { r: 0, g: 0 } }, 'colorInvalid'],
    [{ isHyaline: 1 }, 'switchInvalid'],
    [{ envVersion: '' }, 'envVersion'],
    [{ endpoint: 'getqrcode' }, 'endpointUnknown'],
  ])('has the right key: %j', (fields, key) => {
    expect(keysOf(unlimited(fields))).toEqual([key]);
  });

  test('has a key whatever comes in', () => {
    const field = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.object());
    const input = fc.record({
      endpoint: fc.constantFrom('getwxacode', 'getwxacodeunlimit', 'createwxaqrcode', 'other', null),
      path: field,
      scene: field,
      page: field,
      width: field,
      lineColor: fc.oneof(field, fc.record({ r: field, g: field, b: field })),
      autoColor: field,
      isHyaline: field,
      envVersion: field,
    });
    fc.assert(
      fc.property(fc.oneof(input, field), (value) => {
        const issues = schema().safeParse(value).error?.issues ?? [];
        expect(issues.map(describeIssue)).not.toContain(null);
      }),
    );
  });
});
