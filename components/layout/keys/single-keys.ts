const STORED = 'suncode-single-keys';

/**
 * Whether keys without Ctrl or ⌘ do something. Who speaks to a computer, or often hits a key by mistake, turns them off
 * (WCAG 2.2, 2.1.4 Character Key Shortcuts).
 */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, 'off');
}
