import { NextIntlClientProvider } from 'next-intl';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { act, lazy, type ComponentType, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawToasts } from '@/components/ui/overlay/toast';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import messages from '@/lib/i18n/messages/zh-CN/common.json';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { KeptForms } from './kept-forms';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

let server: Server;
let files: string;
let status = 200;
let root: Root;
const said = vi.fn<(kind: string, message: string) => void>();

beforeEach(async () => {
  server = createServer((_, response) => response.writeHead(status).end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  files = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/_next/static/chunks`;
  said.mockReset();
  drawToasts({ draw: (kind, message) => said(kind, message), dismiss: () => undefined });
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  sessionStorage.clear();
  server.close();
});

/** What Turbopack throws when a script did not come. */
const chunkError = () => Object.assign(new Error('Failed to load chunk'), { name: 'ChunkLoadError' });

function failing(error: () => Error) {
  const load = vi.fn(async (): Promise<{ default: ComponentType }> => {
    throw error();
  });
  return { load, Part: lazy(load) };
}

async function show(element: ReactElement): Promise<void> {
  const holder = document.body.appendChild(document.createElement('div'));
  root = createRoot(holder, { onCaughtError: () => undefined, onUncaughtError: () => undefined });
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="zh-CN" messages={{ common: messages }}>
        {element}
        <KeptForms />
      </NextIntlClientProvider>,
    ),
  );
}

/** What the browser does with a script of the page that the server does not send. */
function failScript(src: string): void {
  const script = Object.assign(document.createElement('script'), { src, type: 'text/not-run' });
  document.head.append(script);
  script.dispatchEvent(new Event('error'));
  script.remove();
}

test.each([
  [404, messages.failure.update],
  [502, messages.failure.unloaded],
])(
  'a script that is answered with %i is said for what it is, with an offer to reload',
  async (code, text) => {
    status = code;
    await show(<p>page</p>);
    failScript(`${files}/gone.js`);
    await vi.waitFor(() => expect(said).toHaveBeenCalledWith('error', text));
  },
);

test('a server that does not answer is not called an update', async () => {
  await show(<p>page</p>);
  server.close();
  await once(server, 'close');
  failScript(`${files}/gone.js`);
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith('error', messages.failure.unloaded));
});

test('what comes at the second try, and scripts of others, are nothing to tell', async () => {
  status = 200;
  await show(<p>page</p>);
  const asked = once(server, 'request');
  failScript(`${files}/late.js`);
  failScript('http://127.0.0.1:9/extension.js');
  await asked;
  await vi.waitFor(async () => expect(await fetch(`${files}/late.js`)).toHaveProperty('ok', true));
  expect(said).not.toHaveBeenCalled();
});

test('a popup whose script did not come leaves the page as it is, and its button speaks at each press', async () => {
  const { load, Part } = failing(chunkError);
  await show(
    <>
      <input defaultValue="" />
      <DeferredPopup trigger={<button type="button">open</button>} haspopup="dialog" preload={load}>
        <Part />
      </DeferredPopup>
    </>,
  );
  const input = document.querySelector('input');
  if (input) input.value = 'typed';
  for (const press of [1, 2]) {
    await act(async () => document.querySelector('button')?.click());
    expect(said, String(press)).toHaveBeenCalledTimes(press);
  }
  expect(said).toHaveBeenLastCalledWith('error', messages.failure.unloaded);
  expect(document.querySelector('input')).toBe(input);
  expect(document.querySelector('button')?.textContent).toBe('open');
});

test('a dialog is left out in the same way; a fault in it is not', async () => {
  const missing = failing(chunkError);
  await show(
    <>
      <p>page</p>
      <OnceWanted when>
        <missing.Part />
      </OnceWanted>
    </>,
  );
  expect(document.body.textContent).toBe('page');
  await act(async () => root.unmount());

  const broken = failing(() => new Error('a mistake'));
  const shown = show(
    <OnceWanted when>
      <broken.Part />
    </OnceWanted>,
  );
  await expect(shown).rejects.toThrow('a mistake');
  expect(said).toHaveBeenCalledTimes(1);
});
