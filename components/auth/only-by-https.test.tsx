import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { OnlyByHttps } from './only-by-https';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

afterEach(() => void Reflect.deleteProperty(window, 'isSecureContext'));

/** What stands on the page of a browser that has come by https or to its own machine (`secure`), or by plain http. */
async function shown(address: string | null, secure: boolean): Promise<string> {
  Object.defineProperty(window, 'isSecureContext', { value: secure, configurable: true });
  const place = document.createElement('div');
  const root = createRoot(place);
  const { auth } = loadMessages('en');
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ auth }}>
        <OnlyByHttps address={address}>the form</OnlyByHttps>
      </NextIntlClientProvider>,
    ),
  );
  const { innerHTML } = place;
  await act(async () => root.unmount());
  return innerHTML;
}

const HTTPS = 'https://codes.suncode.test';

test('who comes by plain http to a server that keeps sign-ins to https is led there instead of into nothing', async () => {
  const html = await shown(HTTPS, false);
  expect(html).toContain(`href="${HTTPS}"`);
  expect(html).toContain('Signing in does not hold at http');
  expect(html).not.toContain('the form');
});

test('by https, on one’s own machine, or where http is the address, the form stands there', async () => {
  expect(await shown(HTTPS, true)).toBe('the form');
  expect(await shown(null, false)).toBe('the form');
});
