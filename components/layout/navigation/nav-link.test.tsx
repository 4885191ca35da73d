import { act, type ComponentProps } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NavLink } from './nav-link';

vi.mock('next/link', () => ({
  default: ({ prefetch, ...props }: ComponentProps<'a'> & { prefetch: boolean | null }) => (
    <a {...props} data-asks={prefetch !== false} />
  ),
}));

let link: HTMLAnchorElement | null;
const host = document.createElement('div');
let root: ReturnType<typeof createRoot>;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(host);
  root = createRoot(host);
  await act(async () => root.render(<NavLink href="/codes">Codes</NavLink>));
  link = host.querySelector('a');
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

test('asks for nothing by being seen', () => {
  expect(link?.dataset.asks).toBe('false');
});

test.each([
  ['pointed at', () => link?.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }))],
  ['reached by key', () => link?.focus()],
])('asks for its page when it is %s', async (_, mean) => {
  await act(async () => void mean());
  expect(link?.dataset.asks).toBe('true');
});
