import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const root = document.documentElement;
let machineIsDark = false;
const machine = new EventTarget();

beforeEach(() => {
  machineIsDark = false;
  localStorage.clear();
  root.className = 'light';
  vi.resetModules();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () =>
    Object.assign(machine, {
      get matches() {
        return machineIsDark;
      },
    }),
  );
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  root.className = '';
});

const load = () => import('./use-theme');

/** A page of ours, which says what was chosen. */
async function openPage() {
  const { useFollowedTheme, useTheme } = await load();
  function Page() {
    useFollowedTheme();
    return useTheme();
  }
  const host = document.createElement('div');
  const page = createRoot(host);
  await act(async () => page.render(<Page />));
  return { host, close: () => act(async () => page.unmount()) };
}

test('a page that has its theme is not drawn anew', async () => {
  const drawn = vi.spyOn(document.head, 'append');
  const { setTheme } = await load();
  setTheme('light');
  const page = await openPage();
  expect(drawn).not.toHaveBeenCalled();
  expect(page.host.textContent).toBe('light');
  await page.close();
});

test('what is chosen is shown and kept', async () => {
  const page = await openPage();
  const { setTheme } = await load();
  await act(async () => setTheme('dark'));
  expect([root.className, localStorage.getItem('theme'), page.host.textContent]).toEqual([
    'dark',
    'dark',
    'dark',
  ]);
  await page.close();
});

test('without a choice it follows the machine', async () => {
  const page = await openPage();
  machineIsDark = true;
  machine.dispatchEvent(new Event('change'));
  expect(root.className).toBe('dark');
  await page.close();
});

test('another window is followed, and nothing of a stranger is taken for a theme', async () => {
  const page = await openPage();
  const say = (newValue: string) =>
    act(async () => void window.dispatchEvent(new StorageEvent('storage', { key: 'theme', newValue })));
  await say('dark');
  expect(root.className).toBe('dark');
  await say('blue');
  expect([root.className, page.host.textContent]).toEqual(['light', 'system']);
  await page.close();
});

test('a browser that keeps nothing shows it all the same', async () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  const { setTheme } = await load();
  setTheme('dark');
  expect(root.className).toBe('dark');
});
