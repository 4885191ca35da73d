import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { InvitePopup } from './invite-popup';
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

/** @returns what removes it */
async function show(dialog: ReactNode): Promise<() => Promise<void>> {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
        <AppRouterContext value={router}>
          <QueryClientProvider client={new QueryClient()}>{dialog}</QueryClientProvider>
        </AppRouterContext>
      </NextIntlClientProvider>,
    ),
  );
  return () => act(async () => root.unmount());
}

test('views are handed over to whom a sign-in service has brought without an address, by the name alone', async () => {
  const left = { id: 'a', name: '李离', email: 'li@suncode.test', role: 'OPERATOR', appIds: null } as const;
  const times = {
    lastSeenAt: null,
    deactivatedAt: new Date(0),
    createdAt: new Date(0),
    hasSecondStep: false,
  };
  const hide = await show(
    <LeaveDialog member={{ ...left, ...times }} heirs={[{ id: 'b', name: '张三', email: null }]} />,
  );
  const heir = document.querySelector('[role=combobox], select');
  expect(heir?.textContent).toContain('张三');
  expect(document.body.textContent).not.toContain('null');
  await hide();
});

test.each([
  [false, true],
  [true, false],
])(
  'that a link opens on this computer only is said before it is made (letters: %s)',
  async (sendsMail, said) => {
    expect(window.location.hostname).toBe('localhost');
    const hide = await show(
      <InvitePopup trigger={<button type="button" />} apps={[]} sendsMail={sendsMail} />,
    );
    const text = loadMessages('en').members.invite.onlyHereSoon;
    expect(document.body.textContent.includes(text)).toBe(said);
    await hide();
  },
);
