import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import messages from '@/lib/i18n/messages/zh-CN/common.json';
import { DateInput } from './date-input';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
const chosen = vi.fn<(day: string) => void>();

/** The page as it is after the field has said something: with that day. */
const show = (day: string) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="zh-CN" timeZone="UTC" messages={{ common: messages }}>
        <DateInput label="从" value={day} onValueChange={chosen} />
      </NextIntlClientProvider>,
    ),
  );

beforeEach(async () => {
  chosen.mockReset();
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  await show('2026-03-08');
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

function box(): HTMLInputElement {
  const found = document.querySelector('input');
  if (!found) throw new Error('The field has no box.');
  return found;
}
const said = () => document.querySelector('[role=alert]')?.textContent;

async function type(text: string) {
  await act(async () => {
    box().focus();
    // React looks at the setter of the element itself: past it, the change is one of the person.
    Reflect.set(HTMLInputElement.prototype, 'value', text, box());
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('says a day only when it is whole, and leaves what is typed as it is', async () => {
  await type('2026/4');
  expect(chosen).not.toHaveBeenCalled();
  expect(box().value).toBe('2026/4');
  await type('2026/4/1');
  expect(chosen.mock.calls).toEqual([['2026-04-01']]);
  await show('2026-04-01');
  expect(box().value).toBe('2026/4/1');
  await act(async () => box().blur());
  expect(box().value).toBe('2026-04-01');
});

test('names what is wrong when the box is left, not before', async () => {
  await type('2026-02-30');
  expect(said()).toBeUndefined();
  await act(async () => box().blur());
  expect(said()).toBe('请填写完整的日期，如 2026-03-08');
  expect(box().getAttribute('aria-invalid')).toBe('true');
  expect(chosen).not.toHaveBeenCalled();
});

test('emptied, it says so; another day from outside replaces what is typed', async () => {
  await type('');
  expect(chosen.mock.calls).toEqual([['']]);
  await show('');
  await type('2026');
  await show('2025-12-31');
  expect(box().value).toBe('2025-12-31');
});
