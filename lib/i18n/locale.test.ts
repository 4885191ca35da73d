import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLocale, LOCALES, negotiateLocale } from './locale';

describe('negotiateLocale', () => {
  test.each([
    [null, 'zh-CN'],
    ['', 'zh-CN'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['EN-us', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.5', 'en'],
    ['fr,de', 'zh-CN'],
    ['en;q=0.3, zh;q=0.7', 'zh-CN'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['en;q=0', 'zh-CN'],
    ['*', 'zh-CN'],
  ])('reads %j as %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });

  test('answers with a language of ours whatever the header holds', () => {
    fc.assert(fc.property(fc.string(), (header) => isLocale(negotiateLocale(header))));
  });
});

test('only the languages of the product are locales', () => {
  expect(LOCALES.every(isLocale)).toBe(true);
  for (const other of [undefined, '', 'zh', 'EN', 'toString']) expect(isLocale(other)).toBe(false);
});
