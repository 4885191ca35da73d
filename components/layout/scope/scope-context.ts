'use client';

import { createContext, use } from 'react';

export type ShellApp = { id: string; name: string; appId: string; mode: 'LIVE' | 'SANDBOX' };

export type ScopeState = {
  apps: readonly ShellApp[];
  /** The only Mini Program that pages show; null for all of them. */
  appId: string | null;
  /** There is nothing but sandboxes in the scope: pages need not say it of each code. */
  onlySandbox: boolean;
  /** The new choice is on its way. */
  pending: boolean;
  /**
   * Changes what all pages show; an `app` in the address of a list gives way to it.
   * @param then what to do once that is so, such as leading to a list
   */
  switchTo: (appId: string | null, then?: () => void) => void;
};

const ScopeContext = createContext<ScopeState | null>(null);

export const ScopeContextProvider = ScopeContext.Provider;

/** What the switcher says, and how to change it; only inside `ScopeProvider`. */
export function useScope(): ScopeState {
  const scope = use(ScopeContext);
  if (!scope) throw new Error('useScope outside ScopeProvider');
  return scope;
}
