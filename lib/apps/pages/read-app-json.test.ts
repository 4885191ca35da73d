import { describe, expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { PAGES_MAX } from './limits';
import { readAppJson } from './read-app-json';

const read = (app: unknown) => readAppJson(JSON.stringify(app));

/** The key and the values of what is wrong; what was read when nothing is. */
function fault(text: string): unknown {
  try {
    return readAppJson(text);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const [{ field, key, values } = { field: '', key: '', values: {} }] = error.issues;
    expect(field).toBe('text');
    return [key.replace('appPages.issues.', ''), values];
  }
}
const faultOf = (app: unknown) => fault(JSON.stringify(app));

describe('an app.json', () => {
  test('gives the pages of the package and of its subpackages, in either spelling, each once', () => {
    const app = {
      entryPagePath: 'packageA/pages/dog',
      pages: ['pages/index/index', '/pages/cart', 'pages/index/index'],
      subPackages: [{ root: 'packageA', pages: ['pages/cat', 'pages/dog'], independent: true }],
      subpackages: [{ root: '/packageB/', name: 'b', pages: ['/pages/apple'] }],
      window: { navigationBarTitleText: '商城' },
    };
    expect(read(app)).toEqual({
      pages: [
        ...['pages/index/index', 'pages/cart'],
        ...['packageA/pages/cat', 'packageA/pages/dog', 'packageB/pages/apple'],
      ],
      entryPage: 'packageA/pages/dog',
    });
  });

  test('opens its first page when it names none, or one that it does not have', () => {
    expect(read({ pages: ['a', 'b'] }).entryPage).toBe('a');
    expect(read({ pages: ['a', 'b'], entryPagePath: 'c' }).entryPage).toBe('a');
    expect(read({ pages: ['a', 'b'], entryPagePath: '/b' }).entryPage).toBe('b');
    expect(read({ pages: ['a', 'b'], entryPagePath: 7 }).entryPage).toBe('a');
  });

  test('may begin with a byte order mark, and end its lines as Windows does', () => {
    const text = '\uFEFF{\r\n  "pages": [\r\n    "页面/首页"\r\n  ]\r\n}\r\n';
    expect(readAppJson(text).pages).toEqual(['页面/首页']);
  });

  test('has as many pages as it may have, and no more', () => {
    const pages = Array.from({ length: PAGES_MAX }, (_, index) => `pages/${index}`);
    expect(read({ pages }).pages).toHaveLength(PAGES_MAX);
    expect(faultOf({ pages: [...pages, 'one/more'] })).toEqual(['tooManyPages', { max: 3000, count: 3001 }]);
  });
});

describe('what is none is refused, and what is missing is said', () => {
  test.each([
    ['', ['empty', {}]],
    ['\uFEFF \n', ['empty', {}]],
    ['{"pages": ["a"', ['syntax', { line: 1, near: '' }]],
    ['{\n  "pages": [\n    "a"\n    "b"\n  ]\n}', ['syntax', { line: 4, near: '"b"' }]],
    ['{\n  "pages": ["a",]\n}', ['syntax', { line: 2, near: ']' }]],
    ['{"pages": ["a"],}', ['syntax', { line: 1, near: '}' }]],
    ["{'pages': ['a']}", ['syntax', { line: 1, near: "'pages': ['a']}" }]],
    ['{"pages": ["a\nb"]}', ['syntax', { line: 1, near: '"a' }]],
    ['{"pages": ["\\x"]}', ['syntax', { line: 1, near: '"\\x"]}' }]],
    ['{"pages": ["a"]} {}', ['syntax', { line: 1, near: '{}' }]],
    ['{"a" "b"}', ['syntax', { line: 1, near: '"b"}' }]],
    ['{"a":}', ['syntax', { line: 1, near: '}' }]],
    ['{1: 2}', ['syntax', { line: 1, near: '1: 2}' }]],
    ['[}', ['syntax', { line: 1, near: '}' }]],
    [':', ['syntax', { line: 1, near: ':' }]],
    ['App({})', ['syntax', { line: 1, near: 'App({})' }]],
    ['{\n  // the home page\n  "pages": ["a"]\n}', ['comment', { line: 2, near: '// the home page' }]],
    ['{"pages": ["a" /* first */]}', ['comment', { line: 1, near: '/* first */]}' }]],
  ])('no JSON: %j', (text, expected) => {
    expect(fault(text)).toEqual(expected);
  });

  test.each([
    [[], ['notObject', {}]],
    ['pages', ['notObject', {}]],
    [null, ['notObject', {}]],
    [{}, ['noPages', { list: 'pages' }]],
    [{ pages: [] }, ['noPages', { list: 'pages' }]],
    [{ pages: { a: 1 } }, ['noPages', { list: 'pages' }]],
    [{ pages: [{ path: 'pages/index/index', style: {} }] }, ['pageObject', { list: 'pages' }]],
    [{ pages: ['a', 7] }, ['pageText', { list: 'pages', number: 2 }]],
    [{ pages: ['a', ''] }, ['pageText', { list: 'pages', number: 2 }]],
    [{ pages: ['/'] }, ['pageText', { list: 'pages', number: 1 }]],
    [{ pages: ['a?x=1'] }, ['pageText', { list: 'pages', number: 1 }]],
    [{ pages: ['a b'] }, ['pageText', { list: 'pages', number: 1 }]],
    [{ pages: ['a\u0000'] }, ['pageText', { list: 'pages', number: 1 }]],
    [{ pages: ['a'], subPackages: {} }, ['subpackage', { list: 'subPackages' }]],
    [{ pages: ['a'], subpackages: ['b'] }, ['subpackage', { list: 'subpackages[0]' }]],
    [{ pages: ['a'], subPackages: [{ pages: ['b'] }] }, ['subpackage', { list: 'subPackages[0]' }]],
    [{ pages: ['a'], subPackages: [{ root: 'b' }] }, ['noPages', { list: 'subPackages[0].pages' }]],
    [
      { pages: ['a'], subPackages: [{ root: 'b', pages: ['c', null] }] },
      ['pageText', { list: 'subPackages[0].pages', number: 2 }],
    ],
    [{ pages: ['页'.repeat(86)] }, ['pageTooLong', { max: 256, page: '页'.repeat(86) }]],
  ])('no app.json: %j', (app, expected) => {
    expect(faultOf(app)).toEqual(expected);
  });

  test('nothing that is too large is looked at', () => {
    expect(fault('['.repeat(256_001))).toEqual(['tooLarge', { max: 256, actual: 257 }]);
    // As deep as one that is not too large can be.
    expect(fault('['.repeat(256_000))).toEqual(['syntax', { line: 1, near: '' }]);
    const own = '{"__proto__": {"pages": ["b"]}, "constructor": 1, "pages": ["a"]}';
    expect(fault(own)).toEqual({ pages: ['a'], entryPage: 'a' });
  });
});
