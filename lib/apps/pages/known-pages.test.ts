import { describe, expect, test } from 'vitest';
import { matchingPages, nearestPage, unknownPageTraps, withPageOfPath } from './known-pages';
import { comparePages } from './compare';
import { notFoundSnippet } from './not-found-snippet';

const pages = ['pages/index/index', 'pages/shop/index', 'packageA/shop/detail', 'pages/workshop'];
const known = {
  version: '1.4.0',
  givenAt: '2026-09-01T00:00:00.000Z',
  pages,
  entryPage: 'pages/index/index',
};

describe('a field completes', () => {
  test('with the pages that begin with what was typed, then with parts that do, then with any that hold it', () => {
    expect(matchingPages(pages, 'PAGES/sh')).toEqual(['pages/shop/index']);
    expect(matchingPages(pages, 'shop')).toEqual([
      'pages/shop/index',
      'packageA/shop/detail',
      'pages/workshop',
    ]);
    expect(matchingPages(pages, '/pages/index/index?a=1')).toEqual(['pages/index/index']);
    expect(matchingPages(pages, 'nothing')).toEqual([]);
  });

  test('with twenty at most', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `pages/${index}`);
    expect(matchingPages(many, '')).toHaveLength(20);
  });

  test('and keeps the parameters of a path', () => {
    expect(withPageOfPath('pages/old?id=1&x=?', 'pages/new')).toBe('pages/new?id=1&x=?');
    expect(withPageOfPath('pages/old', 'pages/new')).toBe('pages/new');
  });
});

describe('a page that is not in the app.json', () => {
  const unlimited = (page: string) => unknownPageTraps({ endpoint: 'getwxacodeunlimit', page }, known);
  const path = (text: string) => unknownPageTraps({ endpoint: 'createwxaqrcode', path: text }, known);

  test('is a trap of the field that names it', () => {
    const values = { page: 'pages/none', release: '1.4.0', givenAt: Date.parse(known.givenAt) };
    expect(unlimited('pages/none')).toEqual([{ field: 'page', key: 'pageUnknown', values }]);
    expect(path('pages/none?a=1')).toEqual([{ field: 'path', key: 'pageUnknown', values }]);
  });

  test('is none where it is there, empty, or where nobody has given an app.json', () => {
    expect(unlimited('pages/index/index')).toEqual([]);
    expect(unlimited('/pages/index/index')).toEqual([]);
    expect(unlimited('')).toEqual([]);
    expect(path('/pages/workshop?id=pages/none')).toEqual([]);
    expect(unknownPageTraps({ endpoint: 'getwxacodeunlimit', page: 'pages/none' }, null)).toEqual([]);
  });

  test('was probably meant to be one that is nearly the same', () => {
    expect(nearestPage(pages, 'pages/Index/index')).toBe('pages/index/index');
    expect(nearestPage(pages, 'page/index/index')).toBe('pages/index/index');
    expect(nearestPage(pages, 'pages/idnex/index')).toBe('pages/index/index');
    expect(nearestPage(pages, 'pages/shops/indexes')).toBeNull();
    expect(nearestPage(pages, 'pages/index/index')).toBeNull();
    expect(nearestPage(pages, '')).toBeNull();
  });
});

test('two lists of pages are compared by what stands in them, not where', () => {
  expect(comparePages(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual({ added: ['d'], removed: ['b'] });
});

describe('the code for app.js', () => {
  type Found = { path: string; query?: Record<string, string> };
  const run = (found: Found): string[] => {
    const urls: string[] = [];
    const wx = { reLaunch: ({ url }: { url: string }) => urls.push(url) };
    const source = `return ({ ${notFoundSnippet({ 'pages/"old"': 'pages/new' }, 'pages/index/index')} })`;
    const app = new Function('wx', source)(wx);
    app.onPageNotFound(found);
    return urls;
  };

  test('opens what was chosen with the parameters of the scan, and the home page for the rest', () => {
    expect(run({ path: 'pages/"old"', query: { scene: 's%3D1', a: '2' } })).toEqual([
      '/pages/new?scene=s%3D1&a=2',
    ]);
    expect(run({ path: 'pages/other' })).toEqual(['/pages/index/index']);
  });
});
