import { lazy, startTransition, Suspense, useEffect, useState, type ReactNode } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { useForm, useWatch } from 'react-hook-form';
import { afterEach, expect, test } from 'vitest';
import { isAwake } from './controls';
import { noteTyped } from './typed-early';

// The page is what the server has drawn; what is done to it before `wake` is done to plain HTML.

// React works here when it likes, as in a browser; other test files of this process play that themselves.
Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false);

// A busy machine is no fault.
const SOON = { timeout: 20_000 };

/** What the page itself knows of its fields. */
let known: Record<string, unknown> = {};
let root: Root | undefined;

function useKnown(values: Record<string, unknown>): void {
  useEffect(() => {
    known = values;
  });
}

function Fields() {
  const [values, setValues] = useState({ text: 'sent', area: '', choice: 'a', kind: 'one', ticked: false });
  const { register, control } = useForm({
    defaultValues: { registered: '', named: 'Mei Lin', agreed: true },
  });
  useKnown({ ...values, ...useWatch({ control }) });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  return (
    <form>
      <input name="text" value={values.text} onChange={({ target }) => set({ text: target.value })} />
      <textarea name="area" value={values.area} onChange={({ target }) => set({ area: target.value })} />
      <select name="choice" value={values.choice} onChange={({ target }) => set({ choice: target.value })}>
        <option>a</option>
        <option>b</option>
      </select>
      {['one', 'two'].map((kind) => (
        <input
          key={kind}
          type="radio"
          name="kind"
          value={kind}
          checked={values.kind === kind}
          onChange={() => set({ kind })}
        />
      ))}
      <input
        type="checkbox"
        name="ticked"
        checked={values.ticked}
        onChange={({ target }) => set({ ticked: target.checked })}
      />
      <input {...register('registered')} />
      <input {...register('named')} />
      <input type="checkbox" {...register('agreed')} />
    </form>
  );
}

function wake(holder: Element, page: ReactNode): void {
  startTransition(() => {
    root = hydrateRoot(holder, page);
  });
}

/** As the server sends it. */
function draw(page: ReactNode): HTMLElement {
  const holder = document.body.appendChild(document.createElement('div'));
  holder.innerHTML = renderToString(page);
  return holder;
}

function field(selector: string): HTMLInputElement {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no field ${selector}`);
  return Object.assign(found);
}

/** As keys do it: the browser sets the value, past whatever a page has put over it, and says so. */
function type(selector: string, value: string): void {
  const control = field(selector);
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

const FILLED = {
  text: 'typed',
  area: '门口的桌贴',
  choice: 'b',
  kind: 'two',
  ticked: true,
  registered: 'u=1',
  named: '',
  agreed: true,
};

function fillIn(): void {
  type('[name=text]', 'typed');
  type('[name=area]', '门口的桌贴');
  type('[name=choice]', 'b');
  field('[name=kind][value=two]').click();
  field('[name=ticked]').click();
  type('[name=registered]', 'u=1');
}

afterEach(() => {
  root?.unmount();
  root = undefined;
  known = {};
  document.body.replaceChildren();
});

test('what is typed before the first script is known to every kind of field', async () => {
  const holder = draw(<Fields />);
  fillIn();
  noteTyped();
  wake(holder, <Fields />);
  await expect.poll(() => known, SOON).toEqual({ ...FILLED, named: 'Mei Lin' });
});

test('what is typed between the first script and the page is, and what is typed and taken back', async () => {
  const holder = draw(<Fields />);
  noteTyped();
  fillIn();
  type('[name=named]', 'Mei');
  type('[name=named]', '');
  wake(holder, <Fields />);
  await expect.poll(() => known, SOON).toEqual(FILLED);
  expect(field('[name=text]').value).toBe('typed');
  expect(field('[name=named]').value).toBe('');
});

test('a part that wakes later than the page has what was typed until then', async () => {
  let come = (_: { default: () => ReactNode }) => {};
  const code = new Promise<{ default: () => ReactNode }>((resolve) => (come = resolve));
  const Late = lazy(() => code);
  const page = (part: ReactNode) => (
    <>
      <input name="beside" />
      <Suspense>{part}</Suspense>
    </>
  );
  const holder = draw(page(<Fields />));
  noteTyped();
  type('[name=text]', 'ty');
  wake(holder, page(<Late />));
  await expect.poll(() => isAwake(field('[name=beside]')), SOON).toBe(true);
  fillIn();
  expect(isAwake(field('[name=text]'))).toBe(false);
  come({ default: Fields });
  await expect.poll(() => known, SOON).toEqual({ ...FILLED, named: 'Mei Lin' });
});

function OneField() {
  const [text, setText] = useState('sent');
  useKnown({ text });
  return <input name="text" value={text} onChange={({ target }) => setText(target.value)} />;
}

test('a field that is drawn once and keeps its text has told it too', async () => {
  const holder = draw(<OneField />);
  noteTyped();
  type('[name=text]', 'typed');
  wake(holder, <OneField />);
  await expect.poll(() => known, SOON).toEqual({ text: 'typed' });
});

/** Takes longer than React works in one go, so that a frame is drawn while only part of the page is awake. */
function Slow() {
  useState(() => {
    const end = performance.now() + 4;
    while (performance.now() < end);
  });
  return <i />;
}

test('a field that is awake before its page is, is heard', async () => {
  const page = (
    <>
      <Fields />
      {Array.from({ length: 40 }, (_, at) => (
        <Slow key={at} />
      ))}
    </>
  );
  const holder = draw(page);
  noteTyped();
  fillIn();
  wake(holder, page);
  await expect.poll(() => known, SOON).toEqual({ ...FILLED, named: 'Mei Lin' });
});

test('what nobody touched is not spoken of', async () => {
  const holder = draw(<Fields />);
  noteTyped();
  type('[name=text]', 'typed');
  const heard = new Set<string | null>();
  document.addEventListener(
    'input',
    ({ target }) => target instanceof Element && heard.add(target.getAttribute('name')),
  );
  wake(holder, <Fields />);
  await expect.poll(() => known, SOON).toMatchObject({ text: 'typed', kind: 'one', agreed: true });
  expect(heard).toEqual(new Set(['text']));
});
