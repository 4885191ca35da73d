'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { isTheme, THEME_KEY, type Theme } from '@/lib/users/theme';

const DARK = '(prefers-color-scheme: dark)';
const NO_TRANSITIONS = '*,*::before,*::after{transition:none!important}';

const listeners = new Set<() => void>();
/** Null until it is asked for; from then on here, since a browser may keep nothing for us. */
let chosen: Theme | null = null;

function stored(): string | null {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null;
  }
}

function current(): Theme {
  const kept = chosen ?? stored();
  chosen = isTheme(kept) ? kept : 'system';
  return chosen;
}

/** A change of all colors at once would run through every transition of the page. */
function withoutTransitions(change: () => void): void {
  const style = document.createElement('style');
  style.textContent = NO_TRANSITIONS;
  document.head.append(style);
  change();
  // Only what is reckoned now is reckoned without transitions.
  getComputedStyle(document.body).getPropertyValue('color');
  setTimeout(() => style.remove(), 1);
}

/** Mostly there is nothing to do: the page came with its theme, and drawing it all anew takes a phone a tenth of a second. */
function show(): void {
  const system = window.matchMedia(DARK).matches ? 'dark' : 'light';
  const wanted = current() === 'system' ? system : current();
  const { classList } = document.documentElement;
  if (classList.contains(wanted)) return;
  withoutTransitions(() => {
    classList.remove('light', 'dark');
    classList.add(wanted);
  });
}

function take(theme: Theme): void {
  if (theme !== current()) {
    chosen = theme;
    for (const listener of listeners) listener();
  }
  show();
}

/** Shows it, and keeps it in this browser where that is allowed. */
export function setTheme(theme: Theme): void {
  take(theme);
  try {
    if (stored() !== theme) localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Then it lasts as long as the page.
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was chosen in this browser. The server does not know it, and says `system`. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current, () => 'system');
}

/** Follows the machine, and what is chosen in another window. */
export function useFollowedTheme(): void {
  useEffect(() => {
    const machine = window.matchMedia(DARK);
    const follow = ({ key, newValue }: StorageEvent) => {
      if (key === THEME_KEY) take(isTheme(newValue) ? newValue : 'system');
    };
    show();
    machine.addEventListener('change', show);
    window.addEventListener('storage', follow);
    return () => {
      machine.removeEventListener('change', show);
      window.removeEventListener('storage', follow);
    };
  }, []);
}
