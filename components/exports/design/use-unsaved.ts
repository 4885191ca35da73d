import { useEffect, useEffectEvent, useRef } from 'react';
import type { Design } from '@/lib/print/design';

type Unsaved = { revision: number; design: Design; stock: string };
type Kept = { unsaved: Unsaved | null; revision: number };

const keyOf = (id: string) => `suncode.design.${id}`;

function read(id: string, revision: number): Unsaved | null {
  const text = sessionStorage.getItem(keyOf(id));
  if (text === null) return null;
  const kept: Unsaved = JSON.parse(text);
  // Somebody has saved another one since.
  return kept.revision === revision ? kept : null;
}

/**
 * Who leaves the page without saving finds it again in this tab.
 * @param unsaved null while everything is saved
 * @param onFound what was left the last time
 */
export function useUnsaved(id: string, { unsaved, revision }: Kept, onFound: (found: Unsaved) => void): void {
  const isRead = useRef(false);
  const lookUp = useEffectEvent(() => {
    const found = read(id, revision);
    if (found) onFound(found);
    return found !== null;
  });
  useEffect(() => {
    if (!isRead.current) {
      isRead.current = true;
      if (lookUp()) return;
    }
    if (unsaved) sessionStorage.setItem(keyOf(id), JSON.stringify(unsaved));
    else sessionStorage.removeItem(keyOf(id));
  }, [id, unsaved]);
}
