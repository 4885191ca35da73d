import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { LeaveDialog } from './member-dialogs';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const nothing = () => undefined;
const router = {
  ...{
    back: nothing,
    forward: nothing,
    refresh: nothing,
    push: nothing,
    replace: nothing,
    prefetch: nothing,
  },
  bfcacheId: '',
};

test('views are handed over to whom a sign-in service has brought without an address, by the name alone', async () => {
  const left = { id: 'a', name: '李离', email: 'li@suncode.test', role: 'OPERATOR', appIds: null } as const;
  const times = {
    lastSeenAt: null,
    deactivatedAt: new Date(0),
    createdAt: new Date(0),
    hasSecondStep: false,
  };
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
        <AppRouterContext value={router}>
          <QueryClientProvider client={new QueryClient()}>
            <LeaveDialog member={{ ...left, ...times }} heirs={[{ id: 'b', name: '张三', email: null }]} />
          </QueryClientProvider>
        </AppRouterContext>
      </NextIntlClientProvider>,
    ),
  );
  const heir = document.querySelector('[role=combobox], select');
  expect(heir?.textContent).toContain('张三');
  expect(document.body.textContent).not.toContain('null');
  await act(async () => root.unmount());
});
