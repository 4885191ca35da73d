import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { ConnectionFailure } from '@/lib/apps/test-connection';
import { loadMessages } from '@/lib/i18n/messages';
import { ConnectRefused } from './connect-refused';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const failure: ConnectionFailure = {
  ...{ verdict: 'failed', fromTokenServer: false, field: null, errcode: 40164, rid: null },
  explanation: { key: 'ipNotAllowed', actor: 'administrator', retry: 'never' },
  ...{ address: '203.0.113.77', errmsg: 'invalid ip 203.0.113.77, not in whitelist' },
};

// Newer browsers answer a scroll with a promise, which React took for the end of an effect: the page broke at the next try.
test('a second refusal stands where the first one stood, and goes again', async () => {
  const scrolled: Element[] = [];
  Reflect.set(Element.prototype, 'scrollIntoView', function (this: Element) {
    scrolled.push(this);
    return Promise.resolve();
  });
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const show = (shown: ConnectionFailure) =>
    act(async () =>
      root.render(
        <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
          <ConnectRefused failure={shown} onKeep={() => undefined} />
        </NextIntlClientProvider>,
      ),
    );
  await show(failure);
  await show({ ...failure, address: '203.0.113.78' });
  expect(place.textContent).toContain('203.0.113.78');
  expect(scrolled).toHaveLength(2);
  await act(async () => root.unmount());
  expect(place.textContent).toBe('');
});
