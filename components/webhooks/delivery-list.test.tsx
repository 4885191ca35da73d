import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import type { DeliveryItem } from '@/lib/webhooks/queries';
import { DeliveryList } from './delivery-list';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

/** The table asks whether it is wider than its frame; nothing is laid out here. */
class NoSizes {
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('ResizeObserver', NoSizes);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How often the page is read anew in ten seconds with this delivery in it. */
async function refreshesOf({ state, attempts }: Pick<DeliveryItem, 'state' | 'attempts'>): Promise<number> {
  const nothing = () => undefined;
  const refresh = vi.fn<() => void>();
  const router = { back: nothing, forward: nothing, push: nothing, replace: nothing, prefetch: nothing };
  const at = new Date(0);
  const item: DeliveryItem = {
    ...{ id: 'a', eventId: 'test_1', event: 'test', state, attempts, status: null, fault: null },
    ...{ dueAt: at, triedAt: null, occurredAt: at },
  };
  const root = createRoot(document.createElement('div'));
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" now={at} messages={loadMessages('en')}>
        <AppRouterContext value={{ ...router, refresh, bfcacheId: '' }}>
          <DeliveryList items={[item]} canResend={false} />
        </AppRouterContext>
      </NextIntlClientProvider>,
    ),
  );
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  await act(async () => root.unmount());
  return refresh.mock.calls.length;
}

test('the log follows a message that is on its way for the first time, and no other', async () => {
  expect(await refreshesOf({ state: 'WAITING', attempts: 0 })).toBeGreaterThan(1);
  expect(await refreshesOf({ state: 'WAITING', attempts: 1 })).toBe(0);
  expect(await refreshesOf({ state: 'DELIVERED', attempts: 1 })).toBe(0);
});
