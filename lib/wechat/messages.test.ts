import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';

import english from '@/lib/i18n/messages/en/wechat.json';
import chinese from '@/lib/i18n/messages/zh-CN/wechat.json';
import { ISSUE_KEYS } from '@/lib/wechat/rules/issues';
import { TRAP_KEYS } from '@/lib/wechat/rules/traps';
import { ERROR_KEYS } from './errcodes';

const catalogues = [
  ['zh-CN', chinese],
  ['en', english],
] as const;

function texts(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts);
}

function catalogueOf(all: string[]): Record<string, string> {
  return Object.fromEntries(all.entries());
}

function rethrow(error: Error): never {
  throw error;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/(?<!(?:trial|other) )\{(\w+)[,}]/g)].map((match) => match[1] ?? '').sort();
}

describe.each(catalogues)('the %s messages', (locale, messages) => {
  test('have a text for every key and no text without one', () => {
    expect(Object.keys(messages.issues).sort()).toEqual([...ISSUE_KEYS].sort());
    expect(Object.keys(messages.traps).sort()).toEqual([...TRAP_KEYS].sort());
    expect(Object.keys(messages.errors).sort()).toEqual([...ERROR_KEYS].sort());
  });

  test('give every error a title, a cause and a remedy', () => {
    for (const error of Object.values(messages.errors)) {
      expect(Object.keys(error)).toEqual(['title', 'cause', 'remedy']);
    }
  });

  test('are valid ICU', () => {
    const translate = createTranslator({ locale, messages: catalogueOf(texts(messages)), onError: rethrow });
    const values = {
      max: 1024,
      min: 0,
      actual: 2000,
      characters: '%',
      character: '%',
      version: 'trial',
      ...{ date: '2026', release: 'none', page: 'pages/index' },
    };
    for (const index of texts(messages).keys()) expect(translate(`${index}`, values)).not.toBe('');
  });

  test('show the allowed punctuation with one apostrophe', () => {
    const translate = createTranslator({ locale, messages, onError: rethrow });
    expect(translate('issues.sceneCharacters', { characters: '%' })).toContain("!#$&'()*+,/:;=?@-._~");
  });
});

test('both languages use the same values', () => {
  const pairs = texts(chinese).map((text, index) => [text, texts(english)[index] ?? ''] as const);
  for (const [zh, en] of pairs) expect(placeholders(zh)).toEqual(placeholders(en));
});
