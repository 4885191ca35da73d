// What somebody typed into a page that is from before an update comes back after the reload: in this tab, on this page,
// once. Passwords and other secrets are never written down.

import { fillWhenAwake } from '@/components/data/typed/fill-when-awake';
import { CONTROLS, isControl, typedIn, type Control, type Typed } from '@/components/data/typed/controls';
import { KEEP_TYPED } from './offer-reload';

const KEY = 'suncode.kept-fields';
const WANTED = 'suncode.keep-typed';
const SECRET = ['password', 'file', 'hidden'];
const EVENTS: ['input', 'change'] = ['input', 'change'];

type Field = Typed & { name: string; nth: number };
type Kept = { path: string; build: string; fields: Field[] };

const touched = new Set<Control>();

const isSecret = (control: Control) =>
  SECRET.includes(control.type) || /password|one-time-code/.test(control.autocomplete);
const nameOf = (control: Control) => control.name || control.id || control.ariaLabel || '';

function controlsNamed(name: string): Control[] {
  return [...document.querySelectorAll<Control>(CONTROLS)].filter((control) => nameOf(control) === name);
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
      ...typedIn(control),
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

/** @returns those whose field is not there yet: it is in a dialog, or appears with another choice */
function fillIn(fields: Field[]): Field[] {
  return fields.filter((field) => {
    const control = controlsNamed(field.name)[field.nth];
    if (!control || isSecret(control)) return true;
    fillWhenAwake(control, field);
    return false;
  });
}

/** Watches what is typed, and brings back what an update interrupted. @returns ends both */
export function watchFields(): () => void {
  let missing = takeKept();
  const look = () => {
    missing = fillIn(missing);
    if (missing.length === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  if (missing.length > 0)
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  look();
  for (const event of EVENTS) document.addEventListener(event, remember, true);
  window.addEventListener('pagehide', write);
  window.addEventListener(KEEP_TYPED, keepTyped);
  return () => {
    observer.disconnect();
    for (const event of EVENTS) document.removeEventListener(event, remember, true);
    window.removeEventListener('pagehide', write);
    window.removeEventListener(KEEP_TYPED, keepTyped);
  };
}
