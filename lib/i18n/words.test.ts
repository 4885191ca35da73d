import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from './locale';
import { loadMessages } from './messages';

/** The tables of these documents are the rules: what is written there is what the texts are held to. */
const GLOSSARIES: Record<Locale, string> = {
  'zh-CN': 'docs/glossary.zh-CN.md',
  en: 'docs/glossary.md',
};

/** What people may type into the search, old words included. */
const TYPED = 'layout.palette.words.';

type Rule = { word: string; instead: string; allowed: string[] };

const ticked = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

/** The rows of the first table below a heading, without its head. */
function tableBelow(document: string, heading: string): string[][] {
  const [, section = ''] = document.split(`\n## ${heading}\n`);
  const rows = section.split('\n## ')[0]?.match(/^\|.*\|$/gm) ?? [];
  return rows.slice(2).map((row) => row.split('|').map((cell) => cell.trim()));
}

function wordRules(locale: Locale): Rule[] {
  const document = readFileSync(GLOSSARIES[locale], 'utf8');
  return tableBelow(document, locale === 'en' ? 'Words' : '用词').flatMap(([, , instead = '', not = '']) =>
    ticked(not).map((word) => ({ word, instead, allowed: [] })),
  );
}

function technicalRules(): Rule[] {
  const document = readFileSync(GLOSSARIES.en, 'utf8');
  return tableBelow(document, 'Technical names').flatMap(([, names = '', places = '']) =>
    ticked(names).map((word) => ({
      word,
      instead: 'the name that the product has for it, or “Technical details”',
      allowed: ticked(places).map((place) => `${place}.`),
    })),
  );
}

function textsOf(value: unknown, path: string[] = []): [key: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]));
}

/** What people read: without the names of the values that are put in. */
const readable = (text: string) => text.replace(/\{\w+(?:, number)?\}/g, ' ').replace(/\{\w+, \w+,/g, '{');

function says(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'u').test(readable(text));
}

/** One line for each text that breaks a rule, with the word that it should use. */
function faultsOf(texts: [key: string, text: string][], rules: Rule[]): string[] {
  return texts
    .filter(([key]) => !key.startsWith(TYPED))
    .flatMap(([key, text]) =>
      rules
        .filter(({ word, allowed }) => says(text, word) && !allowed.some((place) => key.startsWith(place)))
        .map(({ word, instead }) => `${key} says “${word}”: use ${instead}`),
    );
}

describe('the words of the product', () => {
  test.each(LOCALES)('are those of the glossary in %s', (locale) => {
    expect(faultsOf(textsOf(loadMessages(locale)), wordRules(locale))).toEqual([]);
  });

  test.each(LOCALES)('are no technical names outside of their places in %s', (locale) => {
    expect(faultsOf(textsOf(loadMessages(locale)), technicalRules())).toEqual([]);
  });

  test.each(LOCALES)('have the spaces of the language in %s', (locale) => {
    const glued = /[\p{Script=Han}][A-Za-z0-9]|[A-Za-z0-9][\p{Script=Han}]/u;
    const faults = textsOf(loadMessages(locale))
      .filter(([key, text]) => !key.startsWith(TYPED) && glued.test(readable(text)))
      .map(([key, text]) => `${key}: ${text}`);
    expect(faults).toEqual([]);
  });
});

describe('the rules of the glossary', () => {
  test.each(LOCALES)('are found in the document of %s', (locale) => {
    expect(wordRules(locale).length).toBeGreaterThan(20);
    expect(technicalRules().length).toBeGreaterThan(10);
  });

  test('name the text, its word and the better one', () => {
    const rules = [{ word: '场景值', instead: '场景参数', allowed: [] }];
    expect(faultsOf([['codes.title', '填写场景值']], rules)).toEqual([
      'codes.title says “场景值”: use 场景参数',
    ]);
  });

  test('see whole words, and not the names of values', () => {
    const rules = [{ word: 'Made', instead: 'Generated', allowed: ['codes.'] }];
    expect(faultsOf([['x.y', '{made, number} · Made']], rules)).toHaveLength(1);
    expect(faultsOf([['x.y', '{Made, number} generated, Made-up']], rules)).toEqual([]);
    expect(faultsOf([['codes.y', 'Made']], rules)).toEqual([]);
  });
});
