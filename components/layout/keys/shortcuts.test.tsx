import { describe, expect, test } from 'vitest';
import { SHORTCUT_SCOPES, shortcutsOf } from './shortcut-lists';
import { ariaKeys, isTaken, presses } from './shortcuts';

const key = (name: string, init: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, ...init });

function pressedIn(html: string, event: KeyboardEvent): KeyboardEvent {
  document.body.innerHTML = html;
  document.body.querySelector('[data-here]')?.dispatchEvent(event);
  return event;
}

describe('the table of shortcuts', () => {
  test('knows ⌘ and Ctrl as one', () => {
    expect(presses(key('k', { ctrlKey: true }), 'palette')).toBe(true);
    expect(presses(key('K', { metaKey: true }), 'palette')).toBe(true);
    expect(presses(key('k'), 'palette')).toBe(false);
    expect(ariaKeys('palette')).toBe('Control+k Meta+k');
  });

  test('tells letters with Shift from those without, and asks no sign for it', () => {
    expect(presses(key('J', { shiftKey: true }), 'next')).toBe(false);
    expect(presses(key('J', { shiftKey: true }), 'selectDown')).toBe(true);
    expect(presses(key('?', { shiftKey: true }), 'help')).toBe(true);
    expect(presses(key('C', { ctrlKey: true }), 'create')).toBe(false);
  });

  test('takes the full-width signs of a Chinese input method, and does not show them', () => {
    expect(presses(key('？', { shiftKey: true }), 'help')).toBe(true);
    expect(ariaKeys('help')).toBe('?');
  });

  test('gives each key of a scope to one action', () => {
    for (const scope of SHORTCUT_SCOPES) {
      const keys = shortcutsOf(scope, true).map(ariaKeys).join(' ').split(' ');
      expect(new Set(keys).size, scope).toBe(keys.length);
    }
  });

  test('shows those who may only look nothing that they cannot do', () => {
    expect(shortcutsOf('anywhere', true)).toContain('create');
    expect(shortcutsOf('anywhere', false)).not.toContain('create');
  });
});

describe('a key is left alone', () => {
  test('in a text field, unless it is meant for it', () => {
    expect(isTaken(pressedIn('<input data-here>', key('c')), 'create')).toBe(true);
    expect(isTaken(pressedIn('<input data-here>', key('k', { ctrlKey: true })), 'palette')).toBe(false);
    expect(isTaken(pressedIn('<input type="checkbox" data-here>', key('c')), 'create')).toBe(false);
  });

  test('while a dialog is open, but for those of the large picture', () => {
    const html = '<div role="dialog"><button data-here></button></div>';
    expect(isTaken(pressedIn(html, key('c')), 'create')).toBe(true);
    expect(isTaken(pressedIn(html, key('j')), 'nextPicture')).toBe(false);
    const fading = '<div role="dialog" data-closed></div><button data-here></button>';
    expect(isTaken(pressedIn(fading, key('c')), 'create')).toBe(false);
  });

  test('while an input method composes, and when it is only held down', () => {
    expect(isTaken(pressedIn('<p data-here></p>', key('c', { isComposing: true })), 'create')).toBe(true);
    expect(isTaken(pressedIn('<p data-here></p>', key('c', { repeat: true })), 'create')).toBe(true);
    expect(isTaken(pressedIn('<p data-here></p>', key('j', { repeat: true })), 'next')).toBe(false);
  });

  test('alone, once a person has turned single keys off', () => {
    localStorage.setItem('suncode-single-keys', 'off');
    expect(isTaken(pressedIn('<p data-here></p>', key('c')), 'create')).toBe(true);
    expect(isTaken(pressedIn('<p data-here></p>', key('k', { ctrlKey: true })), 'palette')).toBe(false);
    expect(isTaken(pressedIn('<p data-here></p>', key('ArrowDown')), 'below')).toBe(false);
    localStorage.clear();
  });
});
