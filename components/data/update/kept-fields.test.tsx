import { act, useEffect, useState, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTyped, watchFields } from './kept-fields';

// What the browser does between two loads of a page is played: the first is torn down, the second has nothing but the
// tab's own storage. The forms are React's, and read what comes back as they read what is typed.

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

type Page = { build?: string; path?: string; form?: ReactNode };

let root: Root | undefined;
let stop: (() => void) | undefined;

/** Everything that the form knows, as its own state has it. */
const known = new Map<string, string | boolean>();

function useKnown(name: string, value: string | boolean): void {
  useEffect(() => void known.set(name, value), [name, value]);
}

function Text({ name, type = 'text' }: { name: string; type?: string }) {
  const [value, setValue] = useState('');
  useKnown(name, value);
  return <input name={name} type={type} value={value} onChange={(event) => setValue(event.target.value)} />;
}

function Tick({ name }: { name: string }) {
  const [checked, setChecked] = useState(false);
  useKnown(name, checked);
  return (
    <input
      name={name}
      type="checkbox"
      checked={checked}
      onChange={(event) => setChecked(event.target.checked)}
    />
  );
}

function Choice({ name }: { name: string }) {
  const [value, setValue] = useState('a');
  useKnown(name, value);
  return (
    <select name={name} value={value} onChange={(event) => setValue(event.target.value)}>
      <option>a</option>
      <option>b</option>
    </select>
  );
}

function Kind() {
  const [kind, setKind] = useState('one');
  useKnown('kind', kind);
  return ['one', 'two'].map((value) => (
    <input
      key={value}
      type="radio"
      name="kind"
      value={value}
      checked={kind === value}
      onChange={() => setKind(value)}
    />
  ));
}

function Dialog() {
  const [open, setOpen] = useState(false);
  return open ? (
    <Text name="inside" />
  ) : (
    <button type="button" onClick={() => setOpen(true)}>
      open
    </button>
  );
}

const FORM = (
  <form>
    <Text name="title" />
    <Text name="secret" type="password" />
    <Tick name="ticked" />
    <Kind />
    <Choice name="choice" />
    <Dialog />
  </form>
);

async function load({ build = 'first', path = '/codes/new', form = FORM }: Page = {}): Promise<void> {
  window.history.replaceState(null, '', path);
  document.childNodes.forEach((node) => node.nodeType === Node.COMMENT_NODE && node.remove());
  document.prepend(document.createComment(build));
  const holder = document.body.appendChild(document.createElement('div'));
  await act(async () => {
    root = createRoot(holder);
    root.render(form);
  });
  await act(async () => {
    stop = watchFields();
    await vi.advanceTimersByTimeAsync(1);
  });
}

async function leave(): Promise<void> {
  window.dispatchEvent(new Event('pagehide'));
  await act(async () => root?.unmount());
  stop?.();
  document.body.replaceChildren();
  known.clear();
}

function element<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`nothing is ${selector}`);
  return found;
}

const press = (selector: string) => act(async () => element(selector, HTMLElement).click());

/** As keys do it: the browser sets the value, and says so. */
async function type(name: string, value: string): Promise<void> {
  const field = document.querySelector(`[name="${name}"]`);
  if (!field) throw new Error(`no field ${name}`);
  await act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
}

async function fillIn(): Promise<void> {
  await type('title', '一号桌');
  await type('secret', 'nobody may read this');
  await press('[name="ticked"]');
  await press('[name="kind"][value="two"]');
  await type('choice', 'b');
}

const FILLED = { title: '一号桌', secret: '', ticked: true, kind: 'two', choice: 'b' };
const EMPTY = { title: '', secret: '', ticked: false, kind: 'one', choice: 'a' };

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
});

afterEach(async () => {
  await leave();
  vi.useRealTimers();
});

test('what was typed is there after an update, in the form itself, but for secrets', async () => {
  await load();
  await fillIn();
  await leave();
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('nobody may read this');
  await load({ build: 'second' });
  expect(Object.fromEntries(known)).toEqual(FILLED);
});

test('it comes back once', async () => {
  await load();
  await type('title', '一号桌');
  await leave();
  await load({ build: 'second' });
  stop?.();
  await act(async () => root?.unmount());
  document.body.replaceChildren();
  await load({ build: 'second' });
  expect(Object.fromEntries(known)).toEqual(EMPTY);
});

test('a reload that nobody was told to make starts anew', async () => {
  await load();
  await fillIn();
  await leave();
  await load();
  expect(Object.fromEntries(known)).toEqual(EMPTY);
});

test('a reload that was asked for brings it back, even from the same build, and after the form is gone', async () => {
  await load();
  await fillIn();
  keepTyped();
  // As a page does that fails as a whole: its fields are gone before it is left.
  await act(async () => root?.unmount());
  await leave();
  await load();
  expect(Object.fromEntries(known)).toEqual(FILLED);
});

test('another page gets nothing of it', async () => {
  await load();
  await fillIn();
  await leave();
  await load({ build: 'second', path: '/settings/account' });
  expect(Object.fromEntries(known)).toEqual(EMPTY);
});

test('a field of a dialog is filled in when the dialog is opened', async () => {
  await load();
  await press('button');
  await type('inside', '说明');
  await leave();
  await load({ build: 'second' });
  await press('button');
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1);
  });
  expect(known.get('inside')).toBe('说明');
});

test('of fields with one name each gets its own', async () => {
  const form = (
    <>
      <Text name="row" />
      <Text name="row" />
    </>
  );
  await load({ form });
  const second = document.querySelectorAll('[name="row"]')[1];
  await act(async () => {
    if (!second) throw new Error('no second row');
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(second), 'value')?.set?.call(second, 'the second');
    second.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await leave();
  await load({ build: 'second', form });
  const values = [...document.querySelectorAll('input')].map(({ value }) => value);
  expect(values).toEqual(['', 'the second']);
});
