import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Locale } from '@/lib/i18n/locale';
import { RelativeTime } from './relative-time';

const NOW = new Date('2026-11-26T12:00:00Z');

function textAt(locale: Locale, minutesAgo: number): string {
  const value = new Date(NOW.getTime() - minutesAgo * 60_000);
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} now={NOW} timeZone="UTC" messages={{}}>
      <RelativeTime value={value} />
    </NextIntlClientProvider>,
  );
  return markup.replace(/<[^>]*>/g, '');
}

test('Chinese has a space after its number, as in every text of ours', () => {
  expect(textAt('zh-CN', 22)).toBe('22 分钟前');
  expect(textAt('zh-CN', 60 * 24 * 90)).toBe('3 个月前');
  expect(textAt('en', 22)).toBe('22 minutes ago');
});
