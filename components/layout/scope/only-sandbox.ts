import type { ShellApp } from './scope-context';

/**
 * Whether there is nothing but sandboxes in the scope: then the frame says so once, and pages need not say it of each code.
 * @param appId null for all Mini Programs
 */
export function onlySandboxIn(apps: readonly ShellApp[], appId: string | null): boolean {
  const shown = appId === null ? apps : apps.filter(({ id }) => id === appId);
  return shown.length > 0 && shown.every(({ mode }) => mode === 'SANDBOX');
}
