'use client';

import { useSyncExternalStore } from 'react';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { shortcut, type ShortcutId } from './shortcuts';

const SIGNS: Record<string, string> = {
  Shift: '⇧',
  Escape: 'Esc',
  Delete: 'Del',
  Enter: '↵',
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

const never = () => () => undefined;
// The server knows no keyboard: Ctrl until the browser says that it is a Mac.
const useIsMac = () =>
  useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );

function capsOf(keys: string, mac: boolean): string[] {
  const names = keys === ' ' ? [' '] : keys.split('+');
  return names.map((name) => (name === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (SIGNS[name] ?? name.toUpperCase())));
}

/** The keys that a person can see on a keyboard: not the full-width signs that an input method may send. */
const onKeyboard = (keys: string) => /^[\x20-\x7e]+$/.test(keys);

export type ShortcutKeysProps = {
  id: ShortcutId;
  /** Each of the combinations, not only the first. */
  all?: boolean | undefined;
  /** Read out too, where the keys are the content and not a hint. */
  spoken?: boolean | undefined;
  className?: string | undefined;
};

/** The key caps of a shortcut. A hint is for the eye only: give its control `aria-keyshortcuts={ariaKeys(id)}`. */
export function ShortcutKeys({ id, all, spoken, className }: ShortcutKeysProps) {
  const mac = useIsMac();
  const combinations = shortcut(id)
    .keys.filter(onKeyboard)
    .slice(0, all ? undefined : 1);
  return (
    <span aria-hidden={!spoken} className={cn('inline-flex items-center gap-2', className)}>
      {combinations.map((keys) => (
        <span key={keys} className="inline-flex gap-0.5">
          {capsOf(keys, mac).map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
