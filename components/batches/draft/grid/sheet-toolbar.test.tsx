import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { SheetToolbar, type BadRows } from './sheet-toolbar';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

let unmount = async () => {};
afterEach(() => unmount());

const nothing = () => undefined;
const sheet = {
  table: { version: 'a', rowCount: 3, edits: { cells: 1, removed: 0, undo: 1, redo: 0 } },
  ...{ range: { top: 0, bottom: 0, left: 0, right: 0 }, size: { rows: 3, columns: 2 } },
  ...{ saving: false, fault: null, retry: nothing, undo: nothing, redo: nothing },
  ...{ fillDown: nothing, removeRows: nothing, addRow: nothing },
};

async function show() {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const onNextBad = vi.fn();
  unmount = async () => {
    await act(async () => root.unmount());
    place.remove();
  };
  const render = (bad: BadRows) =>
    act(async () =>
      root.render(
        <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
          <SheetToolbar {...{ sheet, bad }} onFind={nothing} nextBad={{ go: onNextBad, isGoing: false }} />
        </NextIntlClientProvider>,
      ),
    );
  const button = () =>
    [...place.querySelectorAll('button')].find(({ textContent }) => /needs? a fix/.test(textContent));
  const status = () => place.querySelector('[role=status]')?.textContent ?? '';
  return { render, button, status, onNextBad };
}

test('the way to the next bad row stays in its place while the table is judged anew', async () => {
  const { render, button, status, onNextBad } = await show();
  await render({ count: 1, isKnown: true });
  const before = button();
  expect(before?.textContent).toContain('1');
  await render({ count: 1, isKnown: false });
  expect(button()).toBe(before);
  expect(before?.getAttribute('aria-busy')).toBe('true');
  expect(status()).toContain('Checking');
  await act(async () => before?.click());
  expect(onNextBad).toHaveBeenCalledOnce();
  await render({ count: 0, isKnown: true });
  expect(button()).toBeUndefined();
  expect(status()).not.toContain('Checking');
});
