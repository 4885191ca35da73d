import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import type { FieldProblem } from '@/lib/purposes/problems';
import { useProblemText } from './use-problem-text';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

function Text({ problem }: { problem: FieldProblem }) {
  return useProblemText()({ label: 'X' }, problem);
}

async function shown(locale: Locale, problem: FieldProblem): Promise<string> {
  const place = document.createElement('div');
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <NextIntlClientProvider {...{ locale }} timeZone="UTC" messages={loadMessages(locale)}>
        <Text problem={problem} />
      </NextIntlClientProvider>,
    ),
  );
  const { textContent } = place;
  await act(async () => root.unmount());
  return textContent;
}

test('the characters that a field cannot hold are named in words', async () => {
  const problem: FieldProblem = { key: 'characters', characters: '␣ U+3000 号' };
  expect(await shown('zh-CN', problem)).toContain('不能用空格、全角空格、“号”。');
  expect(await shown('en', problem)).toContain('not a space, a full-width space, “号”.');
});
