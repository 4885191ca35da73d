import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import type { FieldIssue } from '@/lib/errors';
import { translateIssues } from './issue-text';
import type { Locale } from './locale';
import { loadMessages } from './messages';

function said(locale: Locale, issue: FieldIssue): string | undefined {
  const t = createTranslator({ locale, messages: loadMessages(locale) });
  return translateIssues([issue], t)[issue.field];
}

const scene = (characters: string): FieldIssue => ({
  ...{ field: 'scene', key: 'wechat.issues.sceneCharacters', values: { characters } },
});

test('characters that are stored as signs and numbers are named in words', () => {
  const stored = scene('␣ U+3000 U+0009 U+000A U+200B U+00A0');
  expect(said('zh-CN', stored)).toContain('不支持的字符：空格、全角空格、制表符、换行、看不见的字符。');
  expect(said('en', stored)).toContain(
    'not support: a space, a full-width space, a tab, a line break, an invisible character.',
  );
});

test('those that can be seen stand in quotes', () => {
  expect(said('zh-CN', scene('店 %'))).toContain('字符：“店”、“%”。');
  expect(said('en', scene('店 %'))).toContain(': “店”, “%”.');
});

test('a cell that would make two parameters of one names its column', () => {
  const values = { column: '桌号' };
  const issue: FieldIssue = { field: 'scene', key: 'batchIssues.separator', values };
  expect(said('zh-CN', issue)).toBe('“桌号”这一列里不能用“&”（包括“＆”和“%26”），它用来分隔参数。');
});

test('a field that is called as what every object has is one like others', () => {
  expect(said('en', { field: 'toString', key: 'errors.issues.unknownKey', values: {} })).toBe(
    'There is no such field',
  );
});

test('what has to be filled in is called by its name', () => {
  const issue: FieldIssue = { field: 'values.email', key: 'errors.issues.required', values: {} };
  expect(said('en', issue)).toBe('Enter the email address.');
});
