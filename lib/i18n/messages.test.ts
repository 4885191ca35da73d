import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { BATCH_ISSUE_KEYS } from '@/lib/batches/issues';
import { COMMON_ISSUE_KEYS } from '@/lib/errors';
import { APP_JSON_ISSUE_KEYS } from '@/lib/apps/pages/issues';
import { DECLARE_ISSUE_KEYS } from '@/lib/apps/parameters/issues';
import { EXPORT_ISSUE_KEYS } from '@/lib/exports/issues';
import { ISSUE_KEYS } from '@/lib/wechat/rules/issues';
import { LOCALES, type Locale } from './locale';
import { loadMessages } from './messages';

type Entry = [key: string, text: string];

function entriesOf(value: unknown, path: string[] = []): Entry[] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => entriesOf(inner, [...path, key]));
}

const catalogue = (locale: Locale) => new Map(entriesOf(loadMessages(locale)));

/** The names that a text wants values for. Braces take turns: an argument holds messages, and they hold arguments. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '{' && depth % 2 === 0)
      names.add(/^\s*(\w*)/.exec([...text].slice(index + 1).join(''))?.[1] ?? '');
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
  }
  return [...names].sort();
}

describe('message catalogues', () => {
  test('have the same keys in every language', () => {
    const [first, ...others] = LOCALES.map((locale) => [...catalogue(locale).keys()].sort());
    for (const keys of others) expect(keys).toEqual(first);
  });

  test('want the same values in every language', () => {
    const [chinese, english] = [catalogue('zh-CN'), catalogue('en')];
    for (const [key, text] of chinese)
      expect(argumentsOf(english.get(key) ?? ''), key).toEqual(argumentsOf(text));
  });

  test.each(LOCALES)('hold no empty text in %s', (locale) => {
    const empty = [...catalogue(locale)].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test.each(LOCALES)('have a text for everything that can be wrong with a field in %s', (locale) => {
    const keys = [
      ...COMMON_ISSUE_KEYS.map((key) => `errors.issues.${key}`),
      ...ISSUE_KEYS.map((key) => `wechat.issues.${key}`),
      ...BATCH_ISSUE_KEYS.map((key) => `batchIssues.${key}`),
      ...APP_JSON_ISSUE_KEYS.map((key) => `appPages.issues.${key}`),
      ...DECLARE_ISSUE_KEYS.map((key) => `appPages.declareIssues.${key}`),
      ...EXPORT_ISSUE_KEYS.map((key) => `exports.issues.${key}`),
    ];
    const known = catalogue(locale);
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });

  test.each(LOCALES)('are well-formed messages in %s', (locale) => {
    const faults: string[] = [];
    const t = createTranslator({
      locale,
      messages: loadMessages(locale),
      timeZone: 'Asia/Shanghai',
      onError: (error) => faults.push(error.message),
    });
    for (const [key, text] of catalogue(locale)) {
      const values = Object.fromEntries(argumentsOf(text).map((name) => [name, 3]));
      const tags = Object.fromEntries(
        [...text.matchAll(/<(\w+)>/g)].map(([, name = '']) => [name, (chunks: unknown) => chunks]),
      );
      Reflect.apply(t.rich, t, [key, { ...values, ...tags }]);
    }
    expect(faults).toEqual([]);
  });
});
