import { areSingleKeysOn } from './single-keys';

/** Where a key works. */
export type ShortcutScope = 'anywhere' | 'gallery' | 'row' | 'lightbox' | 'form';

export type Shortcut = {
  scope: ShortcutScope;
  /**
   * Any of these. `Mod` is ⌘ on a Mac and Ctrl elsewhere; the rest as `KeyboardEvent.key` has it, letters small. Named
   * keys and letters want Shift to be said; signs do not, since keyboards differ in where they put them.
   */
  keys: readonly [string, ...string[]];
  /** Also in a text field. */
  whileTyping?: boolean;
  /** Holding the key down goes on. */
  repeats?: boolean;
  /** Only for those who may change something. */
  writers?: boolean;
};

/**
 * Every key of the console. Handlers (`useShortcuts`), key caps and `aria-keyshortcuts` (`ShortcutKeys`, `ariaKeys`) and the
 * help sheet all read this table; `layout.shortcuts.keys.<id>` says what each one does.
 */
export const SHORTCUTS = {
  palette: { scope: 'anywhere', keys: ['Mod+k'], whileTyping: true },
  help: { scope: 'anywhere', keys: ['?', '？'] },
  create: { scope: 'anywhere', keys: ['c'], writers: true },
  undo: { scope: 'anywhere', keys: ['Mod+z'], writers: true },
  search: { scope: 'gallery', keys: ['/', '、'] },
  filter: { scope: 'gallery', keys: ['f'] },
  views: { scope: 'gallery', keys: ['b'] },
  view: { scope: 'gallery', keys: ['v'] },
  selectLoaded: { scope: 'gallery', keys: ['Mod+a'] },
  clearSelection: { scope: 'gallery', keys: ['Escape'] },
  tag: { scope: 'gallery', keys: ['t'], writers: true },
  move: { scope: 'gallery', keys: ['m'], writers: true },
  rename: { scope: 'gallery', keys: ['r', 'F2'], writers: true },
  archive: { scope: 'gallery', keys: ['e'], writers: true },
  trash: { scope: 'gallery', keys: ['Delete', '#'], writers: true },
  next: { scope: 'row', keys: ['j', 'ArrowRight'], repeats: true },
  previous: { scope: 'row', keys: ['k', 'ArrowLeft'], repeats: true },
  below: { scope: 'row', keys: ['ArrowDown'], repeats: true },
  above: { scope: 'row', keys: ['ArrowUp'], repeats: true },
  select: { scope: 'row', keys: ['x'] },
  selectDown: { scope: 'row', keys: ['Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+j'], repeats: true },
  selectUp: { scope: 'row', keys: ['Shift+ArrowUp', 'Shift+ArrowLeft', 'Shift+k'], repeats: true },
  open: { scope: 'row', keys: ['Enter'] },
  preview: { scope: 'row', keys: [' '] },
  nextPicture: { scope: 'lightbox', keys: ['ArrowRight', 'j'], repeats: true },
  previousPicture: { scope: 'lightbox', keys: ['ArrowLeft', 'k'], repeats: true },
  actualSize: { scope: 'lightbox', keys: ['z'] },
  closePicture: { scope: 'lightbox', keys: ['Escape', ' '] },
  submit: { scope: 'form', keys: ['Mod+Enter'], whileTyping: true, writers: true },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof SHORTCUTS;

export function shortcut(id: ShortcutId): Shortcut {
  return SHORTCUTS[id];
}

/** The value of `aria-keyshortcuts`. */
export function ariaKeys(id: ShortcutId): string {
  const spoken = (keys: string) => keys.replace(/ $/, 'Space');
  const both = (keys: string) =>
    keys.startsWith('Mod+') ? [keys.replace('Mod', 'Control'), keys.replace('Mod', 'Meta')] : [keys];
  return shortcut(id)
    .keys.filter((keys) => /^[\x20-\x7e]+$/.test(keys))
    .flatMap(both)
    .map(spoken)
    .join(' ');
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

function isNamedOrLetter(key: string): boolean {
  return key.length > 1 || key === ' ' || /^[a-z]$/.test(key);
}

function pressesKeys(event: Pressed, keys: string): boolean {
  const key = keys.replace(/^(?:Mod\+|Shift\+)*/, '');
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (pressed !== key || event.altKey) return false;
  if ((event.ctrlKey || event.metaKey) !== keys.includes('Mod+')) return false;
  return !isNamedOrLetter(key) || event.shiftKey === keys.includes('Shift+');
}

/** Whether this press of a key is that shortcut. */
export function presses(event: Pressed, id: ShortcutId): boolean {
  return shortcut(id).keys.some((keys) => pressesKeys(event, keys));
}

/** One that fades out (base-ui's `data-closed`) is over for whoever presses the next key. */
const OPEN_POPUP =
  ':is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]):not([data-closed])';
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/** A letter or sign alone. A space presses what has the focus and is no such key. */
function isSingleKey({ key, ctrlKey, metaKey }: Pressed): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey;
}

function isNoPress({ defaultPrevented, isComposing, repeat }: KeyboardEvent, repeats = false): boolean {
  return defaultPrevented || isComposing || (repeat && !repeats);
}

/** Whether the press is meant for a text field, an open menu or dialog, was taken already, or is turned off. */
export function isTaken(event: KeyboardEvent, id: ShortcutId): boolean {
  const { scope, whileTyping, repeats } = shortcut(id);
  if (isNoPress(event, repeats)) return true;
  if (!whileTyping && event.target instanceof Element && event.target.closest(TYPING)) return true;
  if (isSingleKey(event) && !areSingleKeysOn()) return true;
  return scope !== 'lightbox' && document.querySelector(OPEN_POPUP) !== null;
}
