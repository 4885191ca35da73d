import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RequestError } from '@/lib/http/fetch-json';
import messages from '@/lib/i18n/messages/zh-CN/common.json';
import { QueryError } from './query-error';

const drawn = (error: Error) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={{ common: messages }}>
      <QueryError title="码的列表没有加载成功" error={error} onRetry={() => undefined} retrying={false} />
    </NextIntlClientProvider>,
  );

test('nobody is asked for a request ID that is not there', () => {
  const unanswered = drawn(new TypeError('Failed to fetch'));
  expect(unanswered).toContain(messages.error.unanswered);
  const byAProxy = drawn(new RequestError(502, null));
  expect(byAProxy).toContain(messages.error.unexplained);
  for (const text of [unanswered, byAProxy]) expect(text).not.toContain(messages.error.requestId);
});

test('a refusal is told in its own words, a fault with its request ID', () => {
  const refusal = { code: 'FORBIDDEN', message: '你没有权限', fields: {} } as const;
  expect(drawn(new RequestError(403, refusal))).toContain(refusal.message);
  const fault = drawn(new RequestError(500, { ...refusal, code: 'FAULT', requestId: 'a1b2' }));
  expect(fault).toContain(messages.error.text);
  expect(fault).toContain('a1b2');
});
