// What somebody typed into a page that is from before an update comes back after the reload: in this tab, on this page,
// once. Passwords and other secrets are never written down.

import { KEEP_TYPED } from './offer-reload';

const KEY = 'suncode.kept-fields';
const WANTED = 'suncode.keep-typed';
const SECRET = ['password', 'file', 'hidden'];
const EVENTS: ['input', 'change'] = ['input', 'change'];

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Field = { name: string; nth: number; value: string; checked: boolean | null };
type Kept = { path: string; build: string; fields: Field[] };

const touched = new Set<Control>();

function isControl(node: unknown): node is Control {
  return (
    node instanceof HTMLInputElement ||
    node instanceof HTMLTextAreaElement ||
    node instanceof HTMLSelectElement
  );
}

const isTick = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio';
const isSecret = (control: Control) =>
  SECRET.includes(control.type) || /password|one-time-code/.test(control.autocomplete);
const nameOf = (control: Control) => control.name || control.id || control.ariaLabel || '';

function controlsNamed(name: string): Control[] {
  return [...document.querySelectorAll('input, textarea, select')]
    .filter((node) => isControl(node) && nameOf(node) === name)
    .filter(isControl);
}

/** Next writes the name of the build into a comment before the page. */
function currentBuild(): string {
  return [...document.childNodes].find((node) => node.nodeType === Node.COMMENT_NODE)?.nodeValue ?? '';
}

const remember = ({ target }: Event) => {
  if (isControl(target) && !isSecret(target) && nameOf(target) !== '') touched.add(target);
};

function write(): void {
  const fields = [...touched]
    .filter((control) => control.isConnected)
    .map((control) => ({
      name: nameOf(control),
      nth: controlsNamed(nameOf(control)).indexOf(control),
      value: control.value,
      checked: isTick(control) ? control.checked : null,
    }));
  if (fields.length === 0) return;
  const kept: Kept = { path: window.location.pathname, build: currentBuild(), fields };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

/** What is in the fields now comes back after the next load of this page, although the build may look the same. */
export function keepTyped(): void {
  write();
  sessionStorage.setItem(WANTED, window.location.pathname);
}

/** Takes what was kept for this page: after an update, or when it was asked for. Else it is forgotten. */
function takeKept(): Field[] {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return [];
  const kept: Kept = JSON.parse(text);
  if (kept.path !== window.location.pathname) return [];
  const wanted = sessionStorage.getItem(WANTED) === kept.path || kept.build !== currentBuild();
  sessionStorage.removeItem(KEY);
  sessionStorage.removeItem(WANTED);
  return wanted ? kept.fields : [];
}

/** React notices a value only when it is set past its own tracking and said with an event; and only once it is there. */
function fill(control: Control, { value, checked }: Field): void {
  if (isTick(control)) {
    if (control.checked !== checked) control.click();
    return;
  }
  const prototype = Object.getPrototypeOf(control);
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  for (const event of EVENTS) control.dispatchEvent(new Event(event, { bubbles: true }));
}

/**
 * React wakes a field at once for an event of a person, where its code is there. A value that is set before that would be
 * taken for what the server sent, and no change of it.
 */
const WAKING = 'touchcancel';

const isAwake = (control: Control) => Object.keys(control).some((key) => key.startsWith('__reactProps'));

/** What wakes changes nothing that an observer sees. */
const ASLEEP_MS = 100;

const isAsleep = ({ name, nth }: Field) => {
  const control = controlsNamed(name)[nth];
  return control !== undefined && !isAwake(control);
};

/** @returns those whose field is not there yet: it is in a dialog, or appears with another choice */
function fillIn(fields: Field[]): Field[] {
  return fields.filter((field) => {
    const control = controlsNamed(field.name)[field.nth];
    if (!control || isSecret(control)) return true;
    control.dispatchEvent(new Event(WAKING, { bubbles: true }));
    if (!isAwake(control)) return true;
    fill(control, field);
    return false;
  });
}

/** Watches what is typed, and brings back what an update interrupted. @returns ends both */
export function watchFields(): () => void {
  let missing = takeKept();
  let next = 0;
  const look = () => {
    window.clearTimeout(next);
    missing = fillIn(missing);
    if (missing.length === 0) observer.disconnect();
    else if (missing.some(isAsleep)) next = window.setTimeout(look, ASLEEP_MS);
  };
  const observer = new MutationObserver(look);
  if (missing.length > 0)
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  next = window.setTimeout(look);
  for (const event of EVENTS) document.addEventListener(event, remember, true);
  window.addEventListener('pagehide', write);
  window.addEventListener(KEEP_TYPED, keepTyped);
  return () => {
    observer.disconnect();
    window.clearTimeout(next);
    for (const event of EVENTS) document.removeEventListener(event, remember, true);
    window.removeEventListener('pagehide', write);
    window.removeEventListener(KEEP_TYPED, keepTyped);
  };
}
